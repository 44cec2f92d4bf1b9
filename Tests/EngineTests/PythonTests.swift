import Foundation
import Testing

@testable import Engine

/// The same files in Python, by hand with numpy and, where it is there, with the format's own
/// package; on a machine without them there is nothing to compare with.
@Suite("Safetensors in Python")
struct PythonTests {
  /// Reads a file, checks that its numbers are 0, 0.25, 0.5 …, and writes them doubled.
  private static let numpyScript = """
    import json, struct, sys
    import numpy as np
    types = {'F32': '<f4', 'F64': '<f8', 'I64': '<i8', 'U64': '<u8'}
    raw = open(sys.argv[1], 'rb').read()
    size = struct.unpack('<Q', raw[:8])[0]
    header, data = json.loads(raw[8:8 + size]), raw[8 + size:]
    assert header.pop('__metadata__') == {'title': 'ŷ "1"'}
    parts, offset, out = [], 0, {}
    for name, entry in header.items():
        begin, end = entry['data_offsets']
        kind = np.dtype(types[entry['dtype']])
        assert begin % kind.itemsize == 0
        array = np.frombuffer(data[begin:end], kind).reshape(entry['shape'])
        assert (array.ravel() == np.arange(array.size) * 0.25).all(), name
        part = (array.astype('<f4') * 2).tobytes()
        out[name] = {'dtype': 'F32', 'shape': list(array.shape),
                     'data_offsets': [offset, offset + len(part)]}
        parts.append(part)
        offset += len(part)
    text = json.dumps(out, indent=1).encode()
    open(sys.argv[2], 'wb').write(struct.pack('<Q', len(text)) + text + b''.join(parts))
    """

  /// The same by way of the package.
  private static let packageScript = """
    import sys
    import numpy as np
    from safetensors.numpy import load_file, save_file
    arrays = load_file(sys.argv[1])
    for name, array in arrays.items():
        assert (array.ravel() == np.arange(array.size) * 0.25).all(), name
    save_file({name: np.array(array.astype(np.float32) * 2) for name, array in arrays.items()},
              sys.argv[2])
    """

  /// The status of `python3 -c script arguments`; nil if there is no such program.
  private static func python(_ script: String, _ arguments: [String] = []) -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func exchange(_ script: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("percept-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let quarters = (0..<24).map { Float($0) * 0.25 }
    let file = Safetensors(
      tensors: [
        Tensor("layers.0.bias", shape: [3], floats: quarters.prefix(3)),
        Tensor("layers.0.weight", shape: [3, 2], floats: quarters.prefix(6)),
        Tensor("counters", doubles: [0, 0.25, 0.5]), Tensor("count", integer: 0),
      ], notes: [.init("title", "ŷ \"1\"")])
    let paths = ["in", "out"].map { folder.appendingPathComponent($0) }
    try Data(file.bytes).write(to: paths[0])
    #expect(Self.python(script, paths.map(\.path)) == 0)
    let answer = try Safetensors(bytes: Array(Data(contentsOf: paths[1])))
    #expect(answer.tensors.count == 4)
    for tensor in file.tensors where tensor.floats != nil {
      let found = answer.tensors.first { $0.name == tensor.name }
      #expect(found?.shape == tensor.shape && found?.floats == tensor.floats?.map { $0 * 2 })
    }
  }

  @Test(
    "What is written is read with numpy, and the other way",
    .enabled("python3 with numpy is not there") { python("import numpy") == 0 })
  func numpy() throws { try exchange(Self.numpyScript) }

  @Test(
    "What is written is read by the safetensors package, and the other way",
    .enabled("python3 with safetensors is not there") { python("import safetensors.numpy") == 0 })
  func package() throws { try exchange(Self.packageScript) }
}
