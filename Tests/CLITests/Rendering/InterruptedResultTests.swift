import Foundation
import Testing

@Suite("A result that is interrupted")
struct InterruptedResultTests {
  /// Commands that train for longer than any test waits.
  private static let commands = [
    "render xor --frames 3 -o F.cast", "render xor -o F.svg", "export xor --format json -o F.json",
  ]

  @Test(
    "It says how far training was, and leaves no file",
    arguments: [SIGINT, SIGTERM, SIGHUP], commands)
  func leavesNothing(signal: Int32, command: String) throws {
    try inFolder { folder in
      let program = try RunningProgram(
        command.split(separator: " ").map(String.init) + ["--epochs", "1000000"], in: folder)
      program.waitUntilItCatches(signal)
      program.send(signal)
      let (status, output, complaints) = try program.end()
      #expect(status == 128 + signal && output.isEmpty)
      let told = /percept: stopped after \d+ of 1000000 epochs; nothing was written\n/
      #expect(complaints.wholeMatch(of: told) != nil, "\(complaints)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.filter { !$0.hasPrefix("complaints-") } == [])
    }
  }
}
