import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Random keys, clicks and texts in an exercise")
struct LearningMonkeyTests {
  private var told: Comment { "PERCEPT_MONKEY_SEED=\(MonkeySeed.value)" }

  /// A file system of sorts: opens what is asked for, and keeps what is to be kept.
  private struct Desk {
    var kept: [Homework] = []

    mutating func answer(_ command: Command) throws -> [Message] {
      switch command {
      case .several(let all): return try all.flatMap { try answer($0) }
      case .keep(let homework):
        kept.append(homework)
        return []
      case .learn(let name, _):
        return [.begun(Homework(Session(try exercise(name)), number: 1), note: "")]
      case .listExercises: return [.listed(try classroom())]
      case .work(var order):
        for _ in 0..<3 where !order.work.isFinished { order.work.advance() }
        return [.worked(order)]
      default: return []
      }
    }
  }

  @Test("Whatever comes, locks hold, answers stay and the log tells all", arguments: 0..<4)
  func anything(_ number: Int) throws {
    print("PERCEPT_MONKEY_SEED=\(MonkeySeed.value), run \(number)")
    var monkey = Monkey(UInt64(300 + number))
    var app = try learner(size: small)
    var desk = Desk()
    var answers: [Attempt.GivenAnswer] = []
    for count in 0..<1500 {
      for message in monkey.next(on: app.size) {
        var messages = [message]
        while !messages.isEmpty {
          if let command = app.update(messages.removeFirst()) {
            messages += try desk.answer(command)
          }
        }
        guard let attempt = app.session.attempt else { continue }
        let start = attempt.exercise.preset
        var preset = app.session.preset
        preset.training.learningRate = start.training.learningRate
        #expect(preset == start, told)
        #expect([0.001, 0.01, 0.1].contains(app.session.preset.training.learningRate), told)
        #expect(!attempt.mustAnswerFirst || app.session.totalSteps == 0, told)
        #expect(app.session.trainer.epochCount <= 5, told)
        #expect(attempt.answers.starts(with: answers) || attempt.answers.count < 3, told)
        answers = attempt.answers
      }
      guard count % 40 == 0 else { continue }
      let size = monkey.anySize()
      let canvas = app.view(size: size, capabilities: monkey.anyCapabilities())
      #expect(canvas.size == size, told)
      if app.session.attempt == nil {
        _ = app.update(.begun(Homework(Session(try exercise()), number: 1), note: ""))
      }
    }
    for homework in desk.kept.suffix(20) {
      let session = homework.session
      let exercise = try #require(session.attempt?.exercise)
      let again = try Session(
        replaying: session.log.entries, steps: session.totalSteps, exercise: exercise)
      #expect(again.attempt?.answers == session.attempt?.answers, told)
      #expect(again.trainer.network.parameters == session.trainer.network.parameters, told)
    }
  }
}
