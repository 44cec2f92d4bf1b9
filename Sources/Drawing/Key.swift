/// A key press, as every terminal is able to send it.
public enum Key: Hashable, Sendable {
  /// A printable character; space and capital letters included.
  case character(Character)
  /// Control with a letter, in lower case: ctrl-P is `.control("p")`.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// F1 is `.function(1)`.
  case function(Int)
}

/// What the mouse did, at a cell.
public struct MouseEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    case press, release, drag, hover
    case wheelUp, wheelDown
  }

  /// Which button was pressed, released or held.
  public enum Button: Hashable, Sendable {
    case none, left, middle, right
  }

  /// What happened.
  public var kind: Kind
  /// Which button it was done with; `.none` for hovering and the wheel.
  public var button: Button
  /// The cell under the pointer.
  public var position: Point
  /// Whether shift was held.
  public var shift: Bool
  /// Whether control was held.
  public var control: Bool
  /// Whether it is the second press of a double click.
  public var isDouble = false

  /// Something the mouse did at a cell.
  public init(
    _ kind: Kind, button: Button, at position: Point, shift: Bool = false, control: Bool = false
  ) {
    self.kind = kind
    self.button = button
    self.position = position
    self.shift = shift
    self.control = control
  }
}
