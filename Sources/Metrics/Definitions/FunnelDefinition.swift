/// An ordered list of stages that people pass through.
public struct FunnelDefinition: Hashable, Sendable {
  /// Its name in definitions and commands.
  public var name: String
  /// Its name on the screen.
  public var label: LocalizedText
  /// The count metrics of its stages, widest first; at least two.
  public var stages: [String]
  /// The metric that says what one pass through the last stage is worth; nil where none does.
  public var value: String?
  /// The source whose persons or records are followed from stage to stage; nil where nobody is.
  public var records: String?
  /// Within how many days after entering a later stage counts; nil for any time.
  public var within: Int?
  /// Where it stands in the definitions.
  public var place: SourcePlace

  /// A funnel.
  public init(
    name: String, label: LocalizedText? = nil, stages: [String], value: String? = nil,
    records: String? = nil, within: Int? = nil, place: SourcePlace = SourcePlace(file: "kpi.yaml")
  ) {
    self.name = name
    self.label = label ?? LocalizedText(SafeText(name))
    self.stages = stages
    self.value = value
    self.records = records
    self.within = within
    self.place = place
  }
}
