import Foundation
import Testing

/// `-` where a file is meant that is no stream.
@Suite("Files that are no streams")
struct FileNameTests {
  private static let commands = [
    ("train xor --save -", "--save"), ("train xor --load -", "--load"),
    ("train xor --checkpoint=-", "--checkpoint"), ("train --resume - --epochs 5", "--resume"),
    ("xor --plain --save -", "--save"), ("xor --plain --load -", "--load"),
    ("xor --plain --checkpoint -", "--checkpoint"), ("xor --record -", "--record"),
    ("render xor -o a.svg --load -", "--load"),
    ("render -o a.svg --checkpoint -", "--checkpoint"),
    ("export xor --format json --load -", "--load"),
    ("export --format json --checkpoint -", "--checkpoint"),
  ]

  @Test("- is refused with what to give instead, and makes no file", arguments: commands)
  func refused(_ command: String, _ option: String) throws {
    try inFolder { folder in
      let run = try ProgramRun(command.split(separator: " ").map(String.init), in: folder)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(
        run.complaints.hasPrefix(
          "percept: \(option) -: expected a file, not a standard stream; ./- is the file of that"
            + " name"), "\(run.complaints)")
      #expect(run.complaints.count(where: \.isNewline) == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("./- is a file like any other")
  func named() throws {
    try inFolder { folder in
      let train = ["train", "xor", "--epochs", "1", "--quiet"]
      let save = try ProgramRun(train + ["--save", "./-"], in: folder)
      #expect(save.status == 0, "\(save.complaints)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["-"])
      let load = try ProgramRun(train + ["--load", "./-"], in: folder)
      #expect(load.status == 0 && load.output != save.output, "\(load.complaints)")
    }
  }
}
