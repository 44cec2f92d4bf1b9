import Engine
import Lessons

/// Files of tensors.
enum SafetensorsTarget: FuzzTarget {
  static let name = "safetensors"
  /// The network of `network`, in the corpus.
  private static let small: Preset = {
    var preset = Preset()
    preset.network.hidden = [2]
    return preset
  }()

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
    var network = Network(small.networkSpec, seed: 1)
    do throws(SafetensorsError) {
      try network.load(file.tensors)
    } catch {
      try Laws.checkMessage(error.description)
    }
    return true
  }
}
