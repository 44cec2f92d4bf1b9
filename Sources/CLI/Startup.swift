import Benchmark
import Foundation

/// How long the program takes from its start to the end of its first epoch, and its memory by then.
struct Startup: Equatable, Encodable {
  /// Milliseconds by the wall, the median of the starts; nil if the program can't be started.
  let milliseconds: Double?
  /// The shortest of the starts.
  let bestMilliseconds: Double?
  /// The most memory in use at once, in MiB; nil where the system does not tell.
  let peakMiB: Double?

  /// From the times of some starts and what each wrote.
  init(milliseconds times: [Double], peaks: [Double]) {
    let times = times.sorted()
    milliseconds = times.isEmpty ? nil : times[times.count / 2]
    bestMilliseconds = times.first
    peakMiB = peaks.max()
  }

  /// Starts this program seven times.
  static func measured() -> Startup {
    var times: [Double] = []
    var peaks: [Double] = []
    for _ in 0..<7 {
      guard let (milliseconds, text) = start() else { continue }
      times.append(milliseconds)
      if let peak = peakMiB(in: text) { peaks.append(peak) }
    }
    return Startup(milliseconds: times, peaks: peaks)
  }

  /// What the program that is started does: one epoch, and a line that says so.
  static func trainFirstEpoch() throws {
    guard let workload = WorkloadCatalogue.named("w1") else { return }
    var run = workload.prepared().start
    run.advance(rounds: 1)
    // Written at once: the one who started this looks at the clock when the line comes in.
    try Output.write(lines: ["epoch 1"])
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) {
      try Output.write(lines: [status])
    }
  }

  /// The peak in the text of `/proc/self/status`: `VmHWM:     9876 kB`.
  static func peakMiB(in text: String) -> Double? {
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let words = line?.split(whereSeparator: \.isWhitespace) ?? []
    return words.count > 1 ? Double(words[1]).map { $0 / 1024 } : nil
  }

  /// One line of the table.
  var line: String {
    guard let milliseconds, let bestMilliseconds else { return "startup  can't be measured here" }
    let time =
      "startup \(Self.text(milliseconds)) ms median, \(Self.text(bestMilliseconds)) ms best"
    return time + " to w1's first epoch"
      + (peakMiB.map { ", \(Self.text($0)) MiB" } ?? "")
  }

  private static func text(_ value: Double) -> String { String(format: "%.1f", value) }

  private static func start() -> (milliseconds: Double, text: String)? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: PresetLibrary.program)
    process.arguments = ["bench", "--first-epoch"]
    process.standardOutput = pipe
    let clock = ContinuousClock()
    let start = clock.now
    guard (try? process.run()) != nil else { return nil }
    // The epoch is over when the first line is here; the rest is not waited for.
    var data = pipe.fileHandleForReading.availableData
    let time = clock.now - start
    data += pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    let parts = time.components
    return (
      Double(parts.seconds) * 1e3 + Double(parts.attoseconds) * 1e-15,
      String(decoding: data, as: UTF8.self)
    )
  }
}
