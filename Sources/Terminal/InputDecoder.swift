import Drawing

/// Turns what ncurses reads into keys and reports of the mouse.
///
/// ncurses hands over bytes, and numbers above all bytes for the keys it recognised. What it did not
/// recognise is put together here: UTF-8, reports of the mouse, and sequences of other terminals,
/// which must never reach the program as the letters they consist of. A sequence may be cut anywhere
/// between two readings.
struct InputDecoder: Sendable {
  private enum State: Equatable {
    case ground
    case escape
    /// After `ESC O`.
    case singleShift
    /// After `ESC [`, with what followed.
    case sequence([UInt8])
    /// After `ESC [ M`, with what followed.
    case oldMouse([UInt8])
    /// The beginning of a character.
    case character([UInt8], count: Int)
  }

  /// Longer sequences than this are noise.
  private static let limit = 64
  private var state = State.ground

  /// Takes the next byte or number; appends what it completes.
  mutating func decode(_ token: Int32, into events: inout EventQueue) {
    guard let byte = UInt8(exactly: token) else {
      endOfBatch(into: &events)
      state = token == KeyCode.mousePrefix ? .sequence([UInt8(ascii: "<")]) : .ground
      if let key = KeyCode.key(token) { events.append(.key(key)) }
      return
    }
    let before = state
    state = .ground
    switch before {
    case .ground: ground(byte, into: &events)
    case .escape: afterEscape(byte, into: &events)
    case .singleShift:
      if let key = KeySequence.key(parameters: [], final: byte) { events.append(.key(key)) }
    case .sequence(let bytes): sequence(bytes, byte, into: &events)
    case .oldMouse(let bytes):
      if bytes.count < 2 {
        state = .oldMouse(bytes + [byte])
      } else {
        append(MouseReport(oldForm: bytes[0], bytes[1], byte), into: &events)
      }
    case .character(let bytes, let count):
      character(bytes, byte, count: count, into: &events)
    }
  }

  /// Nothing more is there to read: what only began like a sequence was typed by hand.
  mutating func endOfBatch(into events: inout EventQueue) {
    switch state {
    case .escape: events.append(.key(.escape))
    case .singleShift: typed("O", into: &events)
    case .sequence([]): typed("[", into: &events)
    default: return
    }
    state = .ground
  }

  private func typed(_ character: Character, into events: inout EventQueue) {
    events.append(.key(.escape))
    events.append(.key(.character(character)))
  }

  private mutating func ground(_ byte: UInt8, into events: inout EventQueue) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0A, 0x0D: events.append(.key(.enter))
    case 0x09: events.append(.key(.tab))
    case 0x08, 0x7F: events.append(.key(.backspace))
    case 0x00: events.append(.key(.control(" ")))
    case 0x01...0x1A: events.append(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
    case 0x1C...0x1F: events.append(.key(.control(Character(Unicode.Scalar(byte + 0x40)))))
    case 0x20..<0x7F: events.append(.key(.character(Character(Unicode.Scalar(byte)))))
    case 0xC2...0xDF: state = .character([byte], count: 2)
    case 0xE0...0xEF: state = .character([byte], count: 3)
    case 0xF0...0xF4: state = .character([byte], count: 4)
    default: break
    }
  }

  private mutating func afterEscape(_ byte: UInt8, into events: inout EventQueue) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .singleShift
    default:
      // Alt with a key, or escape and then a key: terminals send the same for both.
      events.append(.key(.escape))
      ground(byte, into: &events)
    }
  }

  private mutating func sequence(
    _ bytes: [UInt8], _ byte: UInt8, into events: inout EventQueue
  ) {
    switch byte {
    case UInt8(ascii: "[") where bytes.isEmpty, 0x20...0x3F:
      if bytes.count < Self.limit { state = .sequence(bytes + [byte]) }
    case UInt8(ascii: "M") where bytes.isEmpty:
      state = .oldMouse([])
    case 0x40...0x7E:
      if bytes.first == UInt8(ascii: "<") {
        append(MouseReport(parameters: bytes.dropFirst(), final: byte), into: &events)
      } else if let key = KeySequence.key(parameters: bytes, final: byte) {
        events.append(.key(key))
      }
    default:
      // A control character ends it; that one was meant.
      ground(byte, into: &events)
    }
  }

  private mutating func character(
    _ bytes: [UInt8], _ byte: UInt8, count: Int, into events: inout EventQueue
  ) {
    guard byte & 0xC0 == 0x80 else { return ground(byte, into: &events) }
    let all = bytes + [byte]
    guard all.count == count else {
      state = .character(all, count: count)
      return
    }
    // Characters that control the terminal (C1) are none to type.
    if let text = String(validating: all, as: UTF8.self), let character = text.first,
      all != [0xC2, byte] || byte >= 0xA0
    {
      events.append(.key(.character(character)))
    }
  }

  private func append(_ report: MouseReport?, into events: inout EventQueue) {
    if let event = report?.event { events.append(.mouse(event)) }
  }
}
