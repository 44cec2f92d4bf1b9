/// A small exercise for tests: two clouds, one neuron, five epochs; the rate is all that counts.
public struct SampleExercise: Sendable {
  /// Its title.
  public var title = "One neuron"
  /// The letter of its chapter.
  public var chapter = "A"
  /// What it allows, a line each.
  public var allow = ["train", "training.learning-rate: [0.001, 0.01, 0.1]"]
  /// Whether anything is asked.
  public var asks = true
  /// Lines that follow, such as limits.
  public var more = ""
  /// Lines of the section `start`.
  public var start = ""
  /// Further keys of the first goal.
  public var goal = ""
  /// The seed of points, weights and order.
  public var seed = 3
  /// The hidden layers.
  public var hidden = ""

  public init() {}

  /// The exercise as a file has it.
  public var yaml: String {
    """
    format: 1
    title: \(title)
    description: Two clouds and a line between them.
    seed: \(seed)
    data: {set: gauss, noise: 10, samples: 100}
    features: [x1, x2]
    network: {hidden: [\(hidden)], activation: tanh, initialization: playground}
    training: {learning-rate: 0.001}
    exercise:
      version: 1
      chapter: \(chapter)
      concept: learning rate
      course: ["DSIA: The artificial neuron"]
      difficulty: 1
      minutes: 5
      task: |
        Two clouds of points, ● and ○, and a single neuron that is to tell them apart.

        Say first what you expect, then find a rate with which the test loss falls in time.
      start: {\(start)}
      allow:
    \(allow.map { "    - " + $0 }.joined(separator: "\n"))
    \(asks ? Self.questions : "")
      goals:
        - text: Test loss at most 0.1 after 5 epochs
          needs: [test-loss <= 0.1]
          \(time)
          \(goal)
        - text: Without a hint
          needs: [test-loss <= 0.1, hints = 0]
          \(time)
          medal: gold
      hints: [Watch how far the loss falls in one epoch., Larger steps go further., Take 0.1.]
      explanation: The rate is how far a step goes along the slope.
      teacher: Ask what a rate of 10 would do.
    \(more)

    """
  }

  /// Where nothing is trained, no goal names an epoch.
  private var time: String { allow.contains("train") ? "at: 5" : "" }

  private static let questions = """
      questions:
        - id: p1
          ask: What will the boundary between both classes look like?
          choices: [a circle, a straight line, two lines]
          answer: b
          explanation: Where the weighted sum is 0 there is a line.
        - {id: p2, ask: How many weights has the neuron?, answer: 2, explanation: One for each input.}
        - id: q1
          when: after
          ask: Which rate was the best one?
          choices: ["0.001", "0.01", "0.1"]
          answer: c
          explanation: It takes the largest steps that do not overshoot.
    """
}
