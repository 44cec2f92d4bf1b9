import Engine

/// Files of tensors.
enum SafetensorsTarget: FuzzTarget {
  static let name = "safetensors"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    let file: Safetensors
    do {
      file = try Safetensors(bytes: bytes)
    } catch {
      try Laws.checkMessage(error.description)
      return false
    }
    for tensor in file.tensors {
      let count = tensor.shape.contains(0) ? 0 : tensor.shape.reduce(1, *)
      try Laws.expect(
        count * tensor.type.byteCount == tensor.bytes.count, "\(tensor.name) has another size")
    }
    let again = try? Safetensors(bytes: file.bytes)
    try Laws.expect(again == file, "a file changes when it is written")
    var network = Network(NetworkSpec(inputCount: 2, hidden: [2], outputCount: 1), seed: 1)
    do {
      try network.load(file.tensors)
    } catch {
      try Laws.checkMessage(error.description)
    }
    return true
  }
}
