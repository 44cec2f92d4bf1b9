import Engine
import Lessons

@testable import Studio

/// A small exercise and what a learner hands in of it.
enum GradingExample {
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
        - {id: q1, when: after, ask: How many?, answer: 3, explanation: So.}
      goals:
        - {text: Tanh after 5 epochs., needs: [training-loss <= 0.4, network.activation = tanh], at: 5}
        - {text: In one go, needs: [runs <= 1, network.activation = tanh], at: 5, medal: gold}
      hints: [one, two]
      explanation: So.
    """

  static func exercise() throws -> Exercise { try Exercise(yaml: yaml, name: "switch") }

  /// A session that has gone through it, one that stops before its end for `epochs` less than 5.
  static func session(epochs: Int = 5, prediction: String = "b") throws -> Session {
    var session = Session(try exercise())
    session.apply(.answer(question: "p1", value: prediction))
    session.apply(.takeHint)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    session.apply(.answer(question: "q1", value: "3"))
    return session
  }

  /// What is handed in of a session.
  static func submission(_ session: Session) -> Submission? {
    Submission(
      of: session, student: "s1", attempt: 2, seconds: 90, begun: "2026-03-02T09:00:01Z")
  }
}
