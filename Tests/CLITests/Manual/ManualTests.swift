import Foundation
import Testing

@testable import CLI

@Suite("The manual's page")
struct ManualTests {
  private static func page(_ date: String = "") throws -> String {
    ManualPage(program: try .ofThisProgram(), version: "1.2.3", date: date).text
  }

  @Test("It names every command and every option of the parser")
  func complete() throws {
    let program = try CommandDescription.ofThisProgram()
    let page = try Self.page()
    let commands = ManualPage.all(below: program, named: "percept")
    #expect(commands.count > 10)
    for command in commands {
      let title = ".SS " + Roff.argument(command.title)
      let start = try #require(page.range(of: title + "\n"), "\(title)")
      let rest = page[start.upperBound...]
      let section = rest[..<(rest.range(of: "\n.S")?.lowerBound ?? rest.endIndex)]
      for argument in command.value.arguments {
        for name in argument.names ?? [] {
          let isCommon = ["--help", "-h", "--version"].contains(name.text)
          #expect(
            (isCommon ? page[...] : section).contains(Roff.text(name.text)),
            "\(command.title) \(name.text)")
        }
        if argument.kind == .positional {
          #expect(section.contains(Roff.text((argument.valueName ?? "?").uppercased())))
        }
      }
    }
  }

  @Test("It has the sections that a reader looks for, and its date")
  func sections() throws {
    let page = try Self.page("2027-01-15")
    #expect(
      page.hasPrefix(".TH \"PERCEPT\" 1 \"2027-01-15\" \"Percept 1.2.3\" \"User Commands\"\n"))
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS"] {
      #expect(page.contains("\n.SH \(section)\n"))
    }
    for section in ["EXIT STATUS", "ENVIRONMENT", "FILES"] {
      #expect(page.contains("\n.SH \"\(section)\"\n"))
    }
    #expect(ManualCommand.date(["SOURCE_DATE_EPOCH": "1800000000"]) == "2027-01-15")
    for text in ["", "x", "-1", "99999999999999", "1e9"] {
      #expect(ManualCommand.date(["SOURCE_DATE_EPOCH": text]) == "")
    }
  }

  @Test("It tells of every variable that the program reads")
  func variables() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try Self.page()
    var found: Set<String> = []
    for module in ["CLI", "Terminal"] {
      let folder = root.appendingPathComponent("Sources/\(module)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: #/(?:environment\[|environment, )"([A-Z_]+)"/#) {
          found.insert(String(match.1))
        }
      }
    }
    #expect(found.isSuperset(of: ["TERM", "NO_COLOR", "PERCEPT_PRESETS", "XDG_STATE_HOME"]))
    for name in found.sorted() { #expect(page.contains(name), "\(name)") }
  }

  @Test("It tells of every file of a person's own, and of a sweep's store")
  func files() throws {
    let words = try #require(ManualSection.all.first { $0.title == "FILES" }).entries.map(\.word)
    let environment = ["XDG_CONFIG_HOME": "/XDG_CONFIG_HOME", "XDG_STATE_HOME": "/XDG_STATE_HOME"]
    let folders = [
      UserFolder.settings, UserFolder.lastSession, UserFolder.trainings, UserFolder.progress,
      UserFolder.submissions,
    ]
    let paths = folders.compactMap { $0(environment) } + [SweepFile.usualStore(of: "NAME.yaml")]
    #expect(paths.count == 6)
    for path in paths { #expect(words.contains(path.replacing(/^\//, with: "$")), "\(path)") }
  }

  @Test("Nothing in a text is taken for a request")
  func escapes() {
    #expect(
      Roff.text(".TH 'a' \\n --x `~^`") == "\\&.TH \\(aqa\\(aq \\en \\-\\-x \\(ga\\(ti\\(ha\\(ga")
    #expect(Roff.argument("say \"x\"") == "\"say \\(dqx\\(dq\"")
    #expect(Roff.lines("one two three", width: 7) == ["one two", "three"])
    #expect(Roff.lines("") == [])
    // A word that comes to stand first in its line is no request either.
    #expect(Roff.lines("aaaa .bb 'cc", width: 4) == ["aaaa", "\\&.bb", "\\(aqcc"])
  }

  @Test("Paragraphs, lists and lines to be typed look like it")
  func discussions() {
    #expect(
      Roff.discussion(
        "First.\n\npass   it passes\nfail   it fails\n\nExample:\n  percept x\n  percept y")
        == [
          ".PP", "First.", ".TP", ".B \"pass\"", "it passes", ".TP", ".B \"fail\"", "it fails",
          ".PP", "Example:", ".RS 4", ".EX", "percept x", "percept y", ".EE", ".RE",
        ])
    #expect(Roff.discussion("First.", isFirst: true) == ["First."])
    #expect(Roff.discussion("").isEmpty)
  }
}
