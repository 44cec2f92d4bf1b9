import ArgumentParser
import Lessons

/// What to say of a command line that can't be understood: one line, with the way to more help.
enum Misuse {
  /// - Parameters:
  ///   - text: what the parser says, with its own lines about usage.
  ///   - arguments: the words behind the program's name.
  static func message(_ text: String, _ arguments: [String]) -> String {
    // Behind a command mistyped, everything looks wrong: only the command is.
    if let mistake = mistypedCommand(arguments.first ?? "") { return mistake }
    let lines = text.split(separator: "\n").map(String.init)
    let said = lines.prefix { !$0.hasPrefix("Help:") && !$0.hasPrefix("Usage:") }
    let help = lines.last { $0.contains("See '") }?.split(separator: "'").dropFirst().first
    return problem(said, of: help.map(String.init) ?? "") + (help.map { " (see “\($0)”)" } ?? "")
  }

  /// The parser's sentences as one, in the words of the program's other errors.
  private static func problem(_ lines: some Sequence<String>, of command: String) -> String {
    var values: [Substring] = []
    var text = ""
    for line in lines {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("- ") {
        values.append(line.dropFirst(2))
      } else {
        text += (text.isEmpty ? "" : " ") + line
      }
    }
    text = String(text.trimmingPrefix("Error: "))
    if let way = settingHint(in: text, of: command) {
      return text.prefix { $0 != "." } + way
    }
    for (theirs, ours) in [
      (". Please provide one of the following:", ": expected one of "),
      (". Please provide one of", ": expected one of"), (". Did you mean", "; did you mean"),
    ] {
      text = text.replacing(theirs, with: ours)
    }
    text += values.joined(separator: ", ")
    return text.last == "." ? String(text.dropLast()) : text
  }

  /// What to say if help was asked for about a command that there is none of; nil otherwise.
  static func mistypedHelp(_ arguments: [String]) -> String? {
    guard arguments.first == "help", let name = arguments.dropFirst().first,
      !name.hasPrefix("-"), !commandNames.contains(name)
    else { return nil }
    return "there is no command “\(name)”; “percept --help” lists them"
      + suggestion(for: name.lowercased(), among: commandNames)
  }

  /// The commands' names, with the parser's own.
  static var commandNames: [String] {
    Percept.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// What to say of a first word that is neither a command nor anything to open; nil of any other, and
  /// of files and addresses.
  private static func mistypedCommand(_ word: String) -> String? {
    guard !word.isEmpty, word.first != "-", !word.contains(where: { "./:".contains($0) }),
      !commandNames.contains(word),
      (try? PresetLibrary.ofThisProgram().opening(word)) == nil
    else { return nil }
    return "there is neither a command nor a preset “\(word)”; “percept --help” lists the commands"
      + suggestion(for: word.lowercased(), among: commandNames)
  }

  /// The way to a setting that was written like an option; nil for any other mistake.
  ///
  /// - Parameter command: what shows the command's help: `percept data --help`.
  private static func settingHint(in problem: String, of command: String) -> String? {
    let commands = (try? CommandDescription.ofThisProgram().subcommands) ?? []
    guard let option = problem.firstMatch(of: /Unknown option '--([a-z0-9.-]+)'/)?.output.1,
      let named = commands.first(where: { command == "percept \($0.commandName) --help" }),
      named.arguments.contains(where: { $0.names?.contains { $0.name == "set" } ?? false })
    else { return nil }
    let key = SettingCatalogue.keys.first { $0 == option || $0.hasSuffix(".\(option)") }
    return key.map { "; settings are changed with --set, as in --set \($0)=…" }
  }
}
