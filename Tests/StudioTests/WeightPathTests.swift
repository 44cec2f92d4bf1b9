import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The weights that a run went through")
struct WeightPathTests {
  @Test("Each entry is the weights of its epoch")
  func entries() {
    var session = Session(smallPreset())
    #expect(session.path.entries.map(\.epoch) == [0])
    while session.trainer.epochCount < 40 {
      session.advance(steps: 1)
      guard session.trainer.position == 0 else { continue }
      #expect(session.path.entries.last?.epoch == session.trainer.epochCount)
      #expect(session.path.entries.last?.parameters == session.trainer.network.parameters)
    }
    #expect(session.path.entries.map(\.epoch) == Array(0...40))
  }

  @Test("It never has more than 64 entries, the start among them, however steps are taken")
  func thinned() {
    var one = Session(smallPreset { $0.training.batchSize = 1000 })
    var two = one
    let start = one.trainer.network.parameters
    one.advance(steps: 1100)
    for _ in 0..<100 { two.advance(steps: 11) }
    #expect(one.path == two.path)
    #expect(one.path.stride == 32)
    #expect(one.path.entries.map(\.epoch) == Array(Swift.stride(from: 0, through: 1100, by: 32)))
    #expect(one.path.entries.first?.parameters == start)
  }

  @Test(
    "Large networks have fewer entries, and the largest none",
    arguments: [10, 5000, 80_000, 90_000])
  func bounded(_ count: Int) {
    var path = WeightPath()
    var most = 0
    for epoch in 0..<1000 {
      if path.keeps(epoch) {
        path.append(Array(repeating: Float(epoch), count: count), after: epoch)
      }
      most = max(most, path.byteCount)
      #expect(path.entries.count <= WeightPath.capacity)
    }
    #expect(most <= WeightPath.byteLimit)
    #expect(path.entries.isEmpty == (count == 90_000))
    #expect(path.entries.isEmpty || path.entries[0].epoch == 0)
    #expect(path.entries.allSatisfy { $0.parameters.first == Float($0.epoch) })
    #expect(path.entries.map(\.epoch) == path.entries.map(\.epoch).sorted())
  }

  @Test("Going back to an earlier epoch forgets the later ones; one epoch has one entry")
  func goingBack() {
    var path = WeightPath()
    for epoch in 0...10 { path.append([Float(epoch)], after: epoch) }
    path.append([50], after: 5)
    #expect(path.entries.map(\.epoch) == Array(0...5))
    path.append([51], after: 5)
    #expect(path.entries.map(\.parameters).suffix(2) == [[4], [51]])
  }

  @Test("It begins anew where training does and where the network gets another shape")
  func changes() {
    let reshaping: [Action] = [
      .addLayer, .addUnit(layer: 0), .removeUnit(layer: 0), .toggleFeature(.x1),
    ]
    for action in reshaping {
      var session = trainedSession()
      let epoch = session.trainer.epochCount
      #expect(session.path.entries.count == epoch + 1)
      session.apply(action)
      #expect(session.path.entries.map(\.epoch) == [epoch])
      #expect(session.path.entries.last?.parameters == session.trainer.network.parameters)
      session.undo()
      #expect(session.path.entries.count == epoch + 1)
    }
    for action in [Action.reset, .newWeights, .newData] {
      var session = trainedSession()
      session.apply(action)
      #expect(session.path.entries.map(\.epoch) == [0])
      #expect(session.path.entries.last?.parameters == session.trainer.network.parameters)
    }
    var session = trainedSession()
    let before = session.path
    session.apply(.set(key: "training.rate", value: "0.1"))
    #expect(session.path == before)
  }

  @Test("Whatever is done, it has one shape, and a replay has the same", arguments: 0..<20)
  func replay(_ seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .order)
    var session = Session(smallPreset())
    for _ in 0..<20 {
      session.advance(steps: random.below(25))
      session.apply(actions[random.below(actions.count)])
      let count = session.trainer.network.parameterCount
      #expect(session.path.entries.allSatisfy { $0.parameters.count == count })
    }
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(
      again.path.entries.map { $0.parameters.map(\.bitPattern) }
        == session.path.entries.map { $0.parameters.map(\.bitPattern) })
    #expect(again.path.entries.map(\.epoch) == session.path.entries.map(\.epoch))
  }

  @Test("A session from a file begins its path where it is")
  func checkpoint() throws {
    let session = trainedSession()
    let again = try Checkpoint.session(from: Checkpoint.bytes(of: session))
    #expect(again.path.entries.map(\.epoch) == [session.trainer.epochCount])
    #expect(again.path.entries.last?.parameters == session.trainer.network.parameters)
  }
}
