import Drawing
import Lessons

/// A question that is being asked, and what was chosen or typed so far.
struct QuestionBox: Equatable, Sendable {
  /// What came of a key.
  enum Deed: Equatable, Sendable {
    /// The box stays.
    case none
    /// The question stays open, the box closes.
    case close
    /// This is the answer.
    case take(String)
    /// What the right answer was has been read.
    case goOn
  }

  /// What is asked.
  let question: Question
  /// `Prediction 1 of 2`.
  let title: String
  /// The chosen answer, from 0; nil before one was chosen.
  private(set) var choice: Int?
  /// What was typed, where a number is asked for.
  private(set) var text = ""
  /// Why an answer was not taken; empty if none was refused.
  private(set) var refusal = ""
  /// The answer that was given, once it is to be told at once whether it is right.
  private(set) var given: String?

  /// A question, nothing chosen yet.
  init(_ question: Question, title: String) {
    self.question = question
    self.title = title
  }

  /// Tells whether an answer was right.
  mutating func tell(_ given: String) {
    self.given = given
    refusal = ""
  }

  /// Says why an answer was not taken.
  mutating func refuse(_ reason: String) { refusal = reason }

  /// Takes a key.
  mutating func press(_ key: Key) -> Deed {
    if given != nil {
      return [.enter, .escape, .character(" "), .character("q")].contains(key) ? .goOn : .none
    }
    if key == .escape { return .close }
    return question.choices.isEmpty ? type(key) : choose(key)
  }

  /// Chooses an answer; the second time takes it, as enter does.
  mutating func press(choice: Int) -> Deed {
    guard given == nil, question.choices.indices.contains(choice) else { return .none }
    guard self.choice == choice else {
      self.choice = choice
      refusal = ""
      return .none
    }
    return .take(Question.letter(choice))
  }

  private mutating func choose(_ key: Key) -> Deed {
    let count = question.choices.count
    switch key {
    case .up, .backTab, .left, .character("k"): move(by: -1)
    case .down, .tab, .right, .character("j"): move(by: 1)
    case .enter:
      guard let choice else {
        refusal = "Choose an answer first: a to \(Question.letter(count - 1)), or arrows."
        return .none
      }
      return .take(Question.letter(choice))
    case .character("q"): return .close
    case .character(let character):
      let letter = question.choices.indices.first {
        Question.letter($0) == character.lowercased() || "\($0 + 1)" == "\(character)"
      }
      guard let letter else {
        refusal = "Expected \(question.expectation)."
        return .none
      }
      choice = letter
      refusal = ""
    default: break
    }
    return .none
  }

  private mutating func move(by offset: Int) {
    let count = question.choices.count
    guard let here = choice else {
      choice = offset > 0 ? 0 : count - 1
      refusal = ""
      return
    }
    choice = (here + offset + count) % count
  }

  private mutating func type(_ key: Key) -> Deed {
    switch key {
    case .enter:
      guard !text.isEmpty else {
        refusal = "Type a number such as 0.5, -3 or 1e-3."
        return .none
      }
      guard question.canonical(text) != nil else {
        refusal = "“\(text)” is no number; expected one such as 0.5, -3 or 1e-3."
        return .none
      }
      return .take(text)
    case .backspace: text = String(text.dropLast())
    case .control("u"): text = ""
    case .character("q") where text.isEmpty: return .close
    case .character(let character) where text.count < 24: text.append(character)
    default: return .none
    }
    refusal = ""
    return .none
  }
}
