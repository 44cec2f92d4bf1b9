import Foundation
import Lessons
import Testing

@testable import CLI

@Suite("percept presets")
struct PresetsProgramTests {
  @Test("JSON has what the table has, and where the files are")
  func json() throws {
    try inFolder { folder in
      let table = try ProgramRun(["presets"], in: folder).output.split(separator: "\n")
      let list = try #require(
        try JSON(reading: try ProgramRun(["presets", "--json"], in: folder).output, depth: 4).list)
      #expect(list.count == table.count && list.count >= 15)
      for (entry, line) in zip(list, table) {
        #expect(line.hasPrefix(entry["name"]?.text ?? "?"))
        #expect(line.hasSuffix(entry["summary"]?.text ?? "?"))
        #expect(FileManager.default.fileExists(atPath: entry["path"]?.text ?? ""))
      }
    }
  }

  @Test("A file with a mistake does not hide the others; status 2")
  func mistakes() throws {
    try inFolder { folder in
      try Data("format: 1\ntitle: One\n".utf8).write(
        to: folder.appendingPathComponent("1-one.yaml"))
      try Data("format: 1\ntytle: Two\n".utf8).write(
        to: folder.appendingPathComponent("2-two.yaml"))
      try Data("format: 1\ntitle: Three\n".utf8)
        .write(to: folder.appendingPathComponent("3-three.yaml"))
      let environment = ["PERCEPT_PRESETS": folder.path]
      let run = try ProgramRun(["presets"], in: folder, environment: environment)
      #expect(run.status == 2)
      #expect(run.output.split(separator: "\n").map { $0.prefix(3) } == ["one", "thr"])
      #expect(run.complaints.contains("2-two.yaml:2:1: unknown key “tytle”"))
      let json = try ProgramRun(["presets", "--json"], in: folder, environment: environment)
      #expect(json.status == 2)
      #expect(try JSON(reading: json.output, depth: 4).list?.count == 2)
    }
  }

  @Test("A folder without presets, and none at all, are told")
  func none() throws {
    try inFolder { folder in
      for path in [folder.path, "/nowhere"] {
        let run = try ProgramRun(
          ["presets"], in: folder, environment: ["PERCEPT_PRESETS": path])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.complaints.hasPrefix("percept: \(path): the folder "))
      }
    }
  }
}
