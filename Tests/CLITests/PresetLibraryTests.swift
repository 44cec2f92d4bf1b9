import Foundation
import Lessons
import Testing

@testable import CLI

@Suite struct PresetLibraryTests {
  /// A folder of its own for a test, removed at its end.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("percept-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func findsPresetsInstalledBesideTheProgram() throws {
    try inFolder { folder in
      let presets = folder.appendingPathComponent("share/percept/presets")
      try write("format: 1", to: presets.appendingPathComponent("07-mine.yaml"))
      let library = PresetLibrary(
        executable: folder.appendingPathComponent("bin/percept").path, environment: [:])
      #expect(library.folder == presets.resolvingSymlinksInPath().path)
      #expect(try library.items().map(\.name) == ["mine"])
    }
  }

  @Test func findsPresetsOfTheCloneThatTheProgramWasBuiltIn() throws {
    try inFolder { folder in
      try write("", to: folder.appendingPathComponent("Package.swift"))
      try write("format: 1", to: folder.appendingPathComponent("presets/01-one.yaml"))
      let library = PresetLibrary(
        executable: folder.appendingPathComponent(".build/x/release/percept").path,
        environment: [:])
      #expect(try library.items().map(\.name) == ["one"])
    }
  }

  @Test func theVariableGoesFirstAndElsewhereTheSourcesServe() throws {
    try inFolder { folder in
      try write("format: 1", to: folder.appendingPathComponent("own.yaml"))
      let named = PresetLibrary(
        executable: "/nowhere/percept", environment: ["PERCEPT_PRESETS": folder.path])
      #expect(named.folder == folder.path)
      let other = PresetLibrary(executable: "/nowhere/percept", environment: [:])
      #expect(try other.items().map(\.name).first == "circle")
    }
  }

  @Test func everyPresetThatIsListedOpens() throws {
    let library = PresetLibrary(executable: "/nowhere/percept", environment: [:])
    for item in try library.items() { _ = try library.preset(item.name) }
  }

  @Test func anUnknownNameListsTheKnownOnes() throws {
    try inFolder { folder in
      try write("format: 1", to: folder.appendingPathComponent("01-one.yaml"))
      try write("format: 1", to: folder.appendingPathComponent("02-two.yaml"))
      let library = PresetLibrary(
        executable: "/nowhere", environment: ["PERCEPT_PRESETS": folder.path])
      let expected = Failure(
        message: "there is no preset “three”; expected a YAML file, a CSV file or one of one, two")
      #expect(throws: expected) { try library.preset("three") }
    }
  }

  @Test func aTableOpensByItselfAndFromAPresetBesideIt() throws {
    try inFolder { folder in
      let table = folder.appendingPathComponent("data/m.csv")
      try write("a;b;kind\n1;2;x\n3;4;y\n", to: table)
      let file = folder.appendingPathComponent("m.yaml")
      try write("format: 1\ndata: {file: data/m.csv}\n", to: file)
      let library = PresetLibrary(executable: "/nowhere/percept", environment: [:])
      let (alone, named) = (try library.preset(table.path), try library.preset(file.path))
      #expect(alone.title == "m.csv" && alone.data.recipe == "file")
      #expect(named.data.file?.table == alone.data.file?.table)
      #expect(named.data.file?.path == "data/m.csv")
      try write("a;b\n1;2;3\n", to: table)
      #expect(
        throws: Failure(
          message: "\(table.path):2:1: expected 2 cells as in the first line, found 3")
      ) { try library.preset(table.path) }
      #expect(
        throws: Failure(
          message: "\(file.path):2:14: data.file: \(table.path):2:1: "
            + "expected 2 cells as in the first line, found 3")
      ) { try library.preset(file.path) }
    }
  }

  @Test func aFileThatIsNoPresetGivesOneLineWithItsPlace() throws {
    try inFolder { folder in
      let bad = folder.appendingPathComponent("bad.yaml")
      try write("format: 1\nnetwork:\n  activaton: tanh\n", to: bad)
      #expect(
        throws: Failure(
          message: "\(bad.path):3:3: unknown key “network.activaton”"
            + "; did you mean “network.activation”?")
      ) { try PresetLibrary.read(bad.path) }
      #expect(
        throws: Failure(message: "\(folder.path): this is a folder; a YAML file was expected")
      ) { try PresetLibrary.read(folder.path) }
      let missing = folder.appendingPathComponent("missing.yaml").path
      #expect(throws: Failure(message: "\(missing): there is no such file")) {
        try PresetLibrary.read(missing)
      }
      let binary = folder.appendingPathComponent("binary.yaml")
      try Data([0xFF, 0xFE, 0x00]).write(to: binary)
      #expect(throws: Failure(message: "\(binary.path): the file is not UTF-8 text")) {
        try PresetLibrary.read(binary.path)
      }
      let huge = folder.appendingPathComponent("huge.yaml")
      try Data(count: TextFile.sizeLimit + 1).write(to: huge)
      #expect(
        throws: Failure(
          message: "\(huge.path): the file is larger than 1 MiB; a preset was expected")
      ) { try PresetLibrary.read(huge.path) }
    }
  }

  @Test func settingsOnTheCommandLineAreCheckedLikeThoseOfFiles() throws {
    var preset = Preset()
    try StartOptions.apply(["training.learning-rate=0.1", "network.hidden=3,3"], to: &preset)
    #expect(preset.training.learningRate == 0.1)
    #expect(preset.network.hidden == [3, 3])
    let messages = [
      "rate": "--set rate: expected KEY=VALUE, as in training.learning-rate=0.1",
      "training.learning-rat=1":
        "--set training.learning-rat=1: there is no setting “training.learning-rat”"
        + "; did you mean “training.learning-rate”?",
      "data.noise=much":
        "--set data.noise=much: data.noise can't be “much”: expected a number from 0 to 80 (%)",
    ]
    for (text, message) in messages {
      #expect(throws: Failure(message: message)) { try StartOptions.apply([text], to: &preset) }
    }
  }

  @Test(arguments: [
    ["training.loss=cross-entropy", "data.set=circle"],
    ["data.set=circle", "training.loss=cross-entropy"],
  ])
  func settingsOnTheCommandLineMayStandInAnyOrder(_ settings: [String]) throws {
    var preset = Preset()
    preset.data.recipe = "plane"
    try StartOptions.apply(settings, to: &preset)
    #expect(preset.data.recipe == "circle")
    #expect(preset.training.loss == .crossEntropy)
  }

  @Test func whatDoesNotGoTogetherNamesTheSettingAtFault() {
    let reason =
      "training.loss can't be “cross-entropy”: "
      + "expected an error of numbers, such as half-squared-error, because “plane” has numbers to predict"
    for (settings, fault) in [
      (["data.set=plane", "data.noise=5", "training.loss=cross-entropy"], 2),
      (["data.noise=5", "training.loss=cross-entropy", "data.set=plane", "network.seed=1"], 2),
      (["training.loss=cross-entropy", "data.set=plane", "data.set=xor", "data.set=plane"], 3),
    ] {
      var preset = Preset()
      #expect(throws: Failure(message: "--set \(settings[fault]): \(reason)")) {
        try StartOptions.apply(settings, to: &preset)
      }
    }
  }

  @Test func theOneSeedOnTheCommandLineIsThatOfFiles() throws {
    var preset = Preset()
    try StartOptions.apply(["network.seed=5", "seed=9"], to: &preset)
    #expect(try preset == Preset(yaml: "format: 1\nnetwork: {seed: 5}\nseed: 9\n"))
    #expect(preset.data.seed == 9 && preset.network.seed == 5 && preset.training.seed == 9)
    let wrong = "--set seed=-1: seed can't be “-1”: expected a whole number from 0 to 999999999"
    #expect(throws: Failure(message: wrong)) { try StartOptions.apply(["seed=-1"], to: &preset) }
    let misspelt = "--set sede=1: there is no setting “sede”; did you mean “seed”?"
    #expect(throws: Failure(message: misspelt)) { try StartOptions.apply(["sede=1"], to: &preset) }
  }
}
