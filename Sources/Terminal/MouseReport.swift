import Drawing

/// A report of the mouse, as terminals send it: SGR `ESC [ < button ; column ; row M` or `m`.
///
/// Source: Dickey, *XTerm Control Sequences*, “Mouse Tracking”.
struct MouseReport: Equatable, Sendable {
  /// The button, and what came with it, in bits.
  var code: Int
  /// The column, from 1.
  var column: Int
  /// The row, from 1.
  var row: Int
  /// Whether the report ended as that of a release does.
  var isRelease: Bool

  /// A report in its parts.
  init(code: Int, column: Int, row: Int, isRelease: Bool) {
    self.code = code
    self.column = column
    self.row = row
    self.isRelease = isRelease
  }

  /// Reads what stands between `ESC [ <` and the last letter; nil if it is no report.
  init?(parameters: some Sequence<UInt8>, final: UInt8) {
    guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
    var numbers = [0]
    for byte in parameters {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tens, digit) = (numbers[numbers.count - 1], Int(byte - UInt8(ascii: "0")))
        guard tens < 100_000 else { return nil }
        numbers[numbers.count - 1] = tens * 10 + digit
      case UInt8(ascii: ";"):
        numbers.append(0)
      default:
        return nil
      }
    }
    guard numbers.count == 3 else { return nil }
    self.init(
      code: numbers[0], column: numbers[1], row: numbers[2],
      isRelease: final == UInt8(ascii: "m"))
  }

  /// Reads the older form, `ESC [ M` and three bytes, which some terminals know alone.
  init(oldForm button: UInt8, _ column: UInt8, _ row: UInt8) {
    let code = Int(button) - 32
    // It does not say which button was released.
    let isRelease = code & 3 == 3 && code & 0b110_0000 == 0
    self.init(
      code: isRelease ? code & ~3 : code, column: Int(column) - 32, row: Int(row) - 32,
      isRelease: isRelease)
  }

  /// What the mouse did; nil for buttons that have no name here.
  var event: MouseEvent? {
    guard code >= 0, code < 128 else { return nil }
    let isMotion = code & 32 != 0
    let isWheel = code & 64 != 0
    let kind: MouseEvent.Kind
    var button = MouseEvent.Button.none
    switch (isWheel, code & 3) {
    case (true, 0): kind = .wheelUp
    case (true, 1): kind = .wheelDown
    case (true, _): return nil
    case (false, 3) where isMotion: kind = .hover
    case (false, let number):
      kind = isRelease ? .release : isMotion ? .drag : .press
      button = [.left, .middle, .right, .none][number]
    }
    return MouseEvent(
      kind, button: button, at: Point(x: max(0, column - 1), y: max(0, row - 1)),
      shift: code & 4 != 0, control: code & 16 != 0)
  }
}
