import Lessons
import Studio
import Testing

@Suite("Whether a session is still its preset")
struct ChangedTests {
  @Test("It is at the start, while it learns, and after a reset")
  func unchanged() {
    var session = trainedSession()
    #expect(!session.isChanged)
    session.apply(.reset)
    session.apply(.removeUnit(layer: 9))
    #expect(!session.isChanged)
  }

  @Test("It is not after any change of a setting, in a replay neither", arguments: actions)
  func changed(_ action: Action) {
    var session = trainedSession()
    let preset = session.preset
    session.apply(action)
    #expect(session.isChanged == (session.preset != preset))
    session.advance(steps: 5)
    let replay = Session(replaying: session.log, steps: session.totalSteps)
    #expect(replay.isChanged == session.isChanged)
  }

  @Test("It is again once everything is as it was, in whatever words")
  func back() {
    var session = Session(Preset())
    session.apply(.set(key: "data.samples", value: "300"))
    #expect(session.isChanged)
    session.apply(.set(key: "data.samples", value: "500"))
    #expect(!session.isChanged)
    session.apply(.addLayer)
    session.apply(.removeLayer)
    session.apply(.set(key: "training.momentum", value: "0.5"))
    #expect(session.isChanged)
    session.apply(.set(key: "training.momentum", value: "0.9"))
    #expect(!session.isChanged)
  }
}
