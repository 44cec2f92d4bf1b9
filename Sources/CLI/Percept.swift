public import ArgumentParser
import Foundation
import Studio
import Terminal

/// The command line: `percept`, `percept PRESET`, `percept presets`, `percept bench`.
public struct Percept: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "percept",
    abstract: "A neural-network playground for the terminal.",
    usage: """
      percept [PRESET] [--set KEY=VALUE] [--checkpoint FILE] [--theme THEME]
      percept --resume
      percept [PRESET] --plain
      percept presets
      percept learn [EXERCISE] [--exercises FOLDER] [--student NAME]
      percept train PRESET [--set KEY=VALUE] [--epochs N] [--data FILE] [--json]
      percept render [PRESET] [--epochs N] --output FILE.svg|.png|.txt|.ansi|.cast
      percept data [NAME ...] [--set KEY=VALUE] [--share SHARE]
      percept export [PRESET] --format FORMAT [--epochs N]
      percept link [PRESET] [--set KEY=VALUE] [--resume]
      percept check [FILE ...] [--all]
      percept new exercise NAME
      percept grade FOLDER [--csv]
      percept sweep SPEC.yaml [KEY=V1,V2 ...] [--store FILE] [--resume]
      percept sweep show STORE [--heat KEY,KEY] [--trial ID] [--open ID]
      percept sweep merge STORE ... --output FILE
      percept bench [WORKLOAD ...] [--json]
      percept doctor [--json]
      percept completions bash|zsh|fish
      percept manual
      """,
    discussion: """
      It opens the playground; with a preset's name, a YAML file or an address of \
      TensorFlow Playground in quotes, that one. \
      Press ? in the playground to see the keys; “percept help play” tells what the options mean.
      """,
    version: ProgramVersion.text,
    subcommands: [
      Play.self, Learn.self, Presets.self, TrainCommand.self, RenderCommand.self, DataCommand.self,
      ExportCommand.self, LinkCommand.self, CheckCommand.self, New.self, GradeCommand.self,
      SweepCommand.self, Bench.self, DoctorCommand.self, CompletionsCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: Play.self)

  public init() {}

  /// Runs the command of the process's arguments and ends the process: 0 for success, 1 for what
  /// could not be written or proved, 2 for bad usage or input.
  public static func launch() -> Never {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch let failure as Failure {
      complain(failure.message)
      Foundation.exit(failure.status)
    } catch let code as ExitCode {
      // What there was to say has been said.
      Foundation.exit(code.rawValue)
    } catch {
      let (text, arguments) = (fullMessage(for: error), Array(CommandLine.arguments.dropFirst()))
      guard exitCode(for: error) == .success else {
        complain(Misuse.message(text, arguments))
        Foundation.exit(2)
      }
      guard let mistake = Misuse.mistypedHelp(arguments) else { Foundation.exit(print(text)) }
      complain(mistake)
      Foundation.exit(2)
    }
  }

  /// Prints what was asked for, such as the help; gives the status.
  private static func print(_ text: String) -> Int32 {
    do {
      try Output.write(lines: [text])
      return 0
    } catch {
      complain((error as? Failure)?.message ?? error.localizedDescription)
      return 1
    }
  }

  /// Says something in one line on standard error. What it quotes may come from any file, and is no
  /// order for the terminal.
  static func complain(_ message: String, prefix: String = "percept: ") {
    var line = prefix
    for scalar in message.unicodeScalars {
      let isPlain = scalar == "\n" || scalar.properties.generalCategory != .control
      line.unicodeScalars.append(isPlain ? scalar : "\u{FFFD}")
    }
    // Nobody may be there to read it, after a hang-up.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }
}

/// Why a command ended without doing what was asked.
struct Failure: Error, Equatable {
  /// One line: what and where, and what was expected.
  let message: String
  /// The exit status: 2 for bad usage or input, 1 for what could not be written.
  var status: Int32 = 2
}
