import ArgumentParser

/// The argument parser's script for a shell, with one thing more: a word that is no command belongs to
/// the command that is taken if none is named, so that `percept sp` is completed as `percept play sp`.
struct CompletionScript {
  /// The program as the parser describes it.
  let program: CommandDescription

  func text(for shell: CompletionsCommand.Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private var commands: [String] { program.subcommands.map(\.commandName) }
  private var usual: String { program.defaultSubcommand ?? "" }

  /// A command that takes words which name none of its own commands for those of one of them, as
  /// `percept sweep x.yaml` is `percept sweep run x.yaml`.
  private struct Family {
    let name: String
    let commands: [String]
    let usual: String
  }

  private var families: [Family] {
    program.subcommands.compactMap { command in
      command.defaultSubcommand.map {
        Family(
          name: command.commandName, commands: command.subcommands.map(\.commandName), usual: $0)
      }
    }
  }

  /// Readline takes `=` for the end of a word, and puts a space after what is complete; both would
  /// make a setting two words.
  private var bash: String {
    Percept.completionScript(for: .bash)
      .replacing("\n_percept() {\n", with: "\n_percept_named() {\n")
      .replacing(
        "\ncomplete -o filenames -F _percept percept",
        with: """

          # Completes the words of a command; one that has commands of its own may leave out their usual one.
          _percept_command() {
              local usual="" own_commands=""
              case "${COMP_WORDS[1]}" in
          \(bashFamilies)
              esac
              if [[ -z "${usual}" || "${COMP_CWORD}" -lt 2 ]]; then
                  _percept_named "${1}" "${2}" "${3}"
                  return
              fi
              if [[ "${COMP_CWORD}" -eq 2 || "${own_commands}" = *" ${COMP_WORDS[2]} "* ]]; then
                  _percept_named "${1}" "${2}" "${3}"
                  [[ "${COMP_CWORD}" -eq 2 ]] || return 0
              fi
              local -ar own=("${COMPREPLY[@]}") given=("${COMP_WORDS[@]}")
              local -r line="${COMP_LINE#"${given[0]} ${given[1]}"}"
              local -ir place="${COMP_CWORD}" point="${COMP_POINT}"
              local -a COMP_WORDS=("${given[@]:0:2}" "${usual}" "${given[@]:2}")
              local -i COMP_CWORD="$((place + 1))" COMP_POINT="$((point + ${#usual} + 1))"
              local COMP_LINE="${given[0]} ${given[1]} ${usual}${line}"
              COMPREPLY=()
              _percept_named "${1}" "${2}" "${3}"
              COMPREPLY+=("${own[@]}")
          }

          # Completes the words, and takes those that name no command for those of \(usual).
          _percept_words() {
              if [[ "${COMP_CWORD}" -eq 1 || " \(commands.joined(separator: " ")) " = *" ${COMP_WORDS[1]} "* ]]; then
                  _percept_command "${1}" "${2}" "${3}"
                  [[ "${COMP_CWORD}" -eq 1 ]] || return 0
              fi
              local -ar own=("${COMPREPLY[@]}")
              COMP_WORDS=("${COMP_WORDS[0]}" \(usual) "${COMP_WORDS[@]:1}")
              ((COMP_CWORD++))
              COMP_LINE="${COMP_WORDS[0]} \(usual)${COMP_LINE#"${COMP_WORDS[0]}"}"
              ((COMP_POINT += \(usual.count + 1)))
              COMPREPLY=()
              _percept_named "${1}" "${2}" "${3}"
              COMPREPLY+=("${own[@]}")
          }

          _percept() {
              # A setting is one word, whatever readline takes for the end of words.
              local -a words=("${COMP_WORDS[0]}")
              local -i index place=0
              for ((index = 1; index < ${#COMP_WORDS[@]}; index++)); do
                  if [[ "${COMP_WORDS[index]}" = "=" && index -gt 1 ]]; then
                      words[-1]+="="
                      if [[ index -lt COMP_CWORD ]]; then
                          ((++index))
                          words[-1]+="${COMP_WORDS[index]}"
                      fi
                  else
                      words+=("${COMP_WORDS[index]}")
                  fi
                  [[ index -ge COMP_CWORD && place -eq 0 ]] && place=$((${#words[@]} - 1))
              done
              local -a COMP_WORDS=("${words[@]}")
              local -i COMP_CWORD="${place}" COMP_POINT="${COMP_POINT}"
              local COMP_LINE="${COMP_LINE}"
              local -r word="${COMP_WORDS[COMP_CWORD]}"
              COMPREPLY=()
              _percept_words "${1}" "${word}" "${COMP_WORDS[COMP_CWORD - 1]}"
              if [[ "${#COMPREPLY[@]}" -eq 1 && "${COMPREPLY[0]}" = *[=/] ]]; then
                  compopt -o nospace 2> /dev/null
              fi
              if [[ "${COMPREPLY[*]}" = *=* ]]; then
                  compopt +o filenames 2> /dev/null
              fi
              # Readline replaces only what stands behind the sign.
              [[ "${word}" = *=* ]] && COMPREPLY=("${COMPREPLY[@]#"${word%%=*}="}")
              return 0
          }

          complete -o filenames -F _percept percept
          """)
  }

  private var bashFamilies: String {
    families.map { family in
      "    \(family.name)) usual=\(family.usual) own_commands=\""
        + " \(family.commands.joined(separator: " ")) \" ;;"
    }.joined(separator: "\n")
  }

  private var zshFamilies: String {
    families.map { family in
      "    \(family.name)) usual=\(family.usual); own=(\(family.commands.joined(separator: " "))) ;;"
    }.joined(separator: "\n")
  }

  /// What ends in a sign that a value or a name follows gets no space behind it.
  private var zsh: String {
    let named = Percept.completionScript(for: .zsh)
      .replacing("\n_percept() {\n", with: "\n_percept_named() {\n")
      .replacing(
        "    _describe -V '' non_empty_completions -- ",
        with: """
              local -ar whole_completions=("${non_empty_completions[@]:#*[=\\/]}")
              local -ar open_completions=("${(M)non_empty_completions[@]:#*[=\\/]}")
              _describe -V '' whole_completions -- open_completions -S '' -- \("")
          """)
    guard let end = named.firstRange(of: "\nif [[ \"${funcstack[1]}\" = _percept ]]") else {
      return named
    }
    return String(named[..<end.lowerBound]) + """

      # Completes the words of a command; one that has commands of its own may leave out their usual one.
      _percept_command() {
          local usual=""
          local -a own=()
          local -i ret=1
          case "${words[2]}" in
      \(zshFamilies)
          esac
          if [[ -z "${usual}" ]] || (( CURRENT < 3 )); then
              _percept_named
              return
          fi
          if (( CURRENT == 3 || ${own[(Ie)${words[3]}]} )); then
              _percept_named && ret=0
              (( CURRENT == 3 )) || return "${ret}"
          fi
          words=("${(@)words[1,2]}" "${usual}" "${(@)words[3,-1]}")
          (( CURRENT += 1 ))
          _percept_named && ret=0
          return "${ret}"
      }

      # Completes the words, and takes those that name no command for those of \(usual).
      _percept() {
          local -ar commands=(\(commands.joined(separator: " ")))
          local -i ret=1
          if (( CURRENT == 2 || ${commands[(Ie)${words[2]}]} )); then
              _percept_command && ret=0
              (( CURRENT == 2 )) || return "${ret}"
          fi
          words=("${words[1]}" \(usual) "${(@)words[2,-1]}")
          (( CURRENT += 1 ))
          _percept_named && ret=0
          return "${ret}"
      }

      """ + named[end.lowerBound...]
  }

  private var fish: String {
    let script = Percept.completionScript(for: .fish)
    var lines: [String] = []
    var isRootParsed = false
    var entered: Family?
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(String(line))
      if let family = entered {
        entered = nil
        lines += [
          "            # A word that names none of these belongs to \(family.usual).",
          "            if test (count $unparsed_tokens) -gt 0; "
            + "and not contains -- $unparsed_tokens[1] \(family.commands.joined(separator: " "))",
          "                set -p unparsed_tokens \(family.usual)",
          "            end",
        ]
      }
      entered = families.first { line == "        case '\($0.name)'" }.flatMap { family in
        isRootParsed ? family : nil
      }
      for family in families {
        let (short, long) = ("percept \(family.name)", "percept \(family.name) \(family.usual)")
        if line.hasPrefix("complete"), line.contains("\"\(long)\""), !line.contains(" version'"),
          !line.contains(" h help'")
        {
          lines.append(String(line).replacing("\"\(long)\"", with: "\"\(short)\""))
        }
      }
      if !isRootParsed, line.contains("__percept_parse_subcommand 0 'version'") {
        isRootParsed = true
        lines += [
          "        # A word that names no command belongs to \(usual).",
          "        if test (count $unparsed_tokens) -gt 0; "
            + "and not contains -- $unparsed_tokens[1] \(commands.joined(separator: " "))",
          "            set -p unparsed_tokens \(usual)",
          "        end",
        ]
      }
      // Before there is any word, both may follow.
      if line.hasPrefix("complete"), line.contains("\"percept \(usual)\""),
        !line.contains(" version'"), !line.contains(" h help'")
      {
        lines.append(String(line).replacing("\"percept \(usual)\"", with: "\"percept\""))
      }
    }
    return lines.joined(separator: "\n")
  }
}
