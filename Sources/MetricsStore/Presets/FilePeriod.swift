import Metrics

/// The period that a file as a whole is about: for rows without dates, and for counts of days.
struct FilePeriod {
  /// The days; nil where nothing tells them.
  let range: DayRange?
  /// What is to be said about how they were found, or that they were not; nil where nothing is.
  let issue: Issue?

  /// Looks where the definitions say: into the lines above the header, or into the file's name. Where
  /// those lines tell nothing the name is asked as a last resort, and that is said.
  ///
  /// Nil where each row has a period of its own.
  init?(
    _ origin: PeriodOrigin, preamble: [String], path: String, order: DateOrder?,
    calendar: BusinessCalendar
  ) {
    let named = FileNamePeriod(path, calendar: calendar).range
    let place = SourcePlace(file: SafeText(path))
    switch origin {
    case .columns: return nil
    case .fileName:
      range = named
      issue = named == nil ? FilePeriod.missing("the file's name tells no period", place) : nil
    case .preamble:
      let told = PreamblePeriod(preamble, order: order).range
      range = told ?? named
      if told != nil {
        issue = nil
      } else if let named {
        issue = Issue(
          .note, code: "period-of-name", at: place,
          message: SafeText(
            "no line above the header tells the period: by its name the file is about "
              + "\(named.start) to \(named.last)"))
      } else {
        issue = FilePeriod.missing(
          "neither the lines above the header nor the file's name tell one period", place)
      }
    }
  }

  private static func missing(_ message: SafeText, _ place: SourcePlace) -> Issue {
    Issue(
      .error, code: "no-period", at: place, message: message,
      help: "name the file by its period, such as board-2025-07.csv, or name a column of dates")
  }
}
