import Engine

/// A workload on its way: a value, so that a copy of the start is a new beginning.
public struct Run: Sendable {
  private enum Work: Sendable {
    case training(Trainer)
    case grid(GridPass)
    case sums(SumLoop)
    case tangents(TangentLoop)
    /// Moved out, to be changed in place: a second reference would make every array copy itself.
    case taken
  }

  private var work: Work

  /// An epoch a round.
  init(_ trainer: Trainer) { work = .training(trainer) }
  /// A forward pass a round.
  init(_ grid: GridPass) { work = .grid(grid) }
  /// A turn of the loop a round.
  init(_ loop: SumLoop) { work = .sums(loop) }
  /// A turn of the loop a round.
  init(_ loop: TangentLoop) { work = .tangents(loop) }

  /// Does so many rounds.
  public mutating func advance(rounds: Int) {
    let present = work
    work = .taken
    switch present {
    case .training(var trainer):
      for _ in 0..<rounds { trainer.epoch() }
      work = .training(trainer)
    case .grid(var pass):
      for _ in 0..<rounds { pass.run() }
      work = .grid(pass)
    case .sums(var loop):
      for _ in 0..<rounds { loop.run() }
      work = .sums(loop)
    case .tangents(var loop):
      for _ in 0..<rounds { loop.run() }
      work = .tangents(loop)
    case .taken: break
    }
  }

  /// The parameters as they are now; none if nothing is trained.
  public var parameters: [Float] { network?.parameters ?? [] }

  /// The network that is trained, as it is now.
  var network: Network? {
    if case .training(let trainer) = work { return trainer.network }
    return nil
  }

  /// The sum of what a grid's units gave.
  var checksum: Double? {
    if case .grid(let pass) = work { return pass.checksum }
    return nil
  }

  /// What a loop that measures the machine came to.
  var peakResult: Double? {
    switch work {
    case .sums(let loop): Double(loop.result)
    case .tangents(let loop): Double(loop.result)
    default: nil
    }
  }

  /// The run so many rounds later.
  func advanced(rounds: Int) -> Run {
    var run = self
    run.advance(rounds: rounds)
    return run
  }
}
