import Engine
import Foundation
import Studio
import Terminal

/// A run that goes on, with its metrics and its progress line.
struct Training {
  /// The run, as far as it is.
  private(set) var run: HeadlessRun
  /// Why there are no metrics any more; nil if there are.
  private(set) var problem: String?
  private var metrics: MetricsFile?
  private let isTold: Bool

  /// A run before its first step.
  ///
  /// - Parameter isTold: whether a terminal shows how far it is.
  init(_ run: HeadlessRun, _ metrics: MetricsFile?, isTold: Bool) {
    self.run = run
    self.metrics = metrics
    self.isTold = isTold
  }

  /// Trains to the end, or until a signal asks to stop; gives its number then. Signals are only noted
  /// from then on, too, so that what was trained can be written.
  mutating func finish() -> Int32? {
    var progress = ProgressLine(run, isWanted: isTold)
    Interruption.watch()
    // In the middle of an epoch there is no row; the one before has its own.
    if run.session.trainer.position == 0 { measure(&progress) }
    var signal: Int32?
    while run.ending == nil {
      // Whoever asks a second time does not wait for the checkpoint either.
      signal = Interruption.signal
      guard signal == nil else { break }
      if run.advance() { measure(&progress) }
      progress.show(run)
    }
    progress.clear()
    attempt(&progress) { try $0.keep() }
    return signal
  }

  /// Writes a row.
  private mutating func measure(_ progress: inout ProgressLine) {
    guard metrics != nil else { return }
    let row = EpochMetrics(of: run.session)
    attempt(&progress) { try $0.write(row) }
  }

  /// Does something with the metrics. Training does not end because a disk is full; it is told once.
  private mutating func attempt(
    _ progress: inout ProgressLine, _ body: (inout MetricsFile) throws -> Void
  ) {
    guard var file = metrics else { return }
    do {
      try body(&file)
      metrics = file
    } catch {
      metrics = nil
      problem = (error as? Failure)?.message ?? error.localizedDescription
      progress.clear()
      Percept.complain(problem ?? "")
    }
  }
}
