import Engine
import Foundation
import Lessons
import Studio

/// A class of learners who hand in, some of them honestly.
enum SchoolClass {
  /// What is handed in, and the verdict that it has to get.
  struct Pupil {
    let name: String
    let verdict: Grade.Verdict
    /// What the reason has in it.
    let reason: String
    let bytes: [UInt8]
  }

  static let yaml = """
    format: 1
    title: Switch
    seed: 11
    data: {set: gauss, samples: 40}
    network: {hidden: [3], activation: linear, initialization: xavier}
    training: {learning-rate: 0.1}
    exercise:
      version: 2
      chapter: A
      concept: activations
      course: [nowhere]
      difficulty: 1
      minutes: 5
      task: Switch.
      allow: [train, {network.activation: [linear, tanh]}]
      questions:
        - {id: p1, ask: Which?, choices: [one, two], answer: b, explanation: So.}
      goals:
        - {text: Tanh after 5 epochs, needs: [training-loss <= 0.4, network.activation = tanh], at: 5}
      hints: [one, two]
      explanation: So.
    """

  private static func work(_ name: String, epochs: Int, answer: String = "b") throws -> String {
    var session = Session(try Exercise(yaml: yaml, name: "switch"))
    session.apply(.answer(question: "p1", value: answer))
    session.advance(steps: session.trainer.stepsPerEpoch)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    let submission = Submission(
      of: session, student: name, attempt: 1, seconds: 60, begun: "2026-03-02T09:00:01Z")
    return submission?.text ?? ""
  }

  /// A fault that somebody puts into a file that passes: what it does, and what it has to come to.
  private static let faults:
    [(verdict: Grade.Verdict, reason: String, fault: @Sendable (String) -> String)] =
      [
        (
          .tampered, "the weights at the end",
          {
            $0.replacing("\"fingerprint\":\"", with: "\"fingerprint\":\"ab", maxReplacements: 1)
              .shortened
          }
        ),
        (
          .tampered, "its hash is not",
          { $0.replacing("\"hash\":\"", with: "\"hash\":\"ab").shortened }
        ),
        (.tampered, "it is of version 1", { $0.replacing("\"version\":2", with: "\"version\":1") }),
        (
          .tampered, "Locked by the exercise",
          { $0.inserting("{\"step\":2,\"do\":\"set training.learning-rate 1\"}") }
        ),
        (.tampered, "can't be changed", { $0.inserting("{\"step\":2,\"do\":\"answer p1 a\"}") }),
        (
          .tampered, "step 1 can't be taken",
          { $0.replacing("\"step\":0,\"do\":\"answer", with: "\"step\":2,\"do\":\"answer") }
        ),
        (
          .tampered, "can't come after step 2",
          { $0.inserting("{\"step\":1,\"do\":\"take-hint\"}") }
        ),
        (.unreadable, "torn off", { String($0.dropLast(20)) }),
        (
          .unreadable, "ends without a result",
          { $0.split(separator: "\n").dropLast().joined(separator: "\n") + "\n" }
        ),
        (
          .unreadable, "format 9 is not known; a newer Percept",
          { $0.replacing("\"format\":1", with: "\"format\":9") }
        ),
        (
          .unreadable, "NaN is no number in JSON",
          { $0.replacing("\"step\":2", with: "\"step\":NaN") }
        ),
        (
          .unreadable, "not finite", { $0.inserting("{\"step\":2,\"do\":\"set-parameter 0 inf\"}") }
        ),
        (
          .unreadable, "unknown key “grade”",
          { $0.replacing("\"attempt\"", with: "\"grade\":1,\"attempt\"") }
        ),
        (
          .unreadable, "expected a whole number",
          { $0.replacing("\"step\":2", with: "\"step\":\"2\"") }
        ),
        (.unreadable, "too many lists", { $0.inserting(String(repeating: "[", count: 1000)) }),
        (.unreadable, "is no action", { $0.inserting("{\"step\":2,\"do\":\"rm -rf /\"}") }),
        (
          .unreadable, "there is no exercise “other”",
          { $0.replacing("\"switch\"", with: "\"other\"") }
        ),
        (
          .unreadable, "no name of an exercise",
          { $0.replacing("\"switch\"", with: "\"../switch\"") }
        ),
        (.pass, "", { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }),
        (.unreadable, "no text in UTF-8", { $0 + "\0" }),
      ]

  /// All of them: honest ones, those who claim what is not so, and those with faults in their files.
  static func pupils(_ count: Int) throws -> [Pupil] {
    try (0..<count).map { number in
      let digits = "\(number)"
      let name = "s" + String(repeating: "0", count: 3 - digits.count) + digits
      let good = try work(name, epochs: 5, answer: number % 3 == 0 ? "a" : "b")
      switch number % 4 {
      case 0: return Pupil(name: name, verdict: .pass, reason: "", bytes: Array(good.utf8))
      case 1:
        let early = try work(name, epochs: 2)
        return Pupil(
          name: name, verdict: .fail, reason: "goal 1 not reached", bytes: Array(early.utf8))
      case 2:
        let early = try work(name, epochs: 2)
          .replacing("\"passed\":false", with: "\"passed\":true")
        return Pupil(
          name: name, verdict: .tampered, reason: "it claims a pass", bytes: Array(early.utf8))
      default:
        let fault = faults[number / 4 % faults.count]
        return Pupil(
          name: name, verdict: fault.verdict, reason: fault.reason,
          bytes: Array(fault.fault(good).utf8))
      }
    }
  }
}

extension String {
  /// A line more before the second action.
  fileprivate func inserting(_ line: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert(line, at: 3)
    return lines.joined(separator: "\n")
  }

  /// The first hash that became two digits too long as long as hashes are.
  fileprivate var shortened: String {
    guard let match = firstMatch(of: /"(ab[0-9a-f]{64})"/) else { return self }
    return replacing(match.output.1, with: match.output.1.prefix(64))
  }
}
