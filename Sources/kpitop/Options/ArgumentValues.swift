public import ArgumentParser
public import Metrics

// Values of the library as they are typed.

extension Grain: ExpressibleByArgument {}
extension ComparisonKind: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension AsOf: ExpressibleByArgument {
  /// `latest`, `today` or a date.
  public init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
  /// A date as ISO 8601 writes it.
  public init?(argument: String) { self.init(iso: argument) }
}
