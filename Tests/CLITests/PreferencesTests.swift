import Drawing
import Engine
import Foundation
import Labs
import Studio
import Testing

@testable import CLI

@Suite struct PreferencesTests {
  @Test func aTextSaysHowItLooks() {
    let (preferences, problems) = Preferences.read(
      "# mine\ntheme: okabe\n\n  graph:blocks # no braille here\nbackground: light\nmouse: off\n")
    #expect(problems.isEmpty)
    #expect(preferences.theme == .okabe)
    #expect(preferences.graph == .blocks)
    #expect(preferences.background == .light)
    #expect(preferences.mouse == false)
  }

  @Test func whatIsWrittenIsReadAgain() {
    var preferences = Preferences()
    var text = Preferences.heading
    for key in Preference.keys {
      for value in Preference.values(of: key) {
        guard let preference = Preference(key: key, value: value) else {
          Issue.record("\(key): \(value)")
          continue
        }
        #expect(preference.key == key && preference.value == value)
        preferences.set(preference)
        text = Preferences.text(text, with: preference)
        let read = Preferences.read(text)
        #expect(read.problems.isEmpty)
        #expect(Set(read.preferences.all) == Set(preferences.all))
      }
    }
    #expect(preferences.all.count == Preference.keys.count)
  }

  @Test func whatAPersonWroteAroundItStays() {
    let text = "# mine\n\n theme: okabe # for the eyes\nmouse: on\ntheme : cividis#last\n"
    #expect(
      Preferences.text(text, with: .theme(.playground))
        == "# mine\n\n theme: okabe # for the eyes\nmouse: on\ntheme : playground #last\n")
    #expect(Preferences.text("mouse: on", with: .graph(.ascii)) == "mouse: on\ngraph: ascii\n")
  }

  @Test func mistakesAreToldByLineAndTheRestIsTaken() {
    let (preferences, problems) = Preferences.read("thme: okabe\ntheme: red\nmouse\ngraph: ascii\n")
    #expect(preferences.all == [.graph(.ascii)])
    #expect(
      problems == [
        "1: there is no setting “thme”; expected theme, graph, background, mouse",
        "2: theme: “red” is none of playground, okabe, cividis, high-contrast, monochrome",
        "3: “mouse”: expected KEY: VALUE, as in theme: okabe",
      ])
  }

  @Test func anUnknownBackgroundIsToBeFoundOut() {
    #expect(Preferences.read("background: auto\n").preferences.background == nil)
  }
}

@Suite struct PreferencesFileTests {
  @Test func isKeptAndReadAgain() throws {
    try inFolder { folder in
      let path = folder + "/config/percept/settings.yaml"
      var file = PreferencesFile(path: path)
      #expect(file.problem == nil)
      try file.keep(.theme(.cividis))
      try file.keep(.mouse(false))
      try file.keep(.theme(.okabe))
      let again = PreferencesFile(path: path)
      #expect(again.problem == nil)
      #expect(again.preferences.theme == .okabe)
      #expect(again.preferences.mouse == false)
    }
  }

  @Test func whatWasWrittenThereInTheMeantimeStays() throws {
    try inFolder { folder in
      let path = folder + "/settings.yaml"
      var file = PreferencesFile(path: path)
      try "# no mouse in this terminal\nmouse: off\n".write(
        toFile: path, atomically: true, encoding: .utf8)
      try file.keep(.theme(.okabe))
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == "# no mouse in this terminal\nmouse: off\ntheme: okabe\n")
      #expect(file.preferences.mouse == false)
    }
  }

  @Test func aMistakeIsToldWithItsPlaceAndTheFileLeftAlone() throws {
    try inFolder { folder in
      let path = folder + "/settings.yaml"
      let text = "theme: okabe\ncolour: red\ncolour: blue\n"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      var file = PreferencesFile(path: path)
      #expect(
        file.problem
          == "\(path):2: there is no setting “colour”; expected theme, graph, background, mouse"
          + " (and 1 more)")
      #expect(file.preferences.theme == .okabe)
      #expect(
        throws: Failure(
          message: "\(path) has a mistake, so that this is not kept there", status: 1)
      ) { try file.keep(.mouse(true)) }
      let after = try String(contentsOfFile: path, encoding: .utf8)
      #expect(after == text)
    }
  }

  @Test func aFileThatCanNotBeReadIsToldAndNoMore() throws {
    try inFolder { folder in
      #expect(
        PreferencesFile(path: folder).problem
          == "\(folder): this is a folder; a YAML file was expected")
    }
  }

  @Test func placesFollowTheSpecification() {
    #expect(UserFolder.settings(["HOME": "/home/a"]) == "/home/a/.config/percept/settings.yaml")
    #expect(
      UserFolder.settings(["HOME": "/home/a", "XDG_CONFIG_HOME": "/etc/a"])
        == "/etc/a/percept/settings.yaml")
    #expect(
      UserFolder.lastSession(["HOME": "/home/a", "XDG_STATE_HOME": "relative"])
        == "/home/a/.local/state/percept/last.percept")
    #expect(UserFolder.settings([:]) == nil)
  }
}

@Suite struct LastSessionTests {
  @Test func goesOnWhereItWasLeft() throws {
    try inFolder { folder in
      let last = LastSession(environment: ["XDG_STATE_HOME": folder])
      var session = Session(try PresetLibrary.ofThisProgram().preset("xor"))
      session.advance(steps: 30)
      #expect(last.keep(session) == nil)
      let again = try last.session()
      #expect(again.trainer.network.parameters == session.trainer.network.parameters)
      #expect(again.totalSteps == 30)
    }
  }

  @Test func aSessionWithoutAnythingDoneReplacesNoOther() throws {
    try inFolder { folder in
      let last = LastSession(environment: ["XDG_STATE_HOME": folder])
      let preset = try PresetLibrary.ofThisProgram().preset("xor")
      #expect(last.keep(Session(preset)) == nil)
      #expect(
        throws: Failure(
          message:
            "--resume: there is no last session yet (\(folder)/percept/last.percept is missing)"
        )
      ) { try last.session() }
    }
  }

  @Test func aWeightSetByHandIsSomethingDone() throws {
    try inFolder { folder in
      let last = LastSession(environment: ["XDG_STATE_HOME": folder])
      var session = Session(try PresetLibrary.ofThisProgram().preset("xor"))
      session.apply(.setParameter(index: 0, value: 2.5))
      #expect(last.keep(session) == nil)
      #expect(try last.session().trainer.network.parameters[0] == 2.5)
    }
  }

  @Test func whatKeepsItFromBeingWrittenIsOneLine() throws {
    var session = Session(try PresetLibrary.ofThisProgram().preset("xor"))
    session.advance(steps: 1)
    let problem = LastSession(environment: ["XDG_STATE_HOME": "/dev/null"]).keep(session)
    #expect(
      problem
        == "the session is not kept for --resume: /dev/null/percept: the folder can't be made"
        + " (the folder is gone)")
    #expect(LastSession(environment: [:]).keep(session) == nil)
  }
}

/// Does something in a folder that goes with the test.
func inFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("percept-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
