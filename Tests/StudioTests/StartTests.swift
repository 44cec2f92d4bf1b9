import Datasets
import Engine
import Lessons
import Studio
import Testing

@Suite("Starts of a session")
struct StartTests {
  @Test("A session starts at epoch 0 with one entry of its history")
  func start() {
    let session = Session(Preset())
    #expect(session.trainer.epochCount == 0)
    #expect(session.totalSteps == 0)
    #expect(session.history.entries.map(\.epoch) == [0])
    #expect(session.history.entries.first?.training == session.trainingEvaluation.loss)
    #expect(session.history.entries.first?.test == session.testEvaluation.loss)
    #expect(session.log.start == Preset())
    #expect(session.log.entries.isEmpty)
  }

  @Test("Equal presets make equal sessions that go on equally", arguments: RecipeCatalogue.all)
  func determinism(_ recipe: any Recipe.Type) {
    let preset = smallPreset { $0.data.recipe = recipe.name }
    var first = Session(preset)
    var second = Session(preset)
    #expect(Snapshot(first) == Snapshot(second))
    first.advance(steps: 25)
    second.advance(steps: 25)
    #expect(Snapshot(first) == Snapshot(second))
    #expect(first.trainer.network.parameters != Session(preset).trainer.network.parameters)
  }

  @Test("A copy is a snapshot: what the one learns, the other does not")
  func copies() {
    var session = trainedSession()
    let copy = session
    let before = Snapshot(copy)
    session.advance(steps: 5)
    session.apply(.addLayer)
    #expect(Snapshot(copy) == before)
  }

  @Test("A reset gives the bits of the start, and the same training again")
  func reset() {
    var session = Session(smallPreset())
    let start = session.trainer.network.parameters
    session.advance(steps: 33)
    let (learned, history) = (session.trainer.network.parameters, session.history)
    session.apply(.reset)
    #expect(session.trainer.network.parameters == start)
    session.advance(steps: 33)
    #expect(session.trainer.network.parameters == learned)
    #expect(session.history == history)
    #expect(session.totalSteps == 66)
  }

  @Test("New weights are other weights and change the weight seed alone")
  func newWeights() {
    var session = trainedSession()
    let before = session
    session.apply(.newWeights)
    var preset = before.preset
    preset.network.seed = 43
    #expect(session.preset == preset)
    #expect(session.dataset == before.dataset)
    #expect(session.trainer.network.parameters != Session(before.preset).trainer.network.parameters)
  }

  @Test("New data are other points and change the data seed alone")
  func newData() {
    var session = trainedSession()
    let before = session
    session.apply(.newData)
    var preset = before.preset
    preset.data.seed = 43
    #expect(session.preset == preset)
    #expect(session.dataset != before.dataset)
    #expect(session.trainer.network.parameters == Session(before.preset).trainer.network.parameters)
  }

  @Test("After the last seed comes the first")
  func wrapping() {
    var session = Session(
      smallPreset {
        $0.network.seed = 999_999_999
        $0.data.seed = 999_999_999
      })
    session.apply(.newWeights)
    session.apply(.newData)
    #expect(session.preset.network.seed == 0)
    #expect(session.preset.data.seed == 0)
  }

  @Test("Two seeds give other weights, other points or another order, each its own alone")
  func seeds() {
    let base = trainedSession()
    let data = trainedSession { $0.data.seed = 1 }
    let weights = trainedSession { $0.network.seed = 1 }
    let order = trainedSession { $0.training.seed = 1 }
    #expect(data.dataset != base.dataset)
    #expect(weights.dataset == base.dataset && order.dataset == base.dataset)
    #expect(data.history.entries.first != base.history.entries.first)
    #expect(weights.history.entries.first != base.history.entries.first)
    #expect(order.history.entries.first == base.history.entries.first)
    #expect(order.history.entries.dropFirst().first != base.history.entries.dropFirst().first)
  }

  @Test("Without shuffling the order seed changes nothing")
  func fixedOrder() {
    let sessions = [UInt64(1), 2].map { seed in
      trainedSession {
        $0.training.shuffles = false
        $0.training.seed = seed
      }
    }
    #expect(sessions[0].history == sessions[1].history)
  }
}
