import Drawing
import Lessons
import Studio

/// What was found out about an exercise, line by line, for its author.
struct ExerciseReport {
  let path: String
  let check: ExerciseCheck

  /// The name and the verdict, what was tried, and what might be better.
  var lines: [String] {
    let exercise = check.exercise
    let head = "\(exercise.name): \(check.isProved ? "proved" : "NOT PROVED")"
    return [head] + [start, solution].map { "  " + $0 } + nearMisses.map { "  " + $0 }
      + [robustness].compactMap { $0 }.map { "  " + $0 }
      + ExerciseWarnings(check).texts.map { "  warning: " + $0 }
  }

  private var start: String {
    guard case .success(let proof) = check.start else { return "the start was not tried" }
    return proof.isPassed
      ? "the start PASSES, and nothing was done" : "the start fails" + told(proof)
  }

  private var solution: String {
    switch check.solution {
    case nil: return "there is NO SOLUTION to prove"
    case .failure(let problem): return "the solution says nothing: \(path):\(problem)"
    case .success(let proof):
      guard !proof.isPassed else {
        let medals = proof.medals.map(\.rawValue).joined(separator: " ")
        return "the solution passes" + told(proof) + (medals.isEmpty ? "" : ", with \(medals)")
      }
      return "the solution FAILS" + told(proof) + stopped(proof)
    }
  }

  private var nearMisses: [String] {
    zip(check.exercise.nearMisses, check.nearMisses).map { miss, result in
      switch result {
      case .failure(let problem): "a near miss says nothing: \(path):\(problem)"
      case .success(let proof) where proof.isPassed:
        "a near miss PASSES: \(miss.reason)" + told(proof)
      case .success(let proof):
        "a near miss fails: \(miss.reason)"
          + (proof.refusal.map { "; refused: \($0.reason)" } ?? told(proof))
      }
    }
  }

  private var robustness: String? {
    guard check.seeds > 0 else { return nil }
    return "with \(check.seeds) other seeds the start fails \(check.failingStarts) times"
      + (check.solution == nil ? "" : ", the solution passes \(check.passingSolutions) times")
  }

  /// Where a way was stopped.
  private func stopped(_ proof: Proof) -> String {
    guard let refusal = proof.refusal else { return "" }
    guard let line = refusal.line else { return "; refused: \(refusal.reason)" }
    return "; \(path):\(line.problem("“\(line.text)” was refused: \(refusal.reason)"))"
  }

  /// The numbers of the goals that passing asks for: `: test-loss 0.031 (<= 0.02)`.
  private func told(_ proof: Proof) -> String {
    let parts = proof.goals.filter { $0.goal.medal == nil }.compactMap { state -> String? in
      guard let need = state.needs.first, case .measure(let measure) = need.condition.subject
      else { return nil }
      let value = state.best ?? need.value
      let seeds = state.failedSeeds.map { ", \($0.passed) of \($0.tried) seeds" } ?? ""
      return "\(measure.rawValue) \(format(value, significantDigits: 4))"
        + " (\(need.condition.comparison.rawValue) \(format(need.bound, significantDigits: 4)))"
        + seeds
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
  }
}
