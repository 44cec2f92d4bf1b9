/// A figure as pixels, with smooth edges.
///
/// How much of a pixel a shape covers is told by how far the pixel's centre is from its edge. That
/// takes no more than sums, products, quotients and roots, which are the same to the last bit on
/// every machine.
public struct Raster: Equatable, Sendable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// Red, green and blue of every pixel, row by row from the top: `[height × width × 3]`.
  public private(set) var bytes: [UInt8]

  /// Draws a figure.
  public init(_ figure: Figure) {
    width = figure.width
    height = figure.height
    bytes = []
    bytes.reserveCapacity(width * height * 3)
    let paper = [figure.paper.red, figure.paper.green, figure.paper.blue]
    for _ in 0..<width * height { bytes.append(contentsOf: paper) }
    for shape in figure.shapes { draw(shape) }
  }

  private mutating func draw(_ shape: Figure.Shape) {
    switch shape {
    case .box(let box, let ink): fill(box, ink)
    case .line(let places, let isClosed, let pen):
      stroke(isClosed ? places + places.prefix(1) : places, pen)
    case .curve(let start, let first, let second, let end, let pen):
      stroke(PixelPath.flattened(start, first, second, end), pen)
    case .polygon(let places, let ink, let pen):
      fill(places, ink)
      if let pen { stroke(places + places.prefix(1), pen) }
    case .circle(let centre, let radius, let ink, let pen):
      if let ink { fillCircle(centre, radius, ink) }
      if let pen { strokeCircle(centre, radius, pen) }
    case .image(let image, let box): draw(image, in: box)
    case .text(let text, let place, let letters, let anchor):
      write(text, at: place, letters, anchor)
    }
  }

  /// Mixes a colour into a pixel.
  /// - Parameter coverage: how much of the pixel it covers, 0…1.
  mutating func blend(_ x: Int, _ y: Int, _ ink: Ink, _ coverage: Double) {
    guard coverage > 0, x >= 0, x < width, y >= 0, y < height else { return }
    let index = (y * width + x) * 3
    guard coverage < 1 else {
      bytes[index] = ink.red
      bytes[index + 1] = ink.green
      bytes[index + 2] = ink.blue
      return
    }
    // In 256ths, so that whole numbers do the rest.
    let share = Int(coverage * 256)
    func mixed(_ old: UInt8, _ new: UInt8) -> UInt8 {
      UInt8(truncatingIfNeeded: (Int(old) * (256 - share) + Int(new) * share + 128) >> 8)
    }
    bytes[index] = mixed(bytes[index], ink.red)
    bytes[index + 1] = mixed(bytes[index + 1], ink.green)
    bytes[index + 2] = mixed(bytes[index + 2], ink.blue)
  }

  /// The columns, or rows, that a stretch of pixels touches.
  static func pixels(from low: Double, to high: Double, within count: Int) -> Range<Int> {
    guard low.isFinite, high.isFinite, high >= low else { return 0..<0 }
    let first = Int(min(max(low.rounded(.down), 0), Double(count)))
    let end = Int(min(max(high.rounded(.up), 0), Double(count)))
    return first..<max(first, end)
  }

  private mutating func fill(_ box: PixelBox, _ ink: Ink) {
    for y in Self.pixels(from: box.y, to: box.maxY, within: height) {
      let down = min(Double(y) + 1, box.maxY) - max(Double(y), box.y)
      for x in Self.pixels(from: box.x, to: box.maxX, within: width) {
        let across = min(Double(x) + 1, box.maxX) - max(Double(x), box.x)
        blend(x, y, ink, across * down)
      }
    }
  }

  private mutating func draw(_ image: PaletteImage, in box: PixelBox) {
    let isExact = box.width == Double(image.width) && box.height == Double(image.height)
    for y in Self.pixels(from: box.y + 0.5, to: box.maxY - 0.5, within: height) {
      let v = (Double(y) + 0.5 - box.y) / box.height * Double(image.height)
      for x in Self.pixels(from: box.x + 0.5, to: box.maxX - 0.5, within: width) {
        let u = (Double(x) + 0.5 - box.x) / box.width * Double(image.width)
        blend(x, y, isExact ? image[Int(u), Int(v)] : Self.between(image, u, v), 1)
      }
    }
  }

  /// The colour between four pixels, whose centres lie at halves.
  private static func between(_ image: PaletteImage, _ u: Double, _ v: Double) -> Ink {
    let (left, top) = ((u - 0.5).rounded(.down), (v - 0.5).rounded(.down))
    let (x, y) = (Int(left), Int(top))
    let upper = image[x, y].mixed(with: image[x + 1, y], u - 0.5 - left)
    let lower = image[x, y + 1].mixed(with: image[x + 1, y + 1], u - 0.5 - left)
    return upper.mixed(with: lower, v - 0.5 - top)
  }
}
