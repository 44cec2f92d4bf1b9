import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Going back and forth in time")
struct JumpTests {
  /// With all that has a memory: momentum of two kinds, dropout, noise, an order that is shuffled.
  static let rich = smallPreset {
    $0.network.hidden = [6, 5]
    $0.network.dropout = PerLayer([0, 20]) ?? PerLayer(0)
    $0.training.optimizer = "adam"
    $0.training.batchSize = 10
    $0.training.inputNoise = 0.05
    $0.training.learningRate = 0.01
    $0.data.samples = 80
    $0.data.validation = 25
    $0.training.patience = 100_000
  }

  /// Changes that go on with the weights, and some that begin anew.
  static let changes: [Action] = [
    .set(key: "training.learning-rate", value: "0.003"),
    .set(key: "training.learning-rate", value: "0.02"), .set(key: "training.l2", value: "0.001"),
    .set(key: "training.batch-size", value: "7"), .set(key: "training.batch-size", value: "12"),
    .set(key: "training.optimizer", value: "momentum"),
    .set(key: "training.optimizer", value: "adam"), .set(key: "training.shuffle", value: "false"),
    .set(key: "training.shuffle", value: "true"), .set(key: "training.clipping", value: "norm"),
    .set(key: "training.loss", value: "cross-entropy"),
    .set(key: "training.loss", value: "mean-squared-error"),
    .set(key: "training.patience", value: "60"), .set(key: "training.patience", value: "90000"),
    .set(key: "training.schedule", value: "cosine"), .addUnit(layer: 0), .removeUnit(layer: 1),
    .addLayer, .removeLayer, .freeze(index: 3), .unfreeze(index: 3), .freezeLayer(level: 0),
    .unfreezeLayer(level: 0), .killUnit(level: 0, unit: 1), .reviveUnit(level: 0, unit: 1),
    .setParameter(index: 2, value: 0.5), .toggleFeature(.x1Squared),
    .addPoints([Example(1.5, -2, label: 1), Example(-1, 2, label: 0)], share: .training),
    .erasePoints(at: [0, 5, 11]), .relabelPoints(at: [1, 2], label: 1),
    .set(key: "network.normalization", value: "batch"),
    .set(key: "network.activation", value: "relu"),
    .newWeights, .reset, .newData,
  ]

  @Test(
    "200 random jumps and branches in a long run are each where a fresh run comes to",
    .timeLimit(.minutes(10)))
  func random() {
    var journey = Journey(Self.rich)
    var random = Random(seed: 7, stream: .data)
    journey.train(4 * 1200)
    var jumps = 0
    for round in 0..<200 {
      let branches = journey.session.branches
      let branch = branches[random.below(branches.count)]
      // Most go anywhere, some a little back as in the microscope.
      switch random.below(4) {
      case 0:
        journey.go(toEpoch: random.below(branch.lastEpoch + 1), of: branch.number)
      case 1:
        let present = journey.session.trainer.stepCount
        journey.go(
          toStep: max(0, present - 1 - random.below(5)), of: journey.session.presentBranch)
      default:
        journey.go(toStep: random.below(branch.lastStep + 1), of: branch.number)
      }
      jumps += 1
      #expect(Bits(journey.session) == Bits(journey.fresh), "jump \(round)")
      // What is kept of the branches has to be right after going on as well, changed or not.
      if round % 2 == 0 { journey.train(random.below(40)) }
      if round % 3 == 0 {
        journey.change(Self.changes[random.below(Self.changes.count)])
        journey.train(random.below(60))
      }
      if round % 10 == 0 {
        #expect(Bits(journey.session) == Bits(journey.fresh), "after jump \(round)")
      }
    }
    #expect(jumps == 200 && journey.session.branches.count == TimeLine.branchLimit)
    #expect(journey.session.time.branches.contains { $0.stride > 1 })
  }
}
