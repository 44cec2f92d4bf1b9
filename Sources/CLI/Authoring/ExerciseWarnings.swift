import Drawing
import Lessons
import Studio

/// What might be better in an exercise, as far as that can be told cheaply.
struct ExerciseWarnings {
  private let check: ExerciseCheck
  private var exercise: Exercise { check.exercise }

  /// So close to a bound, another rounding of the text is enough to turn the verdict.
  private static let margin = 0.1
  /// The longest word that fits a narrow window.
  private static let wordLimit = 60

  init(_ check: ExerciseCheck) { self.check = check }

  /// Sentences without a full stop.
  var texts: [String] { numbers + seeds + parts + words }

  /// Goals that are missed or reached by a hair.
  private var numbers: [String] {
    let proofs = [("start", check.start), ("solution", check.solution)]
    return proofs.flatMap { name, result -> [String] in
      guard case .success(let proof) = result else { return [] }
      return proof.goals.filter { $0.goal.medal == nil }.compactMap { state in
        guard let (measure, distance) = Self.distance(state), distance < Self.margin else {
          return nil
        }
        return "the \(name)'s \(measure.rawValue) is within"
          + " \(format(distance * 100, significantDigits: 2)) % of the bound of"
          + " “\(state.goal.text)”; 10 % are safe"
      }
    }
  }

  /// How far the best value of a goal is from its bound, as a share of the bound; for accuracies, of
  /// what is missing to 100 %.
  private static func distance(_ state: GoalState) -> (Measure, Double)? {
    guard let need = state.needs.first, case .measure(let measure) = need.condition.subject,
      measure.isGraded, let best = state.best, best.isFinite, need.bound.isFinite
    else { return nil }
    let size = measure.isAccuracy && need.bound > 50 ? 100 - need.bound : abs(need.bound)
    return size > 0 ? (measure, abs(best - need.bound) / size) : nil
  }

  private var seeds: [String] {
    guard check.seeds > 0 else { return [] }
    var texts: [String] = []
    let chosen =
      exercise.permits.deeds.contains(.newWeights)
      || exercise.permits.settings.contains { $0.key.hasSuffix(".seed") }
    if check.failingStarts < check.seeds, chosen {
      texts.append(
        "with \(check.seeds - check.failingStarts) of \(check.seeds) other seeds the start passes,"
          + " and other weights are allowed: a lucky seed is enough")
    }
    let isTried = exercise.goals.contains { $0.seeds != nil }
    if exercise.solution != nil, check.passingSolutions * 5 < check.seeds * 4, !isTried {
      texts.append(
        "the solution hangs on the seed: it passes \(check.passingSolutions) of \(check.seeds) times"
      )
    }
    return texts
  }

  private var parts: [String] {
    var texts: [String] = []
    if exercise.nearMisses.isEmpty {
      texts.append("there is no near miss: nothing shows the way round")
    }
    if exercise.permits.deeds.isEmpty, exercise.permits.settings.isEmpty, exercise.questions.isEmpty
    {
      texts.append("nothing may be done and nothing is asked")
    }
    if exercise.goals.allSatisfy({ $0.medal != nil }), !exercise.goals.isEmpty {
      texts.append("every goal has a medal, so that answers alone pass")
    }
    if exercise.teacher.isEmpty { texts.append("there are no notes for the teacher") }
    // The last hint may give it away.
    let values = exercise.solution?.script.compactMap(\.word) ?? []
    for (number, hint) in exercise.hints.dropLast().enumerated() {
      let words = hint.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
      if let value = values.first(where: { words.contains($0) }) {
        texts.append("hint \(number + 1) gives “\(value)” of the solution away before the last one")
      }
    }
    return texts
  }

  /// What not everyone can see or read.
  private var words: [String] {
    exercise.proseParts.flatMap { name, text -> [String] in
      var texts: [String] = []
      if let color = text.onlyColor {
        texts.append(
          "\(name): “\(color)” tells points apart by colour alone; say ● or ○ as well")
      }
      if text.split(whereSeparator: \.isWhitespace).contains(where: { $0.count > Self.wordLimit }) {
        texts.append("\(name): a word is longer than \(Self.wordLimit) characters")
      }
      return texts
    }
  }
}

extension Measure {
  /// Whether it may lie close to a bound, as numbers that only count can't help doing.
  fileprivate var isGraded: Bool {
    switch self {
    case .trainingLoss, .validationLoss, .testLoss, .trainingAccuracy, .validationAccuracy,
      .testAccuracy, .gap, .penalty, .largestWeight, .gradientRatio, .gradientNorm:
      true
    default: false
    }
  }

  fileprivate var isAccuracy: Bool {
    [.trainingAccuracy, .validationAccuracy, .testAccuracy].contains(self)
  }
}

extension ScriptLine {
  /// The value that a line gives a setting, where it is a word.
  fileprivate var word: String? {
    let words = text.split(separator: " ")
    guard words.count == 3, words[0] == "set", words[2].count > 2,
      words[2].allSatisfy({ $0.isLetter || $0 == "-" }),
      !["true", "false", "none"].contains(words[2])
    else { return nil }
    return String(words[2])
  }
}

extension String {
  /// A colour and “points” or “dots” together, where no sign of them stands in the text.
  fileprivate var onlyColor: String? {
    guard !contains(where: { "●○".contains($0) }) else { return nil }
    let words = lowercased().split { !$0.isLetter }.map(String.init)
    for (word, next) in zip(words, words.dropFirst())
    where ["blue", "orange", "red", "green", "yellow"].contains(word)
      && ["point", "points", "dot", "dots", "ones", "class"].contains(next)
    {
      return "\(word) \(next)"
    }
    return nil
  }
}

extension Exercise {
  /// Its texts for learners, each with where it stands.
  fileprivate var proseParts: [(name: String, text: String)] {
    [("task", task), ("explanation", explanation)]
      + hints.enumerated().map { ("hint \($0.offset + 1)", $0.element) }
      + questions.map { ("question \($0.id)", ([$0.text] + $0.choices).joined(separator: "\n")) }
      + goals.enumerated().map { ("goal \($0.offset + 1)", $0.element.text) }
  }
}
