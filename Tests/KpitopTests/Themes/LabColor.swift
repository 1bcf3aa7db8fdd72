import Glibc

/// CIELAB coordinates, with the CIEDE2000 difference.
struct LabColor {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ lightness: Double, _ a: Double, _ b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// The CIEDE2000 difference with all weights 1, after Sharma, Wu and Dalal (2005).
  func difference(from other: LabColor) -> Double {
    let mean = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1.5 - 0.5 * sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7)))
    let (a1, a2) = (a * stretch, other.a * stretch)
    let (chroma1, chroma2) = (hypot(a1, b), hypot(a2, other.b))
    let (hue1, hue2) = (LabColor.degrees(a1, b), LabColor.degrees(a2, other.b))
    let isGrey = chroma1 * chroma2 == 0
    var turn = hue2 - hue1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    if isGrey { turn = 0 }
    var hue = (hue1 + hue2) / 2
    if isGrey {
      hue = hue1 + hue2
    } else if abs(hue1 - hue2) > 180 {
      hue += hue1 + hue2 < 360 ? 180 : -180
    }
    let chroma = (chroma1 + chroma2) / 2
    let light = pow((lightness + other.lightness) / 2 - 50, 2)
    let wave =
      1 - 0.17 * LabColor.cosine(hue - 30) + 0.24 * LabColor.cosine(2 * hue)
      + 0.32 * LabColor.cosine(3 * hue + 6) - 0.2 * LabColor.cosine(4 * hue - 63)
    let lightPart = (other.lightness - lightness) / (1 + 0.015 * light / sqrt(20 + light))
    let chromaPart = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    let huePart =
      2 * sqrt(chroma1 * chroma2) * sin(turn / 2 * .pi / 180) / (1 + 0.015 * chroma * wave)
    let blue = 30 * exp(-pow((hue - 275) / 25, 2))
    let rotation =
      -sin(2 * blue * .pi / 180) * 2 * sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7)))
    return sqrt(
      lightPart * lightPart + chromaPart * chromaPart + huePart * huePart
        + rotation * chromaPart * huePart)
  }

  private static func degrees(_ a: Double, _ b: Double) -> Double {
    if a == 0, b == 0 { return 0 }
    let angle = atan2(b, a) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
