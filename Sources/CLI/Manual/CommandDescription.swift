import ArgumentParser
import Foundation

/// A command with its arguments and its subcommands, as the argument parser describes it.
struct CommandDescription: Decodable, Equatable {
  /// Its own name, without those of the commands above it.
  let commandName: String
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  private let shouldDisplay: Bool?
  private let allSubcommands: [CommandDescription]?
  private let allArguments: [ArgumentDescription]?

  private enum CodingKeys: String, CodingKey {
    case commandName, abstract, discussion, defaultSubcommand, shouldDisplay
    case allSubcommands = "subcommands"
    case allArguments = "arguments"
  }

  /// The subcommands that help shows.
  var subcommands: [CommandDescription] {
    (allSubcommands ?? []).filter { $0.shouldDisplay ?? true }
  }

  /// The arguments that help shows.
  var arguments: [ArgumentDescription] { (allArguments ?? []).filter(\.shouldDisplay) }

  /// The program.
  static func ofThisProgram() throws -> CommandDescription {
    struct Page: Decodable {
      let command: CommandDescription
    }
    do {
      // The parser has no other way to tell it.
      return try JSONDecoder().decode(Page.self, from: Data(Percept._dumpHelp().utf8)).command
    } catch {
      throw Failure(message: "the argument parser does not describe the commands", status: 1)
    }
  }
}

/// An argument, an option or a flag of a command.
struct ArgumentDescription: Decodable, Equatable {
  enum Kind: String, Decodable {
    case positional, option, flag
  }

  struct Name: Decodable, Equatable {
    let kind: String
    let name: String

    /// As it is typed.
    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: Kind
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?
}
