extension Safetensors {
  /// The file: equal values give equal bytes.
  ///
  /// Wide numbers come first in the data, so that each stands at a multiple of its width, as
  /// readers that map the file into memory want it; the header keeps the order.
  public var bytes: [UInt8] {
    var header = "{"
    if !notes.isEmpty {
      let members = notes.map { "\(Self.quoted($0.key)):\(Self.quoted($0.text))" }
      header += "\"\(Self.notesKey)\":{\(members.joined(separator: ","))}"
    }
    let starts = starts
    for (tensor, start) in zip(tensors, starts) {
      if header != "{" { header += "," }
      let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
      header +=
        "\(Self.quoted(tensor.name)):{\"dtype\":\"\(tensor.type.rawValue)\",\"shape\":[\(shape)],"
        + "\"data_offsets\":[\(start),\(start + tensor.bytes.count)]}"
    }
    header += "}"
    while header.utf8.count % 8 != 0 { header += " " }
    let length = UInt64(header.utf8.count)
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64($0 * 8)) }
    bytes += Array(header.utf8)
    for index in layout { bytes += tensors[index].bytes }
    return bytes
  }

  /// The tensors' places in `tensors` in the order of the data.
  private var layout: [Int] {
    [8, 4, 2, 1].flatMap { width in
      tensors.indices.filter { tensors[$0].type.byteCount == width }
    }
  }

  /// Where each tensor's data starts.
  private var starts: [Int] {
    var starts = Array(repeating: 0, count: tensors.count)
    var end = 0
    for index in layout {
      starts[index] = end
      end += tensors[index].bytes.count
    }
    return starts
  }

  /// A text as JSON writes it: only what has to be escaped is.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
