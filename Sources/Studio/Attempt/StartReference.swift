import Engine
public import Lessons

/// What the unchanged start of an exercise comes to, epoch by epoch, for goals that are relative to it.
public struct StartReference: Sendable {
  private var curves: [(measure: Measure, values: [Double])]

  /// Trains the start as far as the goals look; nil if none is relative to it.
  public init?(_ exercise: Exercise) {
    var measures: [Measure] = []
    for need in exercise.goals.flatMap(\.needs) {
      guard case .ofStart = need.bound, case .measure(let measure) = need.subject,
        !measures.contains(measure)
      else { continue }
      measures.append(measure)
    }
    guard !measures.isEmpty else { return nil }
    var run = Session(freeRunOf: exercise)
    curves = measures.map { ($0, [run.value(of: $0)]) }
    let limit = exercise.epochLimit ?? 0
    while run.trainer.epochCount < limit, !run.trainer.hasStopped {
      run.advance(steps: run.trainer.stepsLeftInEpoch)
      guard run.trainer.divergence == nil else { return }
      for index in curves.indices {
        curves[index].values.append(run.value(of: curves[index].measure, endsEpoch: true))
      }
    }
    // What early stopping left stays as it is.
    for index in curves.indices {
      let last = curves[index].values[curves[index].values.count - 1]
      let missing = limit + 1 - curves[index].values.count
      if missing > 0 { curves[index].values += Array(repeating: last, count: missing) }
    }
  }

  /// The measure after so many epochs; NaN if the start did not come so far.
  func value(of measure: Measure, after epoch: Int) -> Double {
    guard let values = curves.first(where: { $0.measure == measure })?.values,
      values.indices.contains(epoch)
    else { return .nan }
    return values[epoch]
  }
}
