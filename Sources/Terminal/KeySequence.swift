import Drawing

/// The keys behind escape sequences that a terminal's description may not list.
///
/// Descriptions list what the terminal they are named after sends, and many a terminal runs under
/// another's name. Modifiers are dropped: shift-left is left.
enum KeySequence {
  /// The key of `ESC [ parameters final`, or of `ESC O final`.
  static func key(parameters: [UInt8], final: UInt8) -> Key? {
    // The Linux console's F1 to F5 are ESC [ [ A to E.
    if parameters == [UInt8(ascii: "[")] {
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) else { return nil }
      return .function(Int(final - UInt8(ascii: "A")) + 1)
    }
    let first = parameters.prefix { $0 != UInt8(ascii: ";") }
    if final == UInt8(ascii: "~") { return numbered(number(first)) }
    return lettered(Character(Unicode.Scalar(final)))
  }

  private static func lettered(_ final: Character) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "Z": .backTab
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    case "M": .enter  // The keypad's, after ESC O.
    default: nil
    }
  }

  private static func numbered(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number) where (11...15).contains(number): .function(number - 10)
    case .some(let number) where (17...21).contains(number): .function(number - 11)
    case .some(let number) where (23...24).contains(number): .function(number - 12)
    default: nil
    }
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...3).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
