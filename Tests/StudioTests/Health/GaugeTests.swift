import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("What lights are made of")
struct GaugeTests {
  private static let gauge = Gauge(on: 10, off: 8, watch: 5)

  @Test(
    "A light goes on at one mark and out at a lower one",
    arguments: [
      ([], Light.State.off), ([4], .off), ([5], .watch), ([9.9], .watch), ([10], .on),
      // Trembling about the upper mark, it stays on; about the lower one, out.
      ([10, 9.5, 10.2, 9.9, 8], .on), ([10, 7.9], .watch), ([10, 7.9, 8.1, 9.9], .watch),
      ([10, 4], .off), ([10, .nan], .on), ([.nan], .off), ([.infinity], .on),
      ([10, -.infinity], .off),
    ] as [([Double], Light.State)])
  func hysteresis(_ numbers: [Double], _ state: Light.State) {
    #expect(Self.gauge.state(after: numbers) == state)
  }

  @Test("A light does not flicker while a number trembles by less than a tenth")
  func flicker() {
    var random = Random(seed: 1, stream: .noise)
    var numbers: [Double] = []
    var states: [Light.State] = []
    for step in 0..<400 {
      // Slowly up to above the mark and down again.
      let slow = 12 - abs(Double(step) - 200) / 20
      numbers.append(slow + 0.9 * random.uniform(-1, 1))
      states.append(Self.gauge.state(after: smoothed(numbers)))
    }
    let changes = zip(states, states.dropFirst()).count {
      ($0 == .on) != ($1 == .on)
    }
    #expect(changes == 2)
  }

  @Test("Smoothing takes the middle of three")
  func smoothing() {
    #expect(smoothed([1, 9, 2, 3, 100, 4]) == [1, 9, 2, 3, 3, 4])
    #expect(smoothed([]) == [])
    #expect(smoothed([.nan, 2, .nan]).dropFirst() == [2, 2])
  }

  @Test(
    "Numbers are told to two digits",
    arguments: [
      (0.0, "0"), (1, "1"), (0.25, "0.25"), (2.5, "2.5"), (9.96, "10"), (12.4, "12"),
      (99.7, "100"), (1234, "1200"), (52_000, "52000"), (0.003, "0.003"), (0.00012, "0.00012"),
      (0.000012, "1.2e-5"), (4e7, "4e7"), (-0.5, "-0.5"), (.infinity, "infinite"),
      (.nan, "no number"), (1e300, "1e300"),
    ])
  func numbers(_ value: Double, _ text: String) {
    #expect(Words.number(value) == text)
  }

  @Test("Powers of ten")
  func decades() {
    #expect(abs(Words.decades(1000) - 3) < 1e-12)
    #expect(abs(Words.decades(0.01) + 2) < 1e-12)
    #expect(Words.decades(0) == -.infinity && Words.decades(.infinity) == .infinity)
    #expect(Words.decades(-1).isNaN && Words.decades(.nan).isNaN)
  }

  @Test("The best constant answer's loss, by hand and against every other answer")
  func constantAnswer() {
    var preset = Preset()
    preset.data.recipe = "gauss"
    preset.data.isStratified = true
    for choice in Preset.LossChoice.allCases {
      preset.training.loss = choice
      let objective = preset.objective
      let dataset = preset.dataset
      let found = ConstantAnswer(preset, dataset).loss
      let targets = dataset.training.map { objective.target(for: $0.label) }
      let best = stride(from: Float(-4), through: 4, by: 0.002).map { answer in
        loss(objective.loss, answer: answer, targets)
      }.min()
      #expect(abs(found - (best ?? .nan)) < 1e-4, "\(choice): \(found), \(best ?? .nan)")
    }
  }

  /// The mean loss of one output that gives the same for all points, by the formulas.
  private func loss(_ loss: Loss, answer: Float, _ targets: [[Float]]) -> Double {
    let all = targets.map { target -> Double in
      let (a, y) = (Double(answer), Double(target[0]))
      switch loss {
      case .halfSquaredError: return (a - y) * (a - y) / 2
      case .meanSquaredError: return (a - y) * (a - y)
      case .meanAbsoluteError: return abs(a - y)
      case .huber: return abs(a - y) <= 1 ? (a - y) * (a - y) / 2 : abs(a - y) - 0.5
      case .hinge: return max(0, 1 - y * a)
      case .binaryCrossEntropy, .softmaxCrossEntropy:
        let z = y > 0.5 ? -a : a
        return Double(Activation.softplus.value(Lanes(repeating: Float(z)))[0])
      }
    }
    return all.reduce(0, +) / Double(all.count)
  }

  @Test("Of several classes it is the entropy of how frequent they are")
  func entropy() {
    var preset = Preset()
    preset.data.recipe = "blobs"
    preset.data.classes = 4
    preset.data.isStratified = true
    preset.training.loss = .crossEntropy
    let dataset = preset.dataset
    let found = ConstantAnswer(preset, dataset).loss
    #expect(abs(found - 1.386_294_361) < 0.01)
  }
}
