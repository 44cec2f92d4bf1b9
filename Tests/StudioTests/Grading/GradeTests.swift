import Lessons
import Testing

@testable import Studio

@Suite("Grades of submissions")
struct GradeTests {
  /// The grade of a session's submission after something was changed in it.
  private func grade(
    _ session: Session, seconds: Int = 10, _ change: (inout Submission) -> Void = { _ in }
  ) throws -> Grade {
    var submission = try #require(GradingExample.submission(session))
    change(&submission)
    return Grade(submission, at: try GradingExample.exercise(), seconds: seconds)
  }

  @Test("An honest pass passes, with its score")
  func pass() throws {
    let grade = try grade(GradingExample.session(prediction: "a"))
    #expect(grade.verdict == .pass && grade.reason.isEmpty)
    let score = try #require(grade.score)
    #expect(score.goals == 1 && score.goalCount == 1 && score.medals == [.gold])
    #expect(score.right == 1 && score.questionCount == 2 && score.hints == 1)
    #expect(score.answers.map(\.isRight) == [false, true])
  }

  @Test("An honest failure fails, and says what is missing")
  func fail() throws {
    let early = try grade(GradingExample.session(epochs: 2))
    #expect(early.verdict == .fail)
    #expect(early.reason.hasPrefix("goal 1 not reached: Tanh after 5 epochs"))
    var session = Session(try GradingExample.exercise())
    #expect(try grade(session).verdict == .fail)
    session.apply(.answer(question: "p1", value: "b"))
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 10)
    #expect(try grade(session).reason == "not answered: q1")
  }

  @Test(
    "The best value that was reached is told in words",
    arguments: [
      ("correct-answers >= 3", 2, "2 correct answers"), ("hidden-layers >= 3", 1, "1 hidden layer"),
      ("epochs <= 5", 7, "7 epochs"), ("test-loss <= 0.02", 0.031254, "test loss 0.03125"),
      ("test-accuracy >= 95", 91.25, "test accuracy 91.25 %"), ("gap < 0.1", 0.2, "gap 0.2"),
      ("stopped-early = 1", 0, "not stopped early"), ("stopped-early = 0", 1, "stopped early"),
    ])
  func best(condition: String, value: Double, text: String) throws {
    #expect(try Condition(condition).text(of: value) == text)
  }

  @Test("Undo, going back in time and training on replay to the same bits")
  func travel() throws {
    var session = try GradingExample.session(epochs: 3)
    session.apply(.goToEpoch(1, branch: nil))
    session.advance(steps: 3)
    session.apply(.undo)
    session.apply(.set(key: "network.activation", value: "linear"))
    session.advance(steps: 4)
    session.apply(.undo)
    session.apply(.reset)
    session.advance(steps: 100)
    #expect(try grade(session).verdict != .tampered)
  }

  @Test("What the log does not lead to is tampered with")
  func claims() throws {
    let good = try GradingExample.session()
    let early = try GradingExample.session(epochs: 2)
    #expect(
      try grade(early) { $0.result.isPassed = true }.reason
        == "it claims a pass that the replay does not give")
    #expect(
      try grade(early) { $0.result.goals = [1] }.reason
        == "it claims goal 1, which the replay does not reach")
    #expect(
      try grade(early) { $0.result.medals = ["gold"] }.reason
        == "it claims the medal “gold”, which the replay does not earn")
    let other = try grade(good) { $0.result.fingerprint = Digest(of: "") }
    #expect(
      other.verdict == .tampered
        && other.reason == "the weights at the end are not those that the log leads to")
    #expect(
      try grade(good) {
        $0.result.fingerprint = Digest(of: "")
        $0.header.program = "0.2.0"
      }.reason.hasSuffix("; it was written by version 0.2.0, this is 0.1.0"))
    #expect(try grade(good) { $0.entries.remove(at: 2) }.verdict == .tampered)
    #expect(try grade(good) { $0.result.steps = 9 }.verdict == .tampered)
  }

  @Test("What can't have been done is tampered with, and its line is told")
  func impossible() throws {
    let good = try GradingExample.session()
    func reason(_ change: (inout Submission) -> Void) throws -> String {
      let grade = try grade(good, change)
      #expect(grade.verdict == .tampered)
      return grade.reason
    }
    func entry(_ step: Int, _ action: Action) -> ActionLog.Entry {
      ActionLog.Entry(step: step, action: action)
    }
    #expect(
      try reason {
        $0.entries.insert(entry(0, .set(key: "training.learning-rate", value: "1")), at: 2)
      }
        == "line 4: “set training.learning-rate 1”: Locked by the exercise: rate: 0.1")
    #expect(
      try reason { $0.entries.insert(entry(0, .answer(question: "p1", value: "a")), at: 1) }
        == "line 3: “answer p1 a”: An answer can't be changed any more")
    #expect(
      try reason { $0.entries[0] = entry(10, .answer(question: "p1", value: "b")) }
        == "line 2: step 1 can't be taken: training may not go on there")
    #expect(
      try reason { $0.entries[3] = entry(4, .answer(question: "q1", value: "3")) }
        == "line 5: “answer q1 3”: This is asked once the goals are reached")
    #expect(
      try reason { $0.entries.append(entry(3, .reset)) }
        == "line 6: step 3 can't come after step 10")
    #expect(try reason { $0.result.steps = 3 } == "line 6: step 3 can't come after step 10")
    #expect(
      try reason { $0.result.steps = 1 << 50 }
        == "line 6: step 11 can't be taken: training may not go on there")
  }

  @Test("Another exercise or version is told as such")
  func exercise() throws {
    let good = try GradingExample.session()
    #expect(
      try grade(good) { $0.header.version = 1 }.reason
        == "another exercise or version: it is of version 1, the teacher's is version 2")
    let other = try grade(good) { $0.header.hash = Digest(of: "other") }
    #expect(other.verdict == .tampered)
    #expect(
      other.reason == "another exercise or version: its hash is not that of the teacher's file")
    // A spelling may be mended.
    let mended = try Exercise(
      yaml: GradingExample.yaml.replacing("task: Switch.", with: "task: Switch it."), name: "switch"
    )
    let submission = try #require(GradingExample.submission(good))
    #expect(Grade(submission, at: mended, seconds: 10).verdict == .pass)
  }

  @Test("Work is bounded, whatever a log asks for")
  func budget() throws {
    let long = try grade(GradingExample.session(), seconds: 0)
    #expect(long.verdict == .unreadable)
    #expect(
      long.reason == "too long to replay: it takes more than about 0 s on one core")
    let busy = try grade(GradingExample.session(), seconds: 1) { submission in
      submission.entries +=
        (0..<20_000).map { number in
          ActionLog.Entry(
            step: 10,
            action: .set(key: "network.activation", value: ["linear", "tanh"][number % 2]))
        }
    }
    #expect(busy.verdict == .unreadable && busy.reason.hasPrefix("too long to replay"))
  }
}
