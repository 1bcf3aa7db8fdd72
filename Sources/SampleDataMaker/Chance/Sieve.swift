/// Lets a share of what comes through, more evenly than a coin would.
///
/// A young company wins about four deals a week; tossed one by one, its weeks would say nothing. Each
/// comer adds its probability, shaken by up to half its size, and one passes whenever a whole has
/// come together.
struct Sieve {
  private var gathered: Double

  init(chance: inout RandomStream) { gathered = chance.unit() }

  /// Whether this comer passes.
  mutating func passes(_ probability: Double, chance: inout RandomStream) -> Bool {
    gathered += probability * (0.5 + chance.unit())
    guard gathered >= 1 else { return false }
    gathered -= 1
    return true
  }
}
