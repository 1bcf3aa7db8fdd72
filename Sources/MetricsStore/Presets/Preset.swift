import Metrics

/// What is known of the files of one tool: how to recognise them, and what a source that names the
/// preset need not say itself.
struct Preset: Sendable {
  /// What a row of its files is.
  enum Layout: Sendable {
    /// One row per date or period and segment.
    case wide
    /// One row per record, counted by the dates of its events.
    case records(id: ColumnName, events: [Event])
  }

  /// Its name in definitions, such as `ga4`.
  let name: String
  /// Other names that it has in definitions.
  var otherNames: [String] = []
  /// What the files are, as messages say it.
  let title: String
  /// How its files are recognised.
  let marks: PresetMarks
  /// The column of dates; nil where its files have none.
  var date: ColumnName?
  /// Where the period stands of files that lack the column of dates.
  var period: PeriodOrigin?
  /// What a row is.
  var layout = Layout.wide
  /// How rows are cut, as far as a file has the columns.
  var dimensions: [Dimension] = []
  /// What can be measured, as far as a file has the columns.
  let measures: [MeasureColumn]
  /// Columns of personal data.
  var personal: [ColumnName] = []
  /// What files may call the columns that the conditions of its events name.
  var aliases: [String: ColumnName] = [:]
  /// How much time a row covers, and how long a list of records may be silent.
  var cadence = Grain.day
  /// Tables that end at some number of rows, however many there are.
  var caps: [RowCap] = []
  /// Where the tool writes rows that sum up others.
  var totals: [TotalPlace] = []

  /// The preset that definitions name so, whatever the case of the letters.
  static func named(_ name: String) -> Preset? {
    let name = name.lowercased()
    return all.first { $0.name == name || $0.otherNames.contains(name) }
  }

  /// Every preset. Where a file fits several equally well, the first of them counts.
  static let all: [Preset] = [
    .ga4, .ga4Pages, .ga4Snapshot, .ga4Exploration, .ga4BigQuery, .googleAds, .metaAds, .yahooAds,
    .searchConsole, .hubSpotContacts, .hubSpotDeals, .salesforceOpportunities, .accountEngagement,
    .marketoEmail, .klaviyoCampaigns, .zohoCRM, .adobeAnalytics, .dynamics365, .lstep,
  ]
}

/// Where a tool writes rows that sum up others.
enum TotalPlace: Hashable, Sendable {
  /// First of all rows.
  case first
  /// After all rows, sometimes several that overlap.
  case last
  /// Wherever this column, which every other row fills, is empty.
  case empty(ColumnName)
}

extension MeasureColumn {
  /// Something that adds up.
  static func amount(
    _ name: String, _ column: ColumnName, at event: String? = nil, scale: NumberScale? = nil
  ) -> MeasureColumn {
    MeasureColumn(name: name, column: column, event: event, scale: scale)
  }

  /// An average or a rate, which counts by another measure.
  static func average(
    _ name: String, _ column: ColumnName, by weight: String, scale: NumberScale? = nil
  ) -> MeasureColumn {
    MeasureColumn(name: name, column: column, scale: scale, nature: .average(weight: weight))
  }

  /// A number of different people, which adds up neither over days nor over segments.
  static func people(_ name: String, _ column: ColumnName) -> MeasureColumn {
    MeasureColumn(name: name, column: column, nature: .people)
  }
}

extension Dimension {
  /// A dimension that not every file of a tool has.
  static func optional(_ name: String, _ column: ColumnName) -> Dimension {
    Dimension(name: name, origin: .column(column), isRequired: false)
  }
}
