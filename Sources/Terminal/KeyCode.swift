import CNCurses
import Drawing

/// Keys that ncurses recognised, by its numbers, which lie above all bytes.
enum KeyCode {
  /// The number under which `ESC [ <`, the beginning of a mouse report, is made known to ncurses;
  /// above all of its own.
  static let mousePrefix: Int32 = 0o1000 + 600

  /// The key with such a number; nil for one that has no name here.
  static func key(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP, KEY_SR: .up
    case KEY_DOWN, KEY_SF: .down
    case KEY_LEFT, KEY_SLEFT: .left
    case KEY_RIGHT, KEY_SRIGHT: .right
    case KEY_HOME, KEY_SHOME, KEY_FIND, KEY_A1: .home
    case KEY_END, KEY_SEND, KEY_SELECT, KEY_LL, KEY_C1: .end
    case KEY_PPAGE, KEY_SPREVIOUS, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_SNEXT, KEY_C3: .pageDown
    case KEY_IC, KEY_SIC: .insert
    case KEY_DC, KEY_SDC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_F0...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// Sequences of keys with a modifier, and forms of plain keys, that ncurses is told of whatever the
  /// terminal's name: what it knew them by differs from description to description.
  static let additions: [(sequence: String, code: Int32)] = {
    let letters: [(String, Int32)] = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME),
      ("F", KEY_END),
    ]
    let numbers: [(String, Int32)] = [
      ("1", KEY_HOME), ("2", KEY_IC), ("3", KEY_DC), ("4", KEY_END), ("5", KEY_PPAGE),
      ("6", KEY_NPAGE),
    ]
    var additions = [("\u{1B}[<", mousePrefix), ("\u{1B}[Z", KEY_BTAB)]
    for (letter, code) in letters {
      additions.append(("\u{1B}[\(letter)", code))
      additions.append(("\u{1B}O\(letter)", code))
      for modifier in 2...8 { additions.append(("\u{1B}[1;\(modifier)\(letter)", code)) }
    }
    for (number, code) in numbers {
      additions.append(("\u{1B}[\(number)~", code))
      for modifier in 2...8 { additions.append(("\u{1B}[\(number);\(modifier)~", code)) }
    }
    return additions
  }()
}
