import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Files that are no checkpoint")
struct CheckpointErrorTests {
  private static let bytes: [UInt8] = {
    var session = trainedSession()
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    session.advance(steps: 5)
    return Checkpoint.bytes(of: session)
  }()

  /// The checkpoint with a text changed, added, or taken away.
  private func noting(_ key: String, _ text: String?) throws -> Safetensors {
    var file = try Safetensors(bytes: Self.bytes)
    let place = file.notes.firstIndex { $0.key == key } ?? file.notes.endIndex
    file.notes.removeAll { $0.key == key }
    if let text { file.notes.insert(.init(key, text), at: place) }
    return file
  }

  private func refused(_ file: Safetensors, _ message: String) {
    #expect(throws: SafetensorsError(message)) { try Checkpoint.session(from: file.bytes) }
  }

  @Test("Other files say what they are")
  func otherFiles() {
    #expect(throws: SafetensorsError("this is no checkpoint: byte 8: “{” was expected")) {
      try Checkpoint.session(from: [1, 0, 0, 0, 0, 0, 0, 0, 0x41])
    }
    refused(
      Safetensors(tensors: trainedSession().trainer.network.tensors),
      "this is a file of tensors, but no checkpoint of Percept")
  }

  @Test("Texts that this version does not know, or that do not fit together")
  func texts() throws {
    let cases: [(key: String, text: String?, message: String)] = [
      (
        "percept.checkpoint", "2",
        "the checkpoint's format “2” is not known; this version of Percept reads 1"
      ),
      ("mood", "good", "the key “mood” is not known to this version of Percept"),
      ("action.7", "1 reset", "the key “action.7” is not known to this version of Percept"),
      (
        "preset.data.colour", "red",
        "data.colour can't be “red”: expected nothing, for this version has no such setting"
      ),
      ("session.steps", nil, "session.steps is missing"),
      ("history.stride", nil, "history.stride is missing"),
      ("history.stride", "0", "history.stride is “0”, expected a whole number from 1"),
      ("session.steps", "10", "session.steps is 10, less than the last action's"),
      ("action.0", "20 dance", "action.0 is “20 dance”, which is no action after step 0"),
      ("action.0", "-1 reset", "action.0 is “-1 reset”, which is no action after step 0"),
      ("action.0", "20 remove-unit 9", "the action “remove-unit 9” can't be carried out"),
      (
        "action.0", "20 add-layer",
        "the actions do not lead from the settings at the start to those now"
      ),
      (
        "trainer.optimizer", "adam",
        "the state is of the optimiser “adam”, expected one of “sgd”"
      ),
    ]
    for (key, text, message) in cases { refused(try noting(key, text), message) }
  }

  @Test("Tensors that do not fit")
  func tensors() throws {
    var file = try Safetensors(bytes: Self.bytes)
    file.tensors.append(Tensor("ballast", integer: 1))
    refused(file, "ballast [] is not expected")
    file.tensors.removeAll { ["ballast", "history.test"].contains($0.name) }
    refused(file, "history.test is missing, expected F64 [9]")
    file = try Safetensors(bytes: Self.bytes)
    file.tensors = file.tensors.map {
      $0.name == "history.epoch" ? Tensor($0.name, integers: Array(repeating: 3, count: 9)) : $0
    }
    refused(file, "history.epoch has epoch 3 after 3; expected rising multiples of 1")
  }

  @Test("A file with changed bytes is refused, or gives a session that goes on", arguments: 0..<4)
  func fuzz(seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .noise)
    for _ in 0..<150 {
      var bytes = Self.bytes
      for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(128)) }
      guard var session = try? Checkpoint.session(from: bytes) else { continue }
      session.advance(steps: 5)
      session.apply(.addUnit(layer: 0))
      session.apply(.reset)
    }
  }
}
