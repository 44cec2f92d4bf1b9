import ArgumentParser
import Engine
import Foundation
import Lessons
import Studio
import Testing

@testable import CLI

@Suite struct StateFilesTests {
  /// A folder of its own for a test, removed at its end.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .resolvingSymlinksInPath().appendingPathComponent("percept-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func files(_ arguments: String...) throws -> StateFiles {
    try StateFiles.parse(arguments)
  }

  private func trained(_ steps: Int = 40) -> Session {
    var session = Session(Preset())
    session.advance(steps: steps)
    return session
  }

  /// The only thing in a folder is that file: nothing was left behind.
  private func expectAlone(_ name: String, in folder: URL) throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
  }

  @Test func withoutFilesASessionStartsFromThePresetAndNothingIsWritten() throws {
    let session = try files().session(Preset())
    #expect(session.totalSteps == 0 && session.log.weights == nil)
    try files().write(session)
  }

  @Test func weightsThatWereSavedCanBeLoaded() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("w.safetensors").path
      let saving = try files("--save", path)
      _ = try saving.session(Preset())
      try saving.write(trained())
      // A file of weights may be replaced by the next.
      _ = try saving.session(Preset())
      try saving.write(trained(80))
      try expectAlone("w.safetensors", in: folder)
      let session = try files("--load", path).session(Preset())
      #expect(session.trainer.network.parameters == trained(80).trainer.network.parameters)
      #expect(session.totalSteps == 0)
      var wide = Preset()
      wide.network.hidden = [3, 2]
      let message =
        "\(path): layers.0.weight is F32 [4, 2], expected F32 [3, 2]; layers.0.bias is F32 [4],"
        + " expected F32 [3]; layers.1.weight is F32 [2, 4], expected F32 [2, 3]"
      #expect(throws: Failure(message: message, status: 2)) {
        try files("--load", path).session(wide)
      }
    }
  }

  @Test func aCheckpointIsBegunAndThenGoneOnFrom() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("run.percept").path
      let files = try files("--checkpoint", path)
      var session = try files.session(Preset())
      #expect(session.totalSteps == 0)
      session.advance(steps: 33)
      try files.write(session)
      try expectAlone("run.percept", in: folder)
      var other = Preset()
      other.data.recipe = "spiral"
      let resumed = try files.session(other)
      #expect(resumed.totalSteps == 33 && resumed.preset == Preset())
      #expect(Checkpoint.bytes(of: resumed) == Checkpoint.bytes(of: session))
    }
  }

  @Test func aLinkStaysALink() throws {
    try inFolder { folder in
      let link = folder.appendingPathComponent("link").path
      let path = folder.appendingPathComponent("run.percept").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      try Data(Checkpoint.bytes(of: trained(1))).write(to: URL(fileURLWithPath: path))
      try files("--checkpoint", link).write(trained(2))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
      #expect(try files("--checkpoint", path).session(Preset()).totalSteps == 2)
    }
  }

  @Test func whatIsNoCheckpointIsNeverReplaced() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("notes.txt").path
      try "My notes".write(toFile: path, atomically: true, encoding: .utf8)
      let length = "the first 8 bytes are no length of a header: 8315180308947302733, more than"
      #expect(throws: Failure(message: "\(path): this is no checkpoint: \(length) 33554432")) {
        try files("--checkpoint", path).session(Preset())
      }
      let reason = "this is no safetensors file: \(length) 33554432"
      for option in ["--save", "--load"] {
        #expect(throws: Failure(message: "\(path): \(reason)")) {
          try files(option, path).session(Preset())
        }
      }
      // Nor what has come there in the meantime.
      #expect(
        throws: Failure(
          message: "\(path): this is no checkpoint: \(length) 33554432", status: 1)
      ) { try files("--checkpoint", path).write(trained()) }
      #expect(throws: Failure(message: "\(path): \(reason)", status: 1)) {
        try files("--save", path).write(trained())
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "My notes")
    }
  }

  @Test func whatCannotBeWrittenIsFoundOutFirst() throws {
    try inFolder { folder in
      let plain = folder.appendingPathComponent("plain").path
      try "x".write(toFile: plain, atomically: true, encoding: .utf8)
      for (path, message) in [
        ("/nowhere/run.percept", "there is no folder /nowhere"),
        ("\(plain)/run.percept", "there is no folder \(plain)"),
        (folder.path, "this is a folder; a file was expected"),
        ("/dev/full", "this is no regular file"), ("/dev/zero", "this is no regular file"),
      ] {
        for option in ["--save", "--checkpoint"] {
          #expect(throws: Failure(message: "\(path): \(message)", status: 1)) {
            try files(option, path).session(Preset())
          }
        }
      }
      let both = folder.appendingPathComponent("both").path
      #expect(
        throws: Failure(message: "\(both): weights and a checkpoint can't go to the same file")
      ) { try files("--save", both, "--checkpoint", both).session(Preset()) }
      #expect(throws: Failure(message: "\(both): there is no such file")) {
        try files("--load", both).session(Preset())
      }
      #expect(throws: Failure(message: "/dev/zero: this is no regular file")) {
        try files("--load", "/dev/zero").session(Preset())
      }
      try expectAlone("plain", in: folder)
    }
  }

  @Test func aFileThatIsTooLargeIsNotReadWhole() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("huge").path
      try Data().write(to: URL(fileURLWithPath: path))
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.truncate(atOffset: UInt64(StateFile.sizeLimit) + 1)
      #expect(throws: Failure(message: "\(path): the file is larger than 64 MiB")) {
        try files("--load", path).session(Preset())
      }
    }
  }

  @Test func aFailureToWriteIsOneLineAndStatusOneAndKeepsTheOther() throws {
    try inFolder { folder in
      let gone = folder.appendingPathComponent("gone")
      let kept = folder.appendingPathComponent("run.percept").path
      let path = gone.appendingPathComponent("w").path
      try FileManager.default.createDirectory(at: gone, withIntermediateDirectories: true)
      let files = try files("--save", path, "--checkpoint", kept)
      var session = try files.session(Preset())
      session.advance(steps: 3)
      try FileManager.default.removeItem(at: gone)
      let message =
        "\(path): the file can't be written (the folder is gone); what was there is unchanged"
      #expect(throws: Failure(message: message, status: 1)) { try files.write(session) }
      #expect(try self.files("--checkpoint", kept).session(Preset()).totalSteps == 3)
    }
  }

  @Test func aCheckpointIsNotTakenForWeightsNorReplacedByThem() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("s.percept").path
      try files("--checkpoint", path).write(trained(3))
      let loading = Failure(
        message: "\(path): this is a checkpoint; --checkpoint goes on from it")
      #expect(throws: loading) { try files("--load", path).session(Preset()) }
      let saving = "\(path): this is a checkpoint, which weights alone can't replace"
      #expect(throws: Failure(message: saving)) { try files("--save", path).session(Preset()) }
      #expect(throws: Failure(message: saving, status: 1)) {
        try files("--save", path).write(trained(9))
      }
      #expect(try files("--checkpoint", path).session(Preset()).totalSteps == 3)
    }
  }
}
