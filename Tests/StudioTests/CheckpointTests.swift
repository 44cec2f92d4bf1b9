import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Checkpoints")
struct CheckpointTests {
  /// A session after random changes and steps.
  private func session(_ random: inout Random) -> Session {
    var session = Session(smallPreset { $0.data.noise = 10 })
    for _ in 0..<12 {
      session.advance(steps: random.below(25))
      session.apply(actions[random.below(actions.count)])
    }
    session.advance(steps: random.below(25))
    return session
  }

  private func expectSame(_ one: Session, _ two: Session) {
    #expect(Snapshot(one) == Snapshot(two))
    #expect(one.trainer.state == two.trainer.state)
    #expect(one.history.stride == two.history.stride)
    #expect(one.log.start == two.log.start && one.log.weights == two.log.weights)
    #expect(one.isChanged == two.isChanged)
  }

  @Test("A session read goes on to the same bits, whatever is done next", arguments: 0..<40)
  func goesOn(seed: Int) throws {
    var random = Random(seed: UInt64(seed), stream: .order)
    var original = session(&random)
    let bytes = Checkpoint.bytes(of: original)
    var resumed = try Checkpoint.session(from: bytes)
    expectSame(resumed, original)
    #expect(Checkpoint.bytes(of: resumed) == bytes)
    // What was done before the file was written can't be undone any more.
    let further = actions.filter { !backAndForth.contains($0) }
    for _ in 0..<8 {
      let (action, steps) = (further[random.below(further.count)], random.below(25))
      original.advance(steps: steps)
      resumed.advance(steps: steps)
      expectSame(resumed, original)
      #expect(resumed.apply(action) == original.apply(action))
      expectSame(resumed, original)
    }
    expectSame(Session(replaying: resumed.log, steps: resumed.totalSteps), original)
  }

  @Test("Training that diverged, and each data set, come back", arguments: RecipeCatalogue.all)
  func dataSets(_ recipe: any Recipe.Type) throws {
    for rate in [0.03, 100] {
      var session = Session(
        smallPreset {
          $0.data.recipe = recipe.name
          $0.network.activation = PerLayer(.linear)
          $0.training.learningRate = rate
          $0.data.validation = 20
        })
      session.advance(steps: 200)
      expectSame(try Checkpoint.session(from: Checkpoint.bytes(of: session)), session)
    }
  }

  @Test("A history that was thinned comes back with its stride")
  func thinned() throws {
    var session = Session(
      smallPreset {
        $0.data.samples = 10
        $0.network.hidden = []
        $0.training.batchSize = 1000
      })
    session.advance(steps: 4200)
    #expect(session.history.stride == 2)
    var resumed = try Checkpoint.session(from: Checkpoint.bytes(of: session))
    expectSame(resumed, session)
    session.advance(steps: 3)
    resumed.advance(steps: 3)
    expectSame(resumed, session)
  }

  @Test("A table stands in the file once, and one that is too large is refused with the reason")
  func tables() throws {
    func session(_ rows: Int, width: Int) throws -> Session {
      let pad = String(repeating: "w", count: width)
      let text = "c,a,b\n" + (0..<rows).map { "\($0)\(pad),\($0),\($0 * 7 % 11)\n" }.joined()
      return Session(try Preset(TableFile(path: "t.csv", table: CSV.table(text))))
    }
    var small = try session(100, width: 1000)
    small.apply(.set(key: "training.learning-rate", value: "0.1"))
    let bytes = try Checkpoint.readableBytes(of: small)
    #expect((100_000..<150_000).contains(bytes.count))
    let again = try Checkpoint.session(from: bytes)
    #expect(Snapshot(again) == Snapshot(small) && again.log.start == small.log.start)
    let large = try session(100, width: 15_000)
    let error = #expect(throws: SafetensorsError.self) {
      try Checkpoint.readableBytes(of: large, headerLimit: 1 << 20)
    }
    #expect(
      error?.description
        == "the session is too large for a checkpoint: its table and actions take 2 MiB, "
        + "and at most 1 MiB can be read again")
  }

  @Test("Every action is read from its text", arguments: actions)
  func texts(_ action: Action) {
    #expect(Action(text: action.text) == action)
    #expect(action.text.hasPrefix("set ") || Action(text: action.text + " x") == nil)
  }

  @Test("A value is kept as it was typed, spaces and all")
  func oddValues() throws {
    var session = trainedSession()
    session.apply(.set(key: "features", value: " x1 ,\n\tsinx2 "))
    #expect(session.log.entries.count == 1)
    expectSame(try Checkpoint.session(from: Checkpoint.bytes(of: session)), session)
  }

  @Test(
    "Texts that are no action",
    arguments: [
      "", "set", "set key", "reset now", "add-unit", "add-unit one", "toggle-feature x9", "Reset",
      "choose-problem", "choose-problem riddle", " reset",
    ])
  func noActions(_ text: String) { #expect(Action(text: text) == nil) }
}
