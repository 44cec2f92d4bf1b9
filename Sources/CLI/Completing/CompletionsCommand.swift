import ArgumentParser

/// `percept completions SHELL`: what makes a shell complete the program's words.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script that lets a shell complete commands, presets and settings.",
    discussion: """
      With it, tab completes commands and options, names of presets and exercises, and after --set \
      the keys of settings and their values. The Debian package installs all three scripts.

      Examples:
        source <(percept completions bash)
        percept completions bash > ~/.local/share/bash-completion/completions/percept
        percept completions zsh > ~/.zfunc/_percept
        percept completions fish > ~/.config/fish/completions/percept.fish
      """)

  /// The shells that there are scripts for.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    try Output.write(CompletionScript(program: try .ofThisProgram()).text(for: shell))
  }
}
