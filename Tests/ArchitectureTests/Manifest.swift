import Foundation

/// A target as it stands in Package.swift.
struct Target: Equatable, Sendable {
  let name: String
  let isTest: Bool
  let isProgram: Bool
  /// The folder of its sources.
  let folder: String
  /// The names of the targets and products it depends on.
  let dependencies: [String]
}

/// What Package.swift declares, read as text: enough for a manifest that is a plain list.
///
/// A target is a call of `.target`, `.executableTarget`, `.testTarget` or `.systemLibrary` that has
/// a name; a dependency is a text, or a `.product(name:` or `.target(name:`, in its `dependencies`.
struct Manifest {
  let targets: [Target]

  init(_ manifest: String) {
    let text = Self.withoutComments(manifest)
    var targets: [Target] = []
    for kind in ["target", "executableTarget", "testTarget", "systemLibrary"] {
      var rest = text[...]
      while let call = rest.range(of: ".\(kind)(") {
        let inner = Self.inside(rest[call.upperBound...], "(", ")")
        rest = rest[call.upperBound...]
        // `.target(name: "X")` inside a list of dependencies is no target of its own.
        guard let name = Self.text(after: "name:", in: inner),
          !Self.isDependency(at: call.lowerBound, in: text)
        else { continue }
        let list = inner.range(of: "dependencies:").flatMap { label in
          inner[label.upperBound...].firstIndex(of: "[").map { bracket in
            Self.inside(inner[inner.index(after: bracket)...], "[", "]")
          }
        }
        let isTest = kind == "testTarget"
        targets.append(
          Target(
            name: name, isTest: isTest, isProgram: kind == "executableTarget",
            folder: Self.text(after: "path:", in: inner)
              ?? (isTest ? "Tests/" : "Sources/") + name,
            dependencies: list.map(Self.dependencies) ?? []))
      }
    }
    self.targets = targets
  }

  /// Whether the place is inside the brackets of `dependencies:`.
  private static func isDependency(at place: String.Index, in text: String) -> Bool {
    let before = text[..<place]
    guard let label = before.range(of: "dependencies:", options: .backwards) else { return false }
    var depth = 0
    for character in before[label.upperBound...] {
      if character == "[" { depth += 1 }
      if character == "]" {
        depth -= 1
        if depth == 0 { return false }
      }
    }
    return depth > 0
  }

  private static func dependencies(_ list: Substring) -> [String] {
    // A product's package is a text too, but it is not what one imports.
    let plain = list.replacing(/package:\s*"[^"]*"/, with: "")
    return plain.matches(of: /"([^"]+)"/).map { String($0.1) }
  }

  private static func text(after label: String, in call: Substring) -> String? {
    guard let found = call.range(of: label) else { return nil }
    return call[found.upperBound...].firstMatch(of: /^\s*"([^"]+)"/).map { String($0.1) }
  }

  /// The text up to the bracket that closes the one before it.
  private static func inside(_ text: Substring, _ open: Character, _ close: Character) -> Substring
  {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  private static func withoutComments(_ text: String) -> String {
    text.components(separatedBy: "\n")
      .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
      .joined(separator: "\n")
  }
}
