/// The manual's page of the program, in roff, from what the argument parser knows of the commands.
struct ManualPage {
  let program: CommandDescription
  let version: String
  /// The day it was made, `2026-11-28`; empty to leave it out.
  var date = ""

  /// The whole page.
  var text: String {
    let lines =
      [
        ".TH \(Roff.argument(program.commandName.uppercased())) 1 "
          + "\"\(date)\" \(Roff.argument("Percept \(version)")) "
          + Roff.argument("User Commands")
      ]
      + name + synopsis + description + commands + options + rest
    return lines.joined(separator: "\n") + "\n"
  }

  private var name: [String] {
    let abstract = program.abstract ?? ""
    let sentence = abstract.prefix(1).lowercased() + abstract.dropFirst()
    return [
      ".SH NAME",
      "\(Roff.text(program.commandName)) \\- "
        + Roff.text(String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...])),
    ]
  }

  private var synopsis: [String] {
    var lines = [".SH SYNOPSIS", ".nf"]
    for command in Self.all(below: program, named: program.commandName) {
      guard command.value.subcommands.isEmpty else { continue }
      // The playground opens with or without its name.
      let isUsual = command.value.commandName == program.defaultSubcommand
      let title = isUsual ? program.commandName : command.title
      let words = command.value.arguments.filter { $0.kind == .positional }.map(\.placeholder)
      let hasOptions = !own(command.value).allSatisfy { $0.kind == .positional }
      lines.append(
        "\\fB\(Roff.text(title))\\fR "
          + (words + (hasOptions ? ["[OPTION ...]"] : [])).map(Roff.text).joined(separator: " "))
    }
    return lines + [".fi"]
  }

  private var description: [String] {
    [".SH DESCRIPTION"] + Roff.discussion(program.discussion ?? "", isFirst: true)
  }

  private var commands: [String] {
    var lines = [".SH COMMANDS"]
    for command in Self.all(below: program, named: program.commandName) {
      lines.append(".SS " + Roff.argument(command.title))
      if let abstract = command.value.abstract { lines += Roff.lines(abstract) }
      if !command.value.subcommands.isEmpty {
        let names = command.value.subcommands.map(\.commandName).joined(separator: ", ")
        lines += Roff.lines("Its commands: \(names).")
      }
      lines += Roff.discussion(command.value.discussion ?? "")
      lines += own(command.value).flatMap(\.manual)
    }
    return lines
  }

  private var options: [String] {
    [".SH OPTIONS", "Every command has these."] + program.arguments.flatMap(\.manual)
  }

  private var rest: [String] {
    ManualSection.all.flatMap { section in
      [".SH " + Roff.argument(section.title)]
        + section.entries.flatMap {
          [".TP", ".B " + Roff.argument($0.word)] + Roff.lines($0.meaning)
        }
    }
  }

  /// The arguments that not every command has.
  private func own(_ command: CommandDescription) -> [ArgumentDescription] {
    let common = Set(program.arguments.compactMap { $0.names?.last?.text })
    return command.arguments.filter { argument in
      argument.names?.last.map { !common.contains($0.text) } ?? true
    }
  }

  /// All commands below one, each with its full name, in the order of help.
  static func all(
    below command: CommandDescription, named name: String
  ) -> [(title: String, value: CommandDescription)] {
    command.subcommands.flatMap { command in
      let title = "\(name) \(command.commandName)"
      return [(title, command)] + all(below: command, named: title)
    }
  }
}

extension ArgumentDescription {
  /// How it stands in a line of usage: `[PRESET]`, `FILE ...`.
  fileprivate var placeholder: String {
    let word = (valueName ?? "value").uppercased() + (isRepeating ? " ..." : "")
    return isOptional ? "[\(word)]" : word
  }

  /// Its entry.
  fileprivate var manual: [String] {
    let value = (valueName ?? "value").uppercased()
    let written = (names ?? []).map { $0.text + (kind == .option ? " \(value)" : "") }
    let title = written.isEmpty ? value : written.joined(separator: ", ")
    var text = abstract ?? ""
    if let allValues, kind != .flag, !allValues.allSatisfy(text.contains) {
      text += " One of: \(allValues.joined(separator: ", "))."
    }
    if let defaultValue, kind != .flag { text += " Default: \(defaultValue)." }
    return [".TP", ".B " + Roff.argument(title)] + Roff.lines(text.isEmpty ? title : text)
  }
}
