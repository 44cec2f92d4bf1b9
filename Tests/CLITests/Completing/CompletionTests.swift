import Foundation
import Lessons
import Testing

@testable import CLI

@Suite("Completion in shells")
struct CompletionTests {
  private func shell(_ script: String, _ arguments: [String] = [], in folder: URL) throws -> String
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// What bash offers for a line that ends where the cursor is; words are cut as readline cuts them.
  private func offered(_ words: [String], in folder: URL) throws -> [String] {
    let script = """
      source "$1"; shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
      _percept "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let file = folder.appendingPathComponent("percept.bash")
    try CompletionScript(program: try .ofThisProgram()).text(for: .bash)
      .write(to: file, atomically: true, encoding: .utf8)
    return try shell(script, ["bash", file.path, ProgramRun.program] + words, in: folder)
      .split(separator: "\n").map(String.init)
  }

  @Test(
    "Each shell takes its script, as far as that shell is here", arguments: ["bash", "zsh", "fish"])
  func syntax(shell name: String) throws {
    try inFolder { folder in
      let run = try ProgramRun(["completions", name], in: folder)
      #expect(run.status == 0 && run.complaints.isEmpty && !run.output.isEmpty)
      let file = folder.appendingPathComponent("script")
      try run.output.write(to: file, atomically: true, encoding: .utf8)
      let said = try shell(
        "command -v \(name) > /dev/null || exit 0; \(name) -n '\(file.path)'", in: folder)
      #expect(said == "")
    }
  }

  @Test("The scripts hold what the parser lacks, in each of its scripts")
  func additions() throws {
    let script = CompletionScript(program: try .ofThisProgram())
    #expect(script.text(for: .bash).contains("\n_percept_named() {\n"))
    #expect(script.text(for: .bash).contains("\ncomplete -o filenames -F _percept percept"))
    #expect(script.text(for: .zsh).contains("\n_percept_named() {\n"))
    #expect(script.text(for: .zsh).contains("\n_percept() {\n"))
    #expect(script.text(for: .zsh).contains("open_completions -S ''"))
    #expect(script.text(for: .fish).contains("set -p unparsed_tokens play"))
    #expect(
      script.text(for: .fish).contains(
        "'__percept_should_offer_completions_for_flags_or_options \"percept\" theme'"))
  }

  @Test("In bash, presets are completed with and without the word play")
  func presets() throws {
    try inFolder { folder in
      for (words, expected) in [
        (["spi"], ["spiral"]), (["play", "spi"], ["spiral"]), (["link", "xo"], ["xor"]),
        (["learn", "e3"], ["e3-wake-up-layer-one"]), (["comp"], ["completions"]),
        (["completions", "f"], ["fish"]), (["spiral", "--the"], ["--theme"]),
        (["spiral", "--theme", "ok"], ["okabe"]), (["no-such-start"], []),
      ] {
        let offered = try offered(words, in: folder)
        #expect(offered == expected, "\(words)")
      }
      let all = try offered([""], in: folder)
      #expect(all.contains("spiral") && all.contains("presets") && all.contains("doctor"))
    }
  }

  @Test("A sweep's file is completed with and without the word run")
  func sweeps() throws {
    try inFolder { folder in
      try Data().write(to: folder.appendingPathComponent("rates.yaml"))
      for (words, expected) in [
        (["sweep", "ra"], ["rates.yaml"]), (["sweep", "run", "ra"], ["rates.yaml"]),
        (["sweep", "sh"], ["show"]), (["sweep", "rates.yaml", "--sha"], ["--shard"]),
        (["sweep", "show", "--b"], ["--by"]),
      ] {
        let offered = try offered(words, in: folder)
        #expect(offered == expected, "\(words)")
      }
      let measures = try offered(["sweep", "show", "--by", ""], in: folder)
      #expect(measures.count == 7 && measures.contains("gap"))
    }
    let script = CompletionScript(program: try .ofThisProgram())
    #expect(script.text(for: .zsh).contains("sweep) usual=run; own=(run show merge) ;;"))
    #expect(script.text(for: .fish).contains("set -p unparsed_tokens run"))
  }

  @Test("In bash, a setting is one word, although readline cuts it")
  func settings() throws {
    try inFolder { folder in
      for (words, expected) in [
        (["--set", "training.momen"], ["training.momentum="]),
        (["x", "--set", "network.activation", "=", "ta"], ["tanh"]),
        (["link", "--set", "data.seed", "=", "1", "--set", "data.noi"], ["data.noise="]),
      ] {
        let offered = try offered(words, in: folder)
        #expect(offered == expected, "\(words)")
      }
      let all = try offered(["link", "--set", "training.optimizer", "=", ""], in: folder)
      #expect(all.contains("adam"))
    }
  }

  @Test("Files that can be opened are offered, and folders on the way to them")
  func files() throws {
    try inFolder { folder in
      for name in ["a.yaml", "b.csv", "c.txt", ".d.yaml", "e/f.yml"] {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: file)
      }
      let endings = ["yaml", "yml", "csv"]
      #expect(
        Candidates.files(folder.path + "/", endings: endings)
          == ["a.yaml", "b.csv", "e/"].map { folder.path + "/" + $0 })
      #expect(
        Candidates.files(folder.path + "/e/f", endings: endings) == [folder.path + "/e/f.yml"])
      #expect(Candidates.files("/nowhere/x", endings: endings) == [])
    }
  }

  @Test("Keys of settings, and the values of those that have a list")
  func candidates() {
    #expect(Candidates.settings("") == SettingCatalogue.keys.map { $0 + "=" })
    #expect(Candidates.settings("network.activation=").contains("network.activation=tanh"))
    #expect(Candidates.settings("no.such-key=") == [])
    for setting in SettingCatalogue.all { _ = Candidates.settings(setting.key + "=") }
  }
}
