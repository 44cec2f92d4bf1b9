import Drawing
import Glibc
import Testing

/// What commands without a screen show on a terminal while they work.
@Suite("Progress on a terminal")
struct ProgressTests {
  private static let sweep = """
    sweep: 1
    base: xor
    method: random
    trials: 2000
    parameters:
      training.learning-rate: {min: 0.001, max: 1, scale: log}
    epochs: 3000

    """

  /// Runs a command until its progress is shown, with ctrl-C after that; the screen at its end, its rows
  /// joined.
  private func interrupted(
    _ arguments: [String], showing progress: String, in folder: TemporaryFolder
  ) throws -> String {
    let session = try PtySession(
      ProcessStart.product("percept"), arguments: arguments, size: Size(width: 80, height: 24),
      environment: folder.environment, folder: folder.path)
    try session.wait(for: progress)
    session.send("\u{3}")
    #expect(try session.waitForEnd() == .exited(128 + SIGINT))
    return session.text.filter { $0 != "\n" }
  }

  @Test("Training is told in one line, which gives way to how to go on after ctrl-C")
  func training() throws {
    let folder = try TemporaryFolder()
    let screen = try interrupted(
      ["train", "xor", "--epochs", "100000000"], showing: " left", in: folder)
    #expect(screen.hasPrefix("percept: interrupted in epoch "))
    #expect(screen.contains("to go on: percept train --resume"))
    #expect(!screen.contains("^C") && !screen.contains(" left") && !screen.contains("[#"))
  }

  @Test("So is a sweep, with the best so far")
  func sweep() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sweep, to: "s.yaml")
    let screen = try interrupted(
      ["sweep", "s.yaml", "--workers", "1"], showing: "best", in: folder)
    #expect(
      screen.contains(" of 2000 trials. Go on with: percept sweep s.yaml --workers 1 --resume"))
    #expect(!screen.contains("^C") && !screen.contains(" left") && !screen.contains("best"))
  }
}
