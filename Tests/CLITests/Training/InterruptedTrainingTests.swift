import Foundation
import Testing

@Suite("A training that is interrupted") struct InterruptedTrainingTests {
  /// More rows than a pipe holds, so that no training is over before it is interrupted.
  private static let arguments = ["--epochs", "3000", "--quiet"]

  @Test(
    "It keeps a checkpoint, and goes on to the bits of one that was left alone",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func goesOnToTheSameBits(signal: Int32) throws {
    try inFolder { folder in
      let whole = try ProgramRun(
        ["train", "xor", "--metrics", "whole.csv", "--save", "whole.safetensors"] + Self.arguments,
        in: folder)
      #expect(whole.status == 0 && whole.complaints.isEmpty)

      let program = try RunningProgram(
        ["train", "xor", "--metrics", "/dev/stdout", "--save", "part.safetensors"] + Self.arguments,
        in: folder)
      // The header, the start, and a first epoch.
      program.waitForLines(3)
      program.send(signal)
      let (status, rows, complaints) = try program.end()
      #expect(status == 128 + signal)
      let checkpoint = folder.appendingPathComponent("percept/trainings/train-1.percept").path
      #expect(
        complaints.hasSuffix(
          "; to go on: percept train --resume \(checkpoint) --epochs 3000 --metrics /dev/stdout"
            + " --save part.safetensors --quiet\n"))
      #expect(complaints.hasPrefix("percept: interrupted in epoch "))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/part.safetensors"))

      // As if the rows had gone to a file.
      try Data(rows.utf8).write(to: folder.appendingPathComponent("part.csv"))
      let rest = try ProgramRun(
        ["train", "--resume", checkpoint, "--metrics", "part.csv", "--save", "part.safetensors"]
          + Self.arguments, in: folder)
      #expect(rest.status == 0 && rest.complaints.isEmpty)
      #expect(rest.output == whole.output)
      for (part, all) in [("part.csv", "whole.csv"), ("part.safetensors", "whole.safetensors")] {
        let written = try [part, all].map {
          try Data(contentsOf: folder.appendingPathComponent($0))
        }
        #expect(written[0] == written[1], "\(part) is not \(all)")
      }
    }
  }

  @Test("It goes to the file of --checkpoint, and the same command goes on from there")
  func goesToTheCheckpoint() throws {
    try inFolder { folder in
      let arguments = ["train", "xor", "--checkpoint", "run.percept"] + Self.arguments
      let program = try RunningProgram(arguments + ["--metrics", "/dev/stdout"], in: folder)
      program.waitForLines(2)
      program.send(SIGTERM)
      let (status, _, complaints) = try program.end()
      #expect(status == 128 + SIGTERM)
      #expect(complaints.contains("to go on: percept train --resume run.percept --epochs 3000"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/percept"))
      let again = try ProgramRun(arguments.filter { $0 != "--quiet" }, in: folder)
      #expect(again.complaints.hasPrefix("percept: Goes on from run.percept, after epoch "))
      #expect(again.complaints.hasSuffix("not those that the command names.\n"))
      let whole = try ProgramRun(["train", "xor"] + Self.arguments, in: folder)
      #expect(again.status == 0 && again.output == whole.output)
      let over = try ProgramRun(
        ["train", "--resume", "run.percept", "--epochs", "3000"], in: folder)
      #expect(over.status == 0 && over.output == whole.output)
      #expect(over.complaints == "percept: Goes on from run.percept, after epoch 3000.\n")
    }
  }

  @Test("A second training that is interrupted gets a checkpoint of its own")
  func doesNotReplaceAnother() throws {
    try inFolder { folder in
      for number in 1...2 {
        let program = try RunningProgram(
          ["train", "xor", "--metrics", "/dev/stdout"] + Self.arguments, in: folder)
        program.waitForLines(2)
        program.send(SIGINT)
        #expect(try program.end().complaints.contains("train-\(number).percept"))
      }
    }
  }

  @Test("Where the person's own folder can't be written to, it is kept in the one it runs in")
  func keepsItHere() throws {
    try inFolder { folder in
      try Data().write(to: folder.appendingPathComponent("percept"))
      let program = try RunningProgram(
        ["train", "xor", "--metrics", "/dev/stdout"] + Self.arguments, in: folder)
      program.waitForLines(2)
      program.send(SIGINT)
      let (status, _, complaints) = try program.end()
      #expect(status == 130)
      #expect(
        complaints.hasSuffix(
          "; to go on: percept train --resume ./train-1.percept --epochs 3000 --metrics /dev/stdout"
            + " --quiet\n"))
      let rest = try ProgramRun(
        ["train", "--resume", "./train-1.percept"] + Self.arguments, in: folder)
      let whole = try ProgramRun(["train", "xor"] + Self.arguments, in: folder)
      #expect(rest.status == 0 && rest.output == whole.output)
    }
  }
}
