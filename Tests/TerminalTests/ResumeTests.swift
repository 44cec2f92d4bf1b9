import Drawing
import Glibc
import Testing

/// The program with files of weights and checkpoints, driven as a person would.
@Suite("Percept and its files")
struct ResumeTests {
  private func percept(_ arguments: [String]) throws -> PtySession {
    let session = try PtySession(
      ProcessStart.product("percept"), arguments: arguments, size: Size(width: 120, height: 40))
    try session.wait(for: "q quit")
    return session
  }

  /// A folder of its own for a test, removed at its end.
  private func inFolder(_ body: (String) throws -> Void) throws {
    var name = Array("/tmp/percept-XXXXXX".utf8CString)
    _ = unsafe mkdtemp(&name)
    let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
      for file in ["/run.percept", "/w.safetensors"] { _ = unsafe unlink(folder + file) }
      // Fails, and the folder stays for all to see, if anything else was left in it.
      #expect(unsafe rmdir(folder) == 0)
    }
    try body(folder)
  }

  /// The first line of the screen from “epoch” on, without the mode before it.
  private func counts(_ session: PtySession) -> String {
    let words = session.line(0).split(separator: " ").map(String.init)
    guard let epoch = words.firstIndex(of: "epoch") else { return "" }
    return words[epoch...].prefix(4).joined(separator: " ")
  }

  @Test(
    "It trains, is left, and goes on where it was, however it was left",
    arguments: [0, SIGTERM, SIGHUP])
  func resumes(signal: Int32) throws {
    try inFolder { folder in
      let files = ["--checkpoint", folder + "/run.percept", "--save", folder + "/w.safetensors"]
      let first = try percept(["xor"] + files)
      first.send("ee")
      try first.wait(for: "Epoch 1 is complete.")
      first.send("es")
      try first.wait(for: "samples of epoch")
      let left = counts(first)
      #expect(left.hasPrefix("epoch ") && !left.hasPrefix("epoch 0"))
      if signal == 0 { first.send("q") } else { first.signal(signal) }
      #expect(try first.waitForEnd() == .exited(signal == 0 ? 0 : 128 + signal))

      let second = try percept(files)
      #expect(counts(second) == left)
      #expect(second.text.contains("paused"))
      second.send("s")
      try second.wait("another step") { _ in self.counts(second) != left }
      second.send("q")
      #expect(try second.waitForEnd() == .exited(0))

      let loaded = try percept(["xor", "--load", folder + "/w.safetensors"])
      #expect(counts(loaded) == "epoch 0 step 0")
      loaded.send("q")
      #expect(try loaded.waitForEnd() == .exited(0))
    }
  }

  @Test("A folder that is gone when it is left is one line and status 1, after a clean terminal")
  func cannotWrite() throws {
    var folder = ""
    var session: PtySession?
    try inFolder {
      folder = $0
      session = try percept(["--checkpoint", folder + "/run.percept"])
    }
    session?.send("q")
    #expect(try session?.waitForEnd() == .exited(1))
    let message =
      "percept: \(folder)/run.percept: the file can't be written (the folder is gone); what was"
    #expect(session?.text.contains(message) == true, "\(session?.text ?? "")")
    #expect(session?.pty.modes == .normal)
  }

  @Test("A full disk leaves the old file as it was, and nothing beside it")
  func fullDisk() throws {
    try inFolder { folder in
      let path = folder + "/run.percept"
      let first = try percept(["--checkpoint", path, "--set", "data.samples=20000"])
      first.send("q")
      #expect(try first.waitForEnd() == .exited(0))
      // No file may grow beyond 64 KiB, less than a checkpoint of so many points has.
      let limited = try PtySession(
        "/bin/sh",
        arguments: [
          "-c", "trap '' XFSZ; ulimit -f 128; $percept --checkpoint \(path); echo status $?",
        ], size: Size(width: 120, height: 40),
        environment: PtySession.environment.merging(
          ["percept": ProcessStart.product("percept")]) { $1 })
      try limited.wait(for: "q quit")
      limited.send("s")
      try limited.wait(for: "samples of epoch 1 seen")
      limited.send("q")
      #expect(try limited.waitForEnd() == .exited(0))
      #expect(limited.text.contains("(it would be larger than is allowed)"))
      #expect(limited.text.contains("status 1"))

      let second = try percept(["--checkpoint", path])
      #expect(counts(second) == "epoch 0 step 0")
      second.send("q")
      #expect(try second.waitForEnd() == .exited(0))
    }
  }
}
