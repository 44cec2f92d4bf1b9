import Lessons
import Studio

/// What was tried of an exercise, and what came of it.
struct ExerciseCheck: Sendable {
  /// Something that is tried: each is independent of the others, so that all cores can try at once.
  enum Trial: Sendable {
    case start(offset: Int)
    case solution(offset: Int)
    case nearMiss(Int)
  }

  /// What came of it: a proof, or a line of the way that says nothing.
  typealias Result = Swift.Result<Proof, PresetProblem>

  let exercise: Exercise
  /// How many other seeds are tried.
  let seeds: Int
  private(set) var start: Result?
  private(set) var solution: Result?
  private(set) var nearMisses: [Result] = []
  /// Other seeds with which the start fails.
  private(set) var failingStarts = 0
  /// Other seeds with which the solution passes.
  private(set) var passingSolutions = 0

  /// Tries everything.
  ///
  /// - Parameter seeds: how many other seeds of weights and order are tried; 0 for none.
  init(_ exercise: Exercise, seeds: Int) {
    self.exercise = exercise
    // Other seeds make no difference where nothing is trained.
    self.seeds = exercise.permits.deeds.contains(.train) ? seeds : 0
    var trials = [Trial.start(offset: 0)]
    if exercise.solution != nil { trials.append(.solution(offset: 0)) }
    trials += exercise.nearMisses.indices.map { .nearMiss($0) }
    for offset in 0..<self.seeds {
      trials.append(.start(offset: offset + 1))
      if exercise.solution != nil { trials.append(.solution(offset: offset + 1)) }
    }
    let results = Cores.map(trials) { trial in Self.result(of: trial, at: exercise) }
    for (trial, result) in zip(trials, results) { take(result, of: trial) }
  }

  private static func result(of trial: Trial, at exercise: Exercise) -> Result {
    do throws(PresetProblem) {
      switch trial {
      case .start(let offset): return .success(Proof.start(of: exercise, seedOffset: offset))
      case .solution(let offset):
        let way = exercise.solution ?? Solution(answers: [], script: [])
        return .success(try Proof.going(way, through: exercise, seedOffset: offset))
      case .nearMiss(let number):
        return .success(try Proof.going(exercise.nearMisses[number].way, through: exercise))
      }
    } catch {
      return .failure(error)
    }
  }

  private mutating func take(_ result: Result, of trial: Trial) {
    switch trial {
    case .start(0): start = result
    case .solution(0): solution = result
    case .nearMiss: nearMisses.append(result)
    case .start: if !result.passes { failingStarts += 1 }
    case .solution: if result.passes { passingSolutions += 1 }
    }
  }

  /// Lines of ways that say nothing.
  var problems: [PresetProblem] {
    ([start, solution].compactMap { $0 } + nearMisses).compactMap { result in
      if case .failure(let problem) = result { problem } else { nil }
    }
  }

  /// Whether the start fails, the solution passes and every near miss fails.
  var isProved: Bool {
    guard let start, let solution, problems.isEmpty else { return false }
    return !start.passes && solution.passes && !nearMisses.contains { $0.passes }
  }
}

extension ExerciseCheck.Result {
  /// Whether the exercise was passed.
  var passes: Bool {
    if case .success(let proof) = self { proof.isPassed } else { false }
  }
}
