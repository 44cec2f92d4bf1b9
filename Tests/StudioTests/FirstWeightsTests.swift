import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Sessions that begin with weights from elsewhere")
struct FirstWeightsTests {
  private func session() throws -> (session: Session, weights: FirstWeights) {
    let trained = trainedSession()
    let weights = try FirstWeights(
      trained.trainer.network.tensors, for: trained.preset.networkSpec)
    return (Session(smallPreset(), weights: weights), weights)
  }

  @Test("They are where it starts, and where it comes back to while the network is the same")
  func starts() throws {
    var (session, weights) = try session()
    #expect(session.trainer.network.parameters == weights.parameters)
    #expect(session.trainer.epochCount == 0)
    session.advance(steps: 30)
    #expect(session.trainer.network.parameters != weights.parameters)
    for action in [
      Action.reset, .newData, .set(key: "data.set", value: "xor"),
      .set(key: "training.seed", value: "7"),
    ] {
      session.advance(steps: 3)
      session.apply(action)
      #expect(session.trainer.network.parameters == weights.parameters, "\(action)")
    }
  }

  @Test(
    "Other weights, inputs or shapes are drawn from the seed",
    arguments: [
      Action.newWeights, .addUnit(layer: 0), .removeLayer, .toggleFeature(.x1Squared),
      .set(key: "features", value: "x1,sinx2"),
      .set(key: "network.initialization", value: "he"),
      .set(key: "network.initialization", value: "zeros"),
    ])
  func drawn(_ action: Action) throws {
    var (session, _) = try session()
    session.apply(action)
    session.apply(.reset)
    #expect(
      session.trainer.network.parameters == Session(session.preset).trainer.network.parameters)
  }

  @Test("Replays and checkpoints begin with them too")
  func replays() throws {
    var (session, _) = try session()
    session.advance(steps: 10)
    session.apply(.addUnit(layer: 0))
    session.apply(.removeUnit(layer: 0))
    session.advance(steps: 10)
    #expect(
      Snapshot(Session(replaying: session.log, steps: session.totalSteps)) == Snapshot(session))
    var resumed = try Checkpoint.session(from: Checkpoint.bytes(of: session))
    #expect(Snapshot(resumed) == Snapshot(session))
    #expect(resumed.log == session.log)
    resumed.apply(.reset)
    session.apply(.reset)
    #expect(Snapshot(resumed) == Snapshot(session))
  }

  @Test("Weights that do not fit, or are not finite, are refused")
  func refused() throws {
    let spec = smallPreset().networkSpec
    var network = Network(spec, seed: 1)
    let wide = smallPreset { $0.network.hidden = [5, 2] }.networkSpec
    let message =
      "layers.0.weight is F32 [4, 2], expected F32 [5, 2]; layers.0.bias is F32 [4], expected F32"
      + " [5]; layers.1.weight is F32 [2, 4], expected F32 [2, 5]"
    #expect(throws: SafetensorsError(message)) { try FirstWeights(network.tensors, for: wide) }
    network.parameters[9] = .nan
    #expect(throws: SafetensorsError("layers.0.bias has a number that is not finite")) {
      try FirstWeights(network.tensors, for: spec)
    }
  }
}
