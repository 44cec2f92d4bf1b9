import Datasets
import Foundation
import Lessons
import Testing

@testable import CLI

/// The built program, as a shell calls it.
@Suite("percept data")
struct DataProgramTests {
  private func run(_ arguments: String..., output: String? = nil) throws -> ProgramRun {
    try ProgramRun(
      ["data"] + arguments, in: FileManager.default.temporaryDirectory, output: output)
  }

  @Test("Without a name it lists every data set, a line each")
  func list() throws {
    let run = try run()
    #expect(run.status == 0 && run.complaints.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != " " }) } == DataSource.names)
    #expect(lines.allSatisfy { $0.count <= 90 && $0.hasSuffix(".") || $0.contains(": ") })
  }

  @Test("What it prints opens as the same points: printed again it is the same text")
  func again() throws {
    try inFolder { folder in
      for name in ["spiral", "moons", "blobs", "plane", "wave", "iris"] {
        let seed = ["--set", "seed=7", "--set", "data.validation=20"]
        let first = try run(["data", name] + seed, folder)
        #expect(first.status == 0 && first.complaints.isEmpty)
        try Data(first.output.utf8).write(to: folder.appendingPathComponent("s.csv"))
        let second = try run(["data", "s.csv"], folder)
        #expect(second.status == 0 && second.output == first.output, "\(name)")
      }
    }
  }

  private func run(_ arguments: [String], _ folder: URL) throws -> ProgramRun {
    try ProgramRun(arguments, in: folder)
  }

  @Test("It prints the points that the playground shows, with the same settings")
  func points() throws {
    let preset = try PresetLibrary.ofThisProgram().preset("moons")
    #expect(try run("moons").output == CSV.text(of: preset.dataset.rows()))
    #expect(try run("wine").output.split(separator: "\n").count == 179)
    let few = try run("spiral", "--set", "data.samples=40", "--set", "data.training=25")
    let shares = few.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").last ?? ""
    }
    #expect(shares.count == 40 && shares.count { $0 == "training" } == 10)
    let test = try run("spiral", "--share", "test")
    #expect(test.output.split(separator: "\n").count == 251)
    #expect(test.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",test") })
  }

  @Test("With --features the network's inputs stand before the label")
  func features() throws {
    let settings = ["--set", "features=x1,sin(x1*x2)", "--set", "data.standardize=true"]
    let run = try ProgramRun(
      ["data", "xor", "--features"] + settings, in: FileManager.default.temporaryDirectory)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows[0] == ["x1", "x2", "input_x1", "input_sin(x1*x2)", "class", "share"])
    let training = rows.dropFirst().filter { $0[5] == "training" }
    let mean = training.compactMap { Double($0[2]) }.reduce(0, +) / Double(training.count)
    #expect(training.count == 250 && abs(mean) < 1e-6)
  }

  @Test("Several sets of the same columns get a column that tells which; others are refused")
  func several() throws {
    let both = try run("circle", "spiral")
    let lines = both.output.split(separator: "\n")
    #expect(lines.count == 1001 && lines[0] == "set,x1,x2,class,share")
    #expect(lines[1].hasPrefix("circle,") && lines[1000].hasPrefix("spiral,"))
    let mixed = try run("circle", "wave")
    #expect(mixed.status == 2 && mixed.output.isEmpty)
    #expect(
      mixed.complaints
        == "percept: wave has the columns x1, label, share, and circle x1, x2, class, share;"
        + " print them one by one\n")
  }

  @Test(
    "What can't be understood is told in one line, with status 2",
    arguments: [
      (["sprial"], "there is no data set “sprial”; expected a CSV file"),
      (["sprial"], "; did you mean “spiral”?"),
      (["spiral", "--set", "data.nosie=3"], "there is no setting “data.nosie”"),
      (["spiral", "--set", "data.noise=99"], "--set data.noise=99: "),
      (["spiral", "--share", "validation"], "spiral has no validation points; --set data.validat"),
      (["spiral", "--share", "tests"], "tests"),
      (["nowhere.csv"], "nowhere.csv: there is no such file"),
      (["--features"], "expected the name of a data set"),
      (["spiral", "--force"], "it needs --output"),
    ])
  func mistakes(_ arguments: [String], _ message: String) throws {
    let run = try ProgramRun(["data"] + arguments, in: FileManager.default.temporaryDirectory)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.complaints.contains(message), "\(run.complaints)")
  }

  @Test("Bad tables give one line with file, line and column")
  func tables() throws {
    try inFolder { folder in
      let bad: [(String, String)] = [
        ("", "s.csv:1:1: "), ("x1,x2,class\n", "s.csv:"),
        ("x1,x2,class\n1,2,0\n1,2\n", "s.csv:3:1"),
        ("a,b\nx,y\n", "s.csv:1:1: "),
      ]
      for (text, message) in bad {
        try Data(text.utf8).write(to: folder.appendingPathComponent("s.csv"))
        let run = try ProgramRun(["data", "s.csv"], in: folder)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.complaints.hasPrefix("percept: " + message), "\(text): \(run.complaints)")
        #expect(run.complaints.split(separator: "\n").count == 1)
      }
      // What was left out is told, and does not come back.
      try Data("a,b,kind\n1,2,u\n,5,v\n3,4,v\n9,1,u\n".utf8)
        .write(to: folder.appendingPathComponent("s.csv"))
      let run = try ProgramRun(["data", "s.csv"], in: folder)
      #expect(run.status == 0 && run.output.split(separator: "\n").count == 4)
      #expect(run.complaints == "percept: s.csv: 1 row is left out for a missing value\n")
      let quiet = try ProgramRun(["data", "s.csv", "--quiet"], in: folder)
      #expect(quiet.complaints.isEmpty && quiet.output == run.output)
    }
  }
}
