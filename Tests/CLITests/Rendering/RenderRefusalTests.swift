import Foundation
import TestSupport
import Testing

@testable import CLI

@Suite("What percept render refuses")
struct RenderRefusalTests {
  /// Arguments, and what the complaint must say.
  private static let bad: [([String], String)] = [
    ([], "--output FILE is missing, whose ending is .svg, .png, .txt, .ansi or .cast"),
    (
      ["-o", "a.gif"],
      "--output a.gif: expected a name that ends in .svg, .png, .txt, .ansi or .cast"
    ),
    (["-o", "svg"], "--output svg: expected a name that ends in"),
    (["-o", "a.svg/b"], "expected a name that ends in"),
    (["-o", "-"], "--output - needs a --format: svg, png, txt, ansi or cast"),
    (["-o", "a.svg", "--format", "gif"], "'gif'"),
    (
      ["-o", "a.svg", "--size", "0x0"],
      "--size 0x0: expected pixels across x down, each from 120 to 8192"
    ),
    (["-o", "a.png", "--size", "100000x100000"], "--size 100000x100000: expected pixels"),
    (["-o", "a.png", "--size", "8192x8192"], "no more in all than 7680x4320"),
    (["-o", "a.png", "--size", "99999999999999999999x200"], "expected pixels"),
    (["-o", "a.png", "--size", "-5x200"], "--size"),
    (["-o", "a.png", "--size", "1600"], "expected a width and a height, as in 1600x900"),
    (["-o", "a.png", "--size", "axb"], "expected a width and a height, as in 1600x900"),
    (
      ["-o", "a.txt", "--size", "0x10"],
      "--size 0x10: expected columns x rows, from 20x8 to 1000x500"
    ),
    (["-o", "a.cast", "--epochs", "1", "--size", "1600x900"], "from 20x8 to 300x100"),
    (["-o", "a.txt", "--screen", "--size", "40x10"], "from 80x24 to 1000x500"),
    (["-o", "a.svg", "--theme", "pink"], "'pink'"),
    (["-o", "a.svg", "--background", "red"], "'red'"),
    (["-o", "a.svg", "--parts", "map,sky"], "expected some of map, network, loss, with commas"),
    (["-o", "a.svg", "--parts", ""], "''"),
    (["-o", "a.png", "--screen"], "--screen is made of cells, not of pixels"),
    (["-o", "a.svg", "--screen", "--parts", "map"], "leaves no room for --parts"),
    (["-o", "a.svg", "--epochs", "-1"], "--epochs"),
    (["-o", "a.svg", "--frames", "10"], "--frames is for animations; a .svg shows one moment"),
    (
      ["-o", "a.png", "--color", "256"],
      "--color is for .ansi and .cast, whose colours a terminal shows; this is a .png"
    ),
    (["-o", "a.svg", "--screen", "--color", "auto"], "this is a .svg"),
    (["-o", "a.txt", "--color", "mono"], "--color is for .ansi and .cast"),
    (
      ["-o", "a.png", "--graph", "ascii"],
      "--graph is for what is drawn in cells: .txt, .ansi, .cast or --screen; this is a .png"
    ),
    (["-o", "a.svg", "--graph", "braille"], "this is a .svg"),
    (["-o", "a.cast"], "--epochs 0: an animation of the training needs at least one"),
    (
      ["-o", "a.cast", "--epochs", "5", "--every", "0"],
      "'0' is invalid for '--every <n>': expected a whole number from 1"
    ),
    (["-o", "a.cast", "--epochs", "5", "--every", "2", "--frames", "5"], "one will do"),
    (
      ["-o", "a.cast", "--epochs", "5", "--frames", "1"],
      "'1' is invalid for '--frames <n>': expected a whole number from 2"
    ),
    (
      ["-o", "a.cast", "--epochs", "5", "--fps", "nan"],
      "'nan' is invalid for '--fps <fps>': expected a number from 0.1 to 60"
    ),
    (
      ["-o", "a.cast", "--epochs", "1000000", "--every", "1"],
      "1000001 pictures; expected 3000 at most"
    ),
    (["-o", "a.svg", "--checkpoint", "c"], "it leaves no room for PRESET"),
    (["-o", "a.svg", "--load", "none.safetensors"], "none.safetensors"),
  ]

  @Test("Every refusal says what and where, and leaves no file", arguments: bad.indices)
  func refusals(_ index: Int) throws {
    let (arguments, complaint) = Self.bad[index]
    try inFolder { folder in
      let run = try ProgramRun(["render", "circle"] + arguments, in: folder)
      #expect(run.status == 2, "\(arguments): \(run.complaints)")
      #expect(run.output.isEmpty)
      #expect(run.complaints.contains(complaint), "\(arguments): \(run.complaints)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test("A file that is there is replaced only with --force, and then as a whole")
  func existing() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("a.txt")
      try Data("mine".utf8).write(to: file)
      // Found out before any training.
      let refused = try ProgramRun(
        ["render", "circle", "-o", "a.txt", "--epochs", "1000000"], in: folder)
      #expect(refused.status == 1)
      #expect(
        refused.complaints
          == "percept: a.txt: there is something of that name already; --force replaces it\n")
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
      let forced = try ProgramRun(["render", "circle", "-o", "a.txt", "--force"], in: folder)
      #expect(forced.status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("Circle"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }
  }

  @Test("A disk that is full is told", arguments: RenderFormat.allCases)
  func full(_ format: RenderFormat) throws {
    try inFolder { folder in
      let run = try ProgramRun(
        ["render", "circle", "-o", "-", "--format", format.rawValue]
          + (format == .cast ? ["--epochs", "1"] : []), in: folder, output: "/dev/full")
      #expect(run.status == 1)
      #expect(run.complaints.hasPrefix("percept: standard output can't be written ("))
      #expect(run.complaints.count { $0 == "\n" } == 1)
    }
  }

  @Test("A reader that goes away ends it quietly")
  func closedPipe() throws {
    try inFolder { folder in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c",
        "\"$0\" render circle -o - --format svg 2>&1 >&3 | cat >&2; } 3>&1 | head -c 1"
          .replacing("\"$0\"", with: "{ '\(ProgramRun.program)'"),
      ]
      process.currentDirectoryURL = folder
      let (output, complaints) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = complaints
      try process.run()
      process.waitUntilExit()
      #expect(output.fileHandleForReading.readDataToEndOfFile() == Data("<".utf8))
      #expect(complaints.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
  }

  @Test("A folder that can't be written to is told before any training")
  func unwritable() throws {
    try inFolder { folder in
      let locked = folder.appendingPathComponent("locked")
      try FileManager.default.createDirectory(
        at: locked, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
      // Whoever may do everything may also write there.
      guard !FileManager.default.isWritableFile(atPath: locked.path) else {
        let run = try ProgramRun(
          ["render", "-o", "/proc/a.svg", "--epochs", "1000000"], in: folder)
        #expect(run.status != 0 && run.complaints.contains("/proc/a.svg"))
        return
      }
      let run = try ProgramRun(
        ["render", "-o", "locked/a.svg", "--epochs", "1000000"], in: folder)
      #expect(run.status == 1)
      #expect(run.complaints.contains("can't be written to"))
    }
  }

  @Test(
    "A place where no file can be is told, with status 1",
    arguments: [
      (["-o", "nowhere/a.svg"], "nowhere/a.svg: there is no folder"),
      (["-o", "/dev/full", "--format", "svg", "--force"], "/dev/full: this is no regular file"),
    ])
  func nowhere(_ arguments: [String], _ complaint: String) throws {
    try inFolder { folder in
      let run = try ProgramRun(["render", "circle"] + arguments, in: folder)
      #expect(run.status == 1 && run.output.isEmpty && run.complaints.contains(complaint))
    }
  }
}
