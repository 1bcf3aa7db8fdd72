import Drawing
import Glibc

/// A colour as eyes see it: in linear light, and as CIELAB coordinates under D65.
struct SeenColor {
  let red: Double
  let green: Double
  let blue: Double

  /// How a colour vision differs from the usual one.
  enum Vision: CaseIterable {
    case protan, deutan, tritan

    /// What linear light comes to, after Machado, Oliveira and Fernandes (2009), severity 1.
    var matrix: [[Double]] {
      switch self {
      case .protan:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deutan:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritan:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }
  }

  init(_ color: Color) {
    func linear(_ share: UInt8) -> Double {
      let value = Double(share) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    red = linear(color.red)
    green = linear(color.green)
    blue = linear(color.blue)
  }

  init(_ color: Color, by vision: Vision) {
    let plain = SeenColor(color)
    let light = vision.matrix.map { row in
      min(1, max(0, row[0] * plain.red + row[1] * plain.green + row[2] * plain.blue))
    }
    (red, green, blue) = (light[0], light[1], light[2])
  }

  /// The relative luminance of WCAG 2.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The contrast ratio of WCAG 2, 1 to 21.
  func contrast(to other: SeenColor) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  var lab: LabColor {
    func compressed(_ value: Double) -> Double {
      value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    let x = compressed((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    let y = compressed(luminance)
    let z = compressed((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }
}
