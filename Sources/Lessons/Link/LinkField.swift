/// One `key=value` of an address.
struct LinkField: Equatable {
  /// What stands before the `=`, decoded.
  let key: String
  /// What stands after it, decoded; nil without a `=`.
  let value: String?
  /// The characters of the address at which they begin, from 1.
  let keyPosition: Int
  let valuePosition: Int

  /// Whether there is something after the `=`.
  var hasValue: Bool { value?.isEmpty == false }

  /// The fields behind the `#` of an address, in their order.
  ///
  /// White space is left out: an address has none, but gets some where a letter breaks its lines.
  /// Signs are decoded in what they part, so that an encoded `&` parts nothing.
  static func all(in address: String) -> [LinkField] {
    var fields: [LinkField] = []
    var (key, value): ([Character], [Character]?) = ([], nil)
    var (start, valueStart) = (0, 0)
    func finish() {
      guard !key.isEmpty || value != nil else { return }
      // An address copied from the text of a web page has `&amp;` for `&`.
      let name = decoded(key)
      fields.append(
        LinkField(
          key: name.hasPrefix("amp;") ? String(name.dropFirst(4)) : name,
          value: value.map(decoded), keyPosition: start, valuePosition: valueStart))
    }
    var isBehind = false
    for (index, character) in address.enumerated() where !character.isWhitespace {
      guard isBehind else {
        isBehind = character == "#"
        continue
      }
      switch character {
      case "&":
        finish()
        (key, value) = ([], nil)
      case "=" where value == nil:
        if key.isEmpty { start = index + 1 }
        (value, valueStart) = ([], index + 2)
      default:
        if value != nil {
          value?.append(character)
        } else {
          if key.isEmpty { start = index + 1 }
          key.append(character)
        }
      }
    }
    finish()
    return fields
  }

  /// Text in which `%2C` is a comma again; what is no such code stays as it is.
  static func decoded(_ text: [Character]) -> String {
    guard text.contains("%") else { return String(text) }
    let bytes = Array(String(text).utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
