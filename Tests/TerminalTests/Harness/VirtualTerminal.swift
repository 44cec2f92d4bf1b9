import CVTerm
import Drawing

/// A terminal in memory: libvterm, with notes on the modes that were set.
///
/// A class, because libvterm's terminal is a thing with an identity.
@safe final class VirtualTerminal {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private(set) var size: Size
  /// Bytes it has been given.
  private(set) var byteCount = 0
  /// Whole pictures it has been given, by the marks at their ends.
  private(set) var frameCount = 0
  /// Modes of the kind `ESC [ ? number h` that are set.
  private(set) var modes: Set<Int> = []
  private var modeSequence: [UInt8] = []

  init?(size: Size) {
    guard let terminal = unsafe vterm_new(Int32(size.height), Int32(size.width)) else { return nil }
    unsafe self.terminal = terminal
    unsafe vterm_set_utf8(terminal, 1)
    unsafe screen = vterm_obtain_screen(terminal)
    unsafe vterm_screen_enable_altscreen(screen, 1)
    unsafe vterm_screen_reset(screen, 1)
    self.size = size
  }

  deinit {
    unsafe vterm_free(terminal)
  }

  func resize(to size: Size) {
    self.size = size
    unsafe vterm_set_size(terminal, Int32(size.height), Int32(size.width))
  }

  /// Takes bytes; answers what the terminal replies to them.
  func feed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    byteCount += bytes.count
    for byte in bytes { note(byte) }
    var replies: [UInt8] = []
    // libvterm copies its input onto the stack, four bytes for one.
    var rest = bytes
    while !rest.isEmpty {
      let part = rest.prefix(4096)
      rest = rest.dropFirst(4096)
      unsafe part.withUnsafeBytes { buffer in
        _ = unsafe vterm_input_write(
          terminal, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
      }
      replies += takeReplies()
    }
    return replies
  }

  private func takeReplies() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = unsafe buffer.withMemoryRebound(to: CChar.self) { buffer in
        unsafe vterm_output_read(terminal, buffer.baseAddress, buffer.count)
      }
    }
  }

  /// Follows `ESC [ ? numbers h` and `l`.
  private func note(_ byte: UInt8) {
    let beginning = Array("\u{1B}[?".utf8)
    switch modeSequence.count {
    case 0..<beginning.count:
      if byte == beginning[modeSequence.count] {
        modeSequence.append(byte)
      } else {
        modeSequence = byte == beginning[0] ? [byte] : []
      }
    default:
      if byte == UInt8(ascii: ";") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        modeSequence.append(byte)
        return
      }
      let numbers = modeSequence.dropFirst(beginning.count).split(separator: UInt8(ascii: ";"))
      modeSequence = byte == beginning[0] ? [byte] : []
      for number in numbers.compactMap({ Int(String(decoding: $0, as: UTF8.self)) }) {
        if byte == UInt8(ascii: "h") { modes.insert(number) }
        if byte == UInt8(ascii: "l") {
          modes.remove(number)
          if number == 2026 { frameCount += 1 }
        }
      }
    }
  }

  /// What stands in a cell.
  func cell(row: Int, column: Int) -> ScreenCell {
    ScreenCell(unsafe cvterm_get_cell(screen, Int32(row), Int32(column)))
  }

  /// A row as text.
  func line(_ row: Int) -> String {
    var text = ""
    var column = 0
    while column < size.width {
      let cell = cell(row: row, column: column)
      text += cell.text
      column += max(1, cell.width)
    }
    return text
  }

  /// All rows as text.
  var text: String { (0..<size.height).map(line).joined(separator: "\n") }

  /// Where the cursor stands.
  var cursor: Point {
    let place = unsafe cvterm_cursor(terminal)
    return Point(x: Int(place.col), y: Int(place.row))
  }
}
