import Metrics

/// How the dates of one column are to be understood.
struct DateFormat: Hashable, Sendable {
  /// The order of the parts where slashes or spaces part them; nil where it is not known.
  var slashes: DateOrder?
  /// The order of the parts where hyphens part them; nil where it is not known.
  ///
  /// A spreadsheet leaves both in one column where it understood some of its dates only.
  var dashes: DateOrder?
  /// The order of the parts where points part them; nil where it is not known, which is taken for
  /// day, month, year.
  var dots: DateOrder?
  /// From when whole numbers count days; nil where they are no dates.
  var serials: SerialDate.Epoch?

  /// A format; without anything said, dates that are certain by themselves.
  @inline(__always)
  init(order: DateOrder? = nil, serials: SerialDate.Epoch? = nil) {
    slashes = order
    dashes = order
    dots = order
    self.serials = serials
  }

  /// The order where a separator parts the parts.
  func order(_ separator: NumericDate.Separator) -> DateOrder? {
    switch separator {
    case .slash: slashes
    case .dash: dashes
    case .dot: dots
    }
  }
}
