/// A colour of a figure: red, green and blue of sRGB, 0…255 each.
public struct Ink: Hashable, Sendable {
  /// How much red there is.
  public let red: UInt8
  /// How much green there is.
  public let green: UInt8
  /// How much blue there is.
  public let blue: UInt8

  /// A colour of three parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// A colour written as `0xRRGGBB`.
  public init(_ hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// A colour of a palette; nil for the terminal's own, which a figure does not have.
  public init?(_ color: Color) {
    guard let (red, green, blue) = color.components else { return nil }
    self.init(red: red, green: green, blue: blue)
  }

  /// A grey, from 0 (black) to 255 (white).
  public static func grey(_ level: UInt8) -> Ink { Ink(red: level, green: level, blue: level) }

  /// The colour at a share of the way to another, 0…1; beyond that, the nearer end.
  public func mixed(with other: Ink, _ share: Double) -> Ink {
    let share = share.isNaN ? 0 : min(max(share, 0), 1)
    func part(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Double(one) + (Double(two) - Double(one)) * share).rounded())
    }
    return Ink(
      red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
  }

  /// As images name it: `#rrggbb`.
  public var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
