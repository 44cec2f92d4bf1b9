import Drawing
import Engine
import Lessons
public import Studio

/// The playground in lines: commands are words, and what they do is told in words and numbers, for
/// screen readers, pipes and logs.
public struct PlainLab: Sendable {
  /// What is asked of the outside, which alone has files.
  public enum Request: Equatable, Sendable {
    /// Nothing.
    case none
    /// Write the session as a checkpoint into a file.
    case save(String)
    /// Begin another preset, by its name or its path.
    case open(String)
    /// Leave.
    case quit
  }

  /// What is being learned.
  public private(set) var session: Session
  /// The epoch that is being trained up to; nil if nothing is.
  private var target: Int?

  /// A session where it is.
  public init(_ session: Session) { self.session = session }

  /// What there is to tell at the start.
  public var greeting: [String] {
    [
      "Percept: \(session.preset.title). \(PlainWords.network(session))",
      PlainWords.losses(session), "Type help for the commands.",
    ]
  }

  /// Whether epochs that were asked for are still to be trained.
  public var isTraining: Bool { target != nil }

  /// Goes on with another session.
  public mutating func open(_ session: Session) -> [String] {
    self.session = session
    target = nil
    return greeting
  }

  /// Trains for one of the epochs that were asked for, and tells how it went when enough was learned
  /// to be worth a line: after 1, 2, 5, 10, 20, 50 … epochs, and at the end.
  public mutating func advance() -> [String] {
    guard let target else { return [] }
    session.advance(steps: session.trainer.stepsLeftInEpoch)
    let epoch = session.trainer.epochCount
    if session.trainer.hasStopped {
      self.target = nil
      return [PlainWords.losses(session), PlainWords.stop(session)]
    }
    if epoch >= target {
      self.target = nil
      return [PlainWords.losses(session)]
    }
    return Self.isTold(epoch) ? [PlainWords.losses(session)] : []
  }

  /// 1, 2 and 5 times a power of ten.
  static func isTold(_ epoch: Int) -> Bool {
    var rest = epoch
    while rest >= 10 && rest % 10 == 0 { rest /= 10 }
    return [1, 2, 5].contains(rest)
  }

  /// Does what a line says; gives what to tell, and what is asked of the outside.
  public mutating func perform(_ line: String) -> (lines: [String], request: Request) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first, !name.hasPrefix("#") else { return ([], .none) }
    guard let command = PlainCommand.named(name) else {
      let hint = suggestion(for: name, among: PlainCommand.names)
      return (["There is no command “\(name)”\(hint.isEmpty ? "; help lists them." : hint)"], .none)
    }
    switch command {
    case .help: return (PlainCommand.helpLines, .none)
    case .quit: return ([], .quit)
    case .save, .open:
      guard words.count == 2 else { return ([command.usage], .none) }
      return ([], command == .save ? .save(words[1]) : .open(words[1]))
    case .link:
      let address = session.playgroundAddress
      return ([address.text] + address.remarks, .none)
    case .show: return (PlainWords.picture(session) + PlainWords.truth(session), .none)
    case .data: return (PlainWords.data(session), .none)
    case .weights: return (PlainWords.weights(session), .none)
    case .settings: return (PlainWords.settings(session), .none)
    case .health: return (PlainWords.health(session), .none)
    case .play, .epoch: return (play(words, command), .none)
    case .step: return (step(words), .none)
    case .set, .add, .remove, .toggle, .reset, .undo, .redo, .newWeights, .newData, .back:
      if command == .back, words.count == 1, session.wayBackFromDivergence == nil {
        return (
          [
            session.trainer.divergence == nil
              ? "Training has not diverged: undo takes the last change back."
              : "Nothing is known of before: reset goes back to epoch 0."
          ], .none
        )
      }
      guard let action = command.action(Array(words.dropFirst()), session) else {
        return ([command.usage], .none)
      }
      return (apply(action), .none)
    }
  }

  private mutating func apply(_ action: Action) -> [String] {
    let outcome = session.apply(action)
    session.seek(steps: .max)
    switch outcome.effect {
    case .unchanged: return [outcome.message.isEmpty ? "That is so already." : outcome.message]
    case .refused: return [outcome.message]
    case .live: return [outcome.message]
    case .keptWeights, .startedAnew, .restored:
      return [outcome.message, PlainWords.network(session), PlainWords.losses(session)]
    }
  }

  /// `play 100` or `epoch`.
  private mutating func play(_ words: [String], _ command: PlainCommand) -> [String] {
    guard words.count <= 2, let count = words.count == 1 ? 1 : Int(words[1]),
      (1...1_000_000).contains(count), command == .play || words.count == 1
    else { return [command.usage] }
    guard !session.trainer.hasStopped else { return [PlainWords.stop(session)] }
    target = session.trainer.epochCount + count
    return []
  }

  /// `step` or `step 10`.
  private mutating func step(_ words: [String]) -> [String] {
    guard words.count <= 2, let count = words.count == 1 ? 1 : Int(words[1]),
      (1...100_000).contains(count)
    else { return [PlainCommand.step.usage] }
    guard !session.trainer.hasStopped else { return [PlainWords.stop(session)] }
    session.advance(steps: count)
    return [PlainWords.losses(session)]
      + (session.trainer.hasStopped ? [PlainWords.stop(session)] : [])
  }
}
