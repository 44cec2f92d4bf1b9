import ArgumentParser
import Drawing
import Foundation
import Labs
import Lessons
import Testing

@testable import CLI

@Suite struct RecorderTests {
  private func canvas(_ glyph: Character, width: Int = 3) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: 1), capabilities: .full)
    canvas[0, 0] = Cell(glyph)
    return canvas
  }

  @Test func aCastHasAHeaderAndALineForEachChange() throws {
    var cast = Cast()
    let first = cast.lines(canvas("\""), at: .seconds(100))
    try #require(first.count == 2)
    let header = try JSONSerialization.jsonObject(with: Data(first[0].utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 2)
    #expect(header?["width"] as? Int == 3)
    #expect(header?["height"] as? Int == 1)
    let theme = header?["theme"] as? [String: String]
    #expect(theme?["palette"]?.split(separator: ":").count == 16)
    #expect(
      first[1]
        == "[0.000000, \"o\", \"\\u001b[?25l\\u001b[0m\\u001b[2J\\u001b[1;1H\\\"\"]\n")
    #expect(cast.lines(canvas("\""), at: .seconds(101)).isEmpty)
    #expect(
      cast.lines(canvas("▀"), at: .milliseconds(102_034))
        == ["[2.034000, \"o\", \"\\u001b[1;1H▀\"]\n"])
    #expect(
      cast.lines(canvas("\\", width: 4), at: .seconds(103)) == [
        "[3.000000, \"r\", \"4x1\"]\n",
        "[3.000000, \"o\", \"\\u001b[0m\\u001b[2J\\u001b[1;1H\\\\\"]\n",
      ])
  }

  @Test func whatIsRecordedIsInTheFileAtOnce() throws {
    try inFolder { folder in
      let path = folder + "/a.cast"
      var recorder = try Recorder(path: path)
      try recorder.add(canvas("a"), at: .zero)
      try recorder.add(canvas("é"), at: .seconds(1))
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 3)
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      #expect(lines[2] == "[1.000000, \"o\", \"\\u001b[1;1Hé\"]")
    }
  }

  @Test func aFileThatIsThereIsKeptUnlessToldOtherwise() throws {
    try inFolder { folder in
      let path = folder + "/a.cast"
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: NewFile.taken(path, else: .otherName)) { _ = try Recorder(path: path) }
      #expect(throws: NewFile.taken(path, else: .force)) {
        _ = try Recorder(path: path, else: .force)
      }
      #expect(throws: Failure(message: "no/a.cast: there is no folder no", status: 1)) {
        _ = try Recorder(path: "no/a.cast")
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
      var recorder = try Recorder(path: path, force: true)
      try recorder.add(canvas("a"), at: .zero)
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{\"version\": 2"))
    }
  }

  @Test func neverReplacesADevice() {
    #expect(throws: Failure(message: "/dev/null: this is no regular file", status: 1)) {
      _ = try Recorder(path: "/dev/null", force: true)
    }
  }

  @MainActor @Test func theAppBeginsAndEndsARecording() throws {
    try inFolder { folder in
      let path = folder + "/b.cast"
      var files = PlayFiles(
        library: .ofThisProgram(), preferences: PreferencesFile(path: nil),
        learning: LearningFiles(ExerciseLibrary(folder: nil), environment: [:]))
      #expect(
        files.perform(.record(path), at: .zero)
          == [.recording(true), .told("Recording into \(path); R ends it.")])
      #expect(files.shown(canvas("a"), at: .zero) == [])
      #expect(
        files.perform(.record(nil), at: .zero) == [.recording(false), .told("Recorded: \(path).")])
      #expect(files.perform(.record(nil), at: .zero) == [.recording(false)])
      #expect(
        files.perform(.record(path), at: .zero)
          == [.told("\(path): there is something of that name already; choose another")])
    }
  }
}
