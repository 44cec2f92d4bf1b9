import Engine
import Foundation
import Studio
import Terminal

/// One line on a terminal's standard error that tells how far training is; nothing anywhere else.
///
/// It is written over and over with a carriage return and spaces, which all terminals know but
/// “dumb” ones, and is gone when something else is to be said.
struct ProgressLine {
  /// Whether there is one.
  let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let firstEpoch: Int
  private var next: ContinuousClock.Instant
  private var width = 0

  /// A line for a run that begins now.
  init(
    _ run: HeadlessRun, isWanted: Bool, isTerminal: Bool = StandardStream.error.isTerminal,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    isShown = isWanted && RewrittenLine.isPossible(isTerminal: isTerminal, environment)
    start = clock.now
    // What is over in a moment needs no line.
    next = start + .milliseconds(300)
    firstEpoch = run.session.trainer.epochCount
  }

  /// Shows how far a run is, ten times a second at most.
  mutating func show(_ run: HeadlessRun) {
    guard isShown else { return }
    let now = clock.now
    guard now >= next else { return }
    next = now + .milliseconds(100)
    let text = Self.text(
      run, since: firstEpoch, seconds: (now - start) / .seconds(1),
      columns: StandardStream.error.columns ?? 80)
    write("\r" + text + String(repeating: " ", count: max(0, width - text.count)))
    width = text.count
  }

  /// Takes the line away.
  mutating func clear() {
    guard width > 0 else { return }
    write("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  /// The line, shorter than a terminal of so many columns.
  static func text(
    _ run: HeadlessRun, since first: Int, seconds: Double, columns: Int
  ) -> String {
    let trainer = run.session.trainer
    // Parts of an epoch count: one of ten thousand points takes a while.
    let share = Double(trainer.position) / Double(max(1, trainer.samples.count))
    let done = Double(trainer.epochCount) + share
    let rate = (done - Double(first)) / max(seconds, 1e-9)
    let count = "epoch \(trainer.epochCount)/\(run.epochs)"
    var facts: [String] = []
    if let entry = run.session.history.entries.last {
      facts.append("loss " + number(entry.training))
      if !entry.test.isNaN { facts.append("test " + number(entry.test)) }
    }
    if rate > 0, rate.isFinite {
      facts.append("\(rate < 10 ? String(format: "%.2g", rate) : String(format: "%.0f", rate))/s")
      facts.append(time((Double(run.epochs) - done) / rate) + " left")
    }
    // Figures that are cut are other figures.
    while !facts.isEmpty, ([count] + facts).joined(separator: "  ").count > columns - 1 {
      facts.removeLast()
    }
    let text = ([count] + facts).joined(separator: "  ")
    let room = min(30, columns - text.count - 5)
    guard room >= 5 else { return text.count < columns ? text : "" }
    let portion = min(1, done / Double(max(1, run.epochs)))
    let filled = min(room, max(0, Int((portion * Double(room)).rounded(.down))))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: room - filled)
    return "[\(bar)] \(text)"
  }

  private static func number(_ value: Double) -> String { String(format: "%.4g", value) }

  /// `0:07`, `12:05` or `3:00:00`.
  private static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 360_000 else { return "days" }
    let whole = Int(max(0, seconds).rounded(.up))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? String(format: "%d:%02d:%02d", hours, minutes, whole % 60)
      : String(format: "%d:%02d", minutes, whole % 60)
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
