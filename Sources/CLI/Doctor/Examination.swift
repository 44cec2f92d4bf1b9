import Drawing
import Foundation
import Lessons
import Terminal

/// Everything that was found, and whether the program can play with it.
struct Examination {
  /// What was found, in the order of the report.
  let findings: [Finding]
  /// Whether the terminal shows more than ASCII.
  let isUnicode: Bool

  /// Goes by facts alone, so that the same facts give the same report.
  init(_ facts: Facts) {
    findings =
      TerminalExamination(facts: facts).findings + LookExamination(facts: facts).findings
      + PlaceExamination(facts: facts).findings + MachineExamination(facts: facts).findings
    isUnicode = facts.terminal.codeset == "UTF-8"
  }

  /// Whether nothing keeps the program from working.
  var canPlay: Bool { problems.isEmpty }

  private var problems: [Finding] { findings.filter { $0.state == .problem } }

  // MARK: For people

  /// A heading for each area, a line for each finding with its sign, and what to do below it.
  var lines: [String] {
    let width = findings.map(\.name.count).max() ?? 0
    var lines: [String] = []
    for area in Finding.Area.allCases {
      let found = findings.filter { $0.area == area }
      guard !found.isEmpty else { continue }
      lines.append(area.rawValue.capitalized)
      for finding in found {
        let padding = String(repeating: " ", count: width - finding.name.count)
        lines.append("  \(sign(finding.state)) \(finding.name)\(padding)  \(finding.text)")
        if let remedy = finding.remedy {
          lines.append(String(repeating: " ", count: width + 6 + signWidth - 1) + "→ \(remedy)")
        }
      }
    }
    lines.append(verdict)
    return isUnicode ? lines : lines.map(Self.spelledInASCII)
  }

  private var verdict: String {
    guard !canPlay else { return "Percept can play here." }
    return "Percept can't play here: see \(problems.map(\.name).joined(separator: ", "))."
  }

  private var signWidth: Int { isUnicode ? 1 : 2 }

  private func sign(_ state: Finding.State) -> String {
    switch state {
    case .good: isUnicode ? "✓" : "ok"
    case .warning: isUnicode ? "!" : " !"
    case .problem: isUnicode ? "✗" : "NO"
    }
  }

  private static func spelledInASCII(_ line: String) -> String {
    String(line.map { $0.fitted(to: .ascii) })
  }

  // MARK: For programs

  /// All of it.
  var json: JSON {
    .object([
      .init("canPlay", .truth(canPlay)),
      .init(
        "findings",
        .list(
          findings.map { finding in
            .object([
              .init("area", .text(finding.area.rawValue)), .init("name", .text(finding.name)),
              .init("state", .text(finding.state.rawValue)),
              .init("value", finding.value.map { .text($0) } ?? .null),
              .init("text", .text(finding.text)),
              .init("remedy", finding.remedy.map { .text($0) } ?? .null),
            ])
          })),
    ])
  }
}
