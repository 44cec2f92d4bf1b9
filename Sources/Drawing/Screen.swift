/// What a screen reports.
public enum ScreenEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// The screen has a new size, or must be drawn anew after a suspension.
  case resized(Size)
  /// The program was asked to end by this signal, or its terminal is gone (SIGHUP).
  case terminated(signal: Int32)
}

/// Where pictures go and keys come from: the terminal, or a script in tests.
@MainActor public protocol Screen: ~Copyable {
  /// The size in cells now.
  var size: Size { get }
  /// What pictures for it may use, as a person likes it: theme, ground and glyphs can be set, and
  /// glyphs that the screen does not have are not taken on.
  var capabilities: Capabilities { get set }

  /// Whether the last picture is still on its way: another one now would only wait.
  var isCatchingUp: Bool { get }

  /// Shows a canvas; a canvas of another size than the screen's is clipped, and the rest is blank.
  mutating func present(_ canvas: Canvas)

  /// Takes the mouse, or leaves it to the terminal so that text can be selected as usual.
  mutating func setMouse(_ isWanted: Bool)

  /// The next event, waiting for one no longer than `timeout`; nil if none came.
  mutating func nextEvent(timeout: Duration) -> ScreenEvent?
}
