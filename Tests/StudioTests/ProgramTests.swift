import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The program of a session")
struct ProgramTests {
  @Test("It trains as many epochs as the session did, and tells of the steps after them")
  func epochs() {
    var session = Session(Preset())
    #expect(
      CodeLanguage.pytorch.text(session.program)
        .contains("epochs = 100  # none were trained here yet\n"))
    session.advance(steps: 53)
    let program = session.program
    #expect(program.epochs == 2 && program.steps == 3)
    for language in CodeLanguage.allCases {
      #expect(
        language.text(program)
          .contains("epochs = 2  # as many as here so far, and 3 steps of the next\n"))
    }
  }

  @Test("Frozen numbers stay in both frameworks, each in the order of its matrices")
  func frozen() {
    var session = Session(Preset())
    let network = session.trainer.network
    let weight = network.weightIndex(level: 1, unit: 1, input: 3) ?? 0
    session.apply(.freeze(index: weight))
    session.apply(.freeze(index: network.biasIndex(level: 0, unit: 2)))
    session.apply(.freezeUnit(level: 2, unit: 0))
    let pytorch = CodeLanguage.pytorch.text(session.program)
    for line in [
      "frozen[1][2] = True", "frozen[2][1, [3]] = True", "frozen[4][0, [0, 1]] = True",
      "frozen[5][0] = True", "    p.grad[mask] = 0",
    ] { #expect(pytorch.contains(line + "\n"), "\(line)") }
    let keras = CodeLanguage.keras.text(session.program)
    for line in [
      "frozen[1][2] = True", "frozen[2][[3], 1] = True", "frozen[4][[0, 1], 0] = True",
      "frozen[5][0] = True", "class Steps(keras.optimizers.SGD):",
    ] { #expect(keras.contains(line + "\n"), "\(line)") }
  }

  @Test("Killed units give 0 after their level")
  func killed() {
    var session = Session(Preset())
    session.apply(.killUnit(level: 0, unit: 1))
    #expect(
      CodeLanguage.pytorch.text(session.program)
        .contains("nn.Tanh(),\n    Apply(lambda a: a * torch.tensor([1, 0, 1, 1])),"))
    #expect(
      CodeLanguage.keras.text(session.program)
        .contains("layers.Lambda(lambda a: a * ops.array([1, 0, 1, 1], \"float32\")),"))
  }

  @Test("The weights' names are those of the file, for every wiring and normalisation")
  func names() {
    for wiring in LayerCatalogue.wirings {
      for normalization in ["none"] + LayerCatalogue.normalizations.map(\.name) {
        var preset = Preset()
        preset.network.wiring = PerLayer(wiring.name)
        preset.network.normalization = PerLayer(normalization)
        let session = Session(preset)
        let text = CodeLanguage.pytorch.text(session.program)
        var last = text.startIndex
        for tensor in session.trainer.network.tensors where !tensor.name.contains("running") {
          let place = text.range(of: "\"\(tensor.name)\"", from: last)
          #expect(place != nil, "\(tensor.name) with \(wiring.name), \(normalization)")
          last = place ?? last
        }
      }
    }
  }

  @Test("What the network computes at a point is what the program's formulas say")
  func point() throws {
    let session = Session(Preset())
    let point = try #require(session.dataset.training.first)
    let network = session.trainer.network
    let inputs = session.inputValues(x1: point.x1, x2: point.x2)
    #expect(inputs == [point.x1, point.x2])
    let index = try #require(network.weightIndex(level: 0, unit: 0, input: 0))
    let bias = network.parameters[network.biasIndex(level: 0, unit: 0)]
    let z =
      network.parameters[index] * point.x1 + network.parameters[index + 1] * point.x2 + bias
    #expect(abs(session.sums(x1: point.x1, x2: point.x2)[0][0] - z) < 1e-6)
    let output = session.values(x1: point.x1, x2: point.x2)[2][0]
    let target: Float = point.label > 0 ? 1 : -1
    let loss = session.loss(ofLabel: point.label, x1: point.x1, x2: point.x2)
    #expect(abs(loss - Double((output - target) * (output - target) / 2)) < 1e-6)
  }
}

extension String {
  /// Where a text begins from a place on; nil if it is not there.
  fileprivate func range(of text: String, from start: Index) -> Index? {
    var rest = self[start...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.startIndex }
      rest = rest.dropFirst()
    }
    return nil
  }
}
