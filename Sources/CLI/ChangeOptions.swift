import ArgumentParser

/// Settings to change in what is opened.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Give a setting a value, with the keys of preset files; can be repeated.",
      valueName: "key=value"), completion: Candidates.settings)
  var settings: [String] = []
}
