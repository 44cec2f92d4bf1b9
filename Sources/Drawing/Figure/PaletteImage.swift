/// Pixels of at most 256 colours.
public struct PaletteImage: Equatable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The colours, at most 256.
  public let inks: [Ink]
  /// The place of each pixel's colour, row by row from the top: `[height × width]`.
  public let pixels: [UInt8]

  /// An image whose pixels name the places of colours; a missing pixel has the first colour, and so
  /// has one that names no colour.
  public init(width: Int, height: Int, inks: [Ink], pixels: [UInt8]) {
    (self.width, self.height) = (max(1, width), max(1, height))
    let inks = inks.isEmpty ? [Ink(0)] : Array(inks.prefix(256))
    self.inks = inks
    let count = self.width * self.height
    let missing = max(0, count - pixels.count)
    self.pixels =
      pixels.prefix(count).map { Int($0) < inks.count ? $0 : 0 }
      + Array(repeating: 0, count: missing)
  }

  /// The colour of a pixel, that of the nearest one outside.
  subscript(x: Int, y: Int) -> Ink {
    inks[Int(pixels[min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)])]
  }
}
