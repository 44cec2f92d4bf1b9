import Foundation
import Labs
import Lessons
import Testing

@testable import CLI

@MainActor @Suite struct PlayFilesTests {
  private var files: PlayFiles {
    PlayFiles(
      library: .ofThisProgram(), preferences: PreferencesFile(path: nil),
      learning: LearningFiles(ExerciseLibrary(folder: nil), environment: [:]))
  }

  @Test func opensAPresetOrSaysWhyNot() {
    var files = files
    guard case .opened(let preset) = files.perform(.open("spiral"), at: .zero).first else {
      Issue.record("no preset")
      return
    }
    #expect(preset.data.recipe == "spiral")
    #expect(
      files.perform(.open("/nowhere.yaml"), at: .zero)
        == [.told("/nowhere.yaml: there is no such file")])
  }

  @Test func opensNoTableWhoseLabelIsOneClass() throws {
    var files = files
    try inFolder { folder in
      let path = folder + "/a.csv"
      try Data("a,b,label\n1,2,yes\n2,1,yes\n".utf8).write(to: URL(fileURLWithPath: path))
      guard case .told(let line) = files.perform(.open(path), at: .zero).first else {
        Issue.record("it was opened")
        return
      }
      #expect(line.hasPrefix("\(path): the label “label” has one class only (“yes”), and"))
    }
  }

  @Test func writesATextAndNeverOverAnother() throws {
    try inFolder { folder in
      var files = files
      let path = folder + "/model.py"
      #expect(
        files.perform(.save(text: "one\n", path: path), at: .zero)
          == [.told("Written: \(path).")])
      #expect(
        files.perform(.save(text: "two\n", path: path), at: .zero)
          == [.told("\(path): there is something of that name already; choose another")])
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == "one\n")
      // Nothing else is left behind.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.py"])
    }
  }

  @Test func saysWhyATextCanNotBeWritten() throws {
    var files = files
    #expect(
      files.perform(.save(text: "x", path: "/no/such/folder/x"), at: .zero)
        == [.told("/no/such/folder/x: there is no folder /no/such/folder")])
    #expect(
      files.perform(.save(text: "x", path: ""), at: .zero)
        == [.told("a file's name was expected")])
    // Every write to it finds the disk full.
    #expect(
      files.perform(.save(text: "x", path: "/dev/full"), at: .zero)
        == [.told("/dev/full: there is something of that name already; choose another")])
  }

  @Test func doesNotFollowALinkToNowhere() throws {
    try inFolder { folder in
      let link = folder + "/link"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: folder + "/target")
      var files = files
      #expect(
        files.perform(.save(text: "x", path: link), at: .zero)
          == [.told("\(link): there is something of that name already; choose another")])
      #expect(!FileManager.default.fileExists(atPath: folder + "/target"))
    }
  }
}
