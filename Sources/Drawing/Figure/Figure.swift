/// A place of a figure in pixels: x from the left edge, y from the top one.
public typealias PixelPlace = SIMD2<Double>

/// A rectangle of a figure, in pixels.
public struct PixelBox: Equatable, Sendable {
  /// The left edge.
  public var x: Double
  /// The upper edge.
  public var y: Double
  /// Never negative.
  public var width: Double
  /// Never negative.
  public var height: Double

  /// A rectangle whose negative sides count as 0.
  public init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, max(0, width), max(0, height))
  }

  /// The right edge.
  public var maxX: Double { x + width }
  /// The lower edge.
  public var maxY: Double { y + height }
  /// The middle.
  public var centre: PixelPlace { PixelPlace(x + width / 2, y + height / 2) }
}

/// A picture of shapes, made once and written as SVG or drawn as pixels, which look alike.
public struct Figure: Sendable {
  /// How a line is drawn; its ends are round.
  public struct Pen: Hashable, Sendable {
    /// Its colour.
    public var ink: Ink
    /// Its width in pixels.
    public var width: Double
    /// Lengths of a dash and of the gap after it, from the middle of one end to that of another;
    /// empty for a solid line.
    public var dashes: [Double]

    /// A pen for solid lines, or for dashed ones.
    public init(_ ink: Ink, width: Double, dashes: [Double] = []) {
      (self.ink, self.width, self.dashes) = (ink, width, dashes)
    }
  }

  /// Where a text stands by its place.
  public enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// How a text is written.
  public struct Letters: Hashable, Sendable {
    /// Its colour.
    public var ink: Ink
    /// Pixels of the font: capitals are about 0.7 of it.
    public var size: Double
    /// Heavier strokes.
    public var isBold: Bool

    /// Letters of a colour and size.
    public init(_ ink: Ink, size: Double, isBold: Bool = false) {
      (self.ink, self.size, self.isBold) = (ink, size, isBold)
    }
  }

  /// What a figure is made of.
  public enum Shape: Sendable {
    /// A filled rectangle.
    case box(PixelBox, Ink)
    /// A line through places, closed or not.
    case line([PixelPlace], isClosed: Bool, Pen)
    /// A cubic Bézier curve: its ends, and the two places that it is drawn to between them.
    case curve(PixelPlace, PixelPlace, PixelPlace, PixelPlace, Pen)
    /// A filled polygon, with a line around it or not.
    case polygon([PixelPlace], Ink, Pen?)
    /// A circle, filled or not, with a line around it or not.
    case circle(PixelPlace, radius: Double, Ink?, Pen?)
    /// Pixels, stretched to a rectangle.
    case image(PaletteImage, PixelBox)
    /// A text on one line; the place is on its base line.
    case text(String, PixelPlace, Letters, Anchor)
  }

  /// Pixels across; at least 1.
  public let width: Int
  /// Pixels down; at least 1.
  public let height: Int
  /// The colour behind all shapes.
  public let paper: Ink
  /// What it shows, in words, for those who can't see it.
  public var title: String
  /// What it is made of; later shapes lie on top.
  public private(set) var shapes: [Shape] = []

  /// An empty figure.
  public init(width: Int, height: Int, paper: Ink, title: String = "") {
    (self.width, self.height) = (max(1, width), max(1, height))
    (self.paper, self.title) = (paper, title)
  }

  /// Adds a shape on top of the others.
  public mutating func add(_ shape: Shape) { shapes.append(shape) }

  /// Adds a text.
  public mutating func write(
    _ text: String, at place: PixelPlace, _ letters: Letters, _ anchor: Anchor = .start
  ) {
    guard !text.isEmpty else { return }
    add(.text(text, place, letters, anchor))
  }

  /// Adds a straight line.
  public mutating func draw(from start: PixelPlace, to end: PixelPlace, _ pen: Pen) {
    add(.line([start, end], isClosed: false, pen))
  }

  /// Adds the line around a rectangle, its middle on the edge.
  public mutating func frame(_ box: PixelBox, _ pen: Pen) {
    add(
      .line(
        [
          PixelPlace(box.x, box.y), PixelPlace(box.maxX, box.y), PixelPlace(box.maxX, box.maxY),
          PixelPlace(box.x, box.maxY),
        ], isClosed: true, pen))
  }
}
