import Foundation
import Lessons
import Testing

@Suite("README")
struct ReadmeTests {
  private static let text = try? String(
    contentsOf: URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "README.md"), encoding: .utf8)

  @Test("Its preset can be read, and its comments name every choice and every setting")
  func preset() throws {
    let readme = try #require(Self.text)
    let start = try #require(readme.range(of: "```yaml\n"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    let yaml = String(readme[start.upperBound..<end.lowerBound])
    _ = try Preset(yaml: yaml)
    let words = Set(
      yaml.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    for setting in SettingCatalogue.all {
      let name = setting.key.split(separator: ".").last.map(String.init) ?? ""
      // Numbers of a schedule are named by what follows `schedule-`.
      let short = "-" + (name.split(separator: "-").last.map(String.init) ?? "")
      #expect(words.contains(name) || words.contains(short), "\(setting.key)")
      var domain = setting.domain
      if case .perLayer(let element, _) = domain { domain = element }
      guard case .choice(let names) = domain else { continue }
      for choice in names where choice != "true" && choice != "false" {
        #expect(words.contains(choice), "\(setting.key): \(choice)")
      }
    }
  }
}
