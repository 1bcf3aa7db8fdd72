/// The colours that a terminal numbers: 16 names, a 6×6×6 cube and 24 greys.
public enum ColorPalette {
  /// All 256 by their number; the first 16 as xterm has them, which a user may have changed.
  public static let colors: [Color] = {
    let named: [UInt32] = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = (0..<216).map { Color(steps[$0 / 36], steps[$0 / 6 % 6], steps[$0 % 6]) }
    let greys = (0..<24).map { (step: UInt8) in Color(8 + 10 * step, 8 + 10 * step, 8 + 10 * step) }
    return named.map { Color($0) } + cube + greys
  }()

  private static let perceived = colors.map(PerceivedColor.init)

  /// The number of the colour that looks most alike, by distance in CIELAB.
  ///
  /// Among 256 the first 16 are not considered, as their colours are the user's choice.
  public static func nearest(to color: Color, depth: ColorDepth) -> Int {
    let candidates = depth == .sixteen ? 0..<16 : 16..<256
    let wanted = PerceivedColor(color)
    var best = candidates.lowerBound
    var distance = Double.infinity
    for number in candidates {
      let next = wanted.squaredDistance(to: perceived[number])
      if next < distance {
        distance = next
        best = number
      }
    }
    return best
  }
}

/// A colour as CIELAB coordinates under D65, where distances are about as large as they look.
struct PerceivedColor {
  let lightness: Double
  let redness: Double
  let yellowness: Double

  init(_ color: Color) {
    func linear(_ share: UInt8) -> Double {
      let value = Double(share) / 255
      guard value > 0.04045 else { return value / 12.92 }
      let base = (value + 0.055) / 1.055
      return base * base * root(base * base, degree: 5)
    }
    let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
    func compressed(_ value: Double) -> Double {
      value > 0.008856 ? root(value, degree: 3) : 7.787 * value + 16.0 / 116
    }
    let x = compressed((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    let y = compressed(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    let z = compressed((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    lightness = 116 * y - 16
    redness = 500 * (x - y)
    yellowness = 200 * (y - z)
  }

  func squaredDistance(to other: PerceivedColor) -> Double {
    let (l, a, b) = (
      lightness - other.lightness, redness - other.redness, yellowness - other.yellowness
    )
    return l * l + a * a + b * b
  }
}

/// A root of a number between 0 and about 1, by Newton's method; the C library is not imported here.
private func root(_ value: Double, degree: Int) -> Double {
  guard value > 0 else { return 0 }
  var guess = 1.0
  for _ in 0..<40 {
    var power = 1.0
    for _ in 1..<degree { power *= guess }
    let next = guess - (guess - value / power) / Double(degree)
    if abs(next - guess) < 1e-12 { return next }
    guess = next
  }
  return guess
}
