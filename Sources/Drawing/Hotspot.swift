/// A part of a picture that answers to the mouse.
public struct Hotspot: Equatable, Sendable {
  /// The cells that belong to it.
  public let area: Rectangle
  /// What is there, for whoever drew it.
  public let target: any Hashable & Sendable

  /// Cells with a meaning.
  public init(_ area: Rectangle, target: any Hashable & Sendable) {
    self.area = area
    self.target = target
  }

  public static func == (left: Hotspot, right: Hotspot) -> Bool {
    left.area == right.area && AnyHashable(left.target) == AnyHashable(right.target)
  }
}

extension Canvas {
  /// What answers to the mouse at a cell: of several things, the one that was drawn last.
  public func hotspot(at point: Point) -> Hotspot? {
    hotspots.last { $0.area.contains(point) }
  }
}
