import Foundation
import Lessons
import Testing

/// What is written down of the format, beside the presets.
@Suite("The files that tell the format")
struct FormatFileTests {
  private static func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "presets/" + name), encoding: .utf8)
  }

  @Test("The schema beside the presets is the one that is made; percept new schema writes it")
  func schema() throws {
    #expect(try Self.text("exercise.schema.json") == FormatSchema.json.page)
  }

  @Test("The reference names every key, measure, word, comparison, chapter and choice")
  func reference() throws {
    let page = try Self.text("FORMAT.md")
    let keys =
      Exercise.keys + Exercise.startKeys + Exercise.questionKeys + Exercise.goalKeys
      + Exercise.seedKeys + Exercise.solutionKeys + Exercise.nearMissKeys
    let words =
      keys + SettingCatalogue.keys + Measure.allCases.map(\.rawValue)
      + Permits.Deed.allCases.map(\.rawValue) + Condition.Comparison.allCases.map(\.rawValue)
      + Goal.Medal.allCases.map(\.rawValue) + Chapter.allCases.map(\.rawValue)
    for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
    for measure in Measure.allCases {
      #expect(page.contains("| `\(measure.rawValue)` | \(measure.help) |"))
    }
    for setting in SettingCatalogue.all {
      #expect(
        page.contains("| `\(setting.key)` |") && page.contains(setting.help), "\(setting.key)")
      var domain = setting.domain
      if case .perLayer(let element, _) = domain { domain = element }
      guard case .choice(let names) = domain, !setting.key.hasPrefix("data.x") else { continue }
      for name in names where setting.key != "data.target" {
        #expect(page.contains("`\(name)`"), "\(setting.key): \(name)")
      }
    }
  }

  @Test("The reference's ranges are those of the schema")
  func ranges() throws {
    let lines = try Self.text("FORMAT.md").split(separator: "\n")
    for section in ["data", "network", "training"] {
      let settings = FormatSchema.json["properties"]?[section]?["properties"]?.members ?? []
      #expect(!settings.isEmpty)
      for setting in settings {
        guard case .number(let low)? = setting.value["minimum"],
          case .number(let high)? = setting.value["maximum"]
        else { continue }
        let line = lines.first { $0.hasPrefix("| `\(section).\(setting.name)` |") }
        #expect(line?.contains("\(low) … \(high)") == true, "\(section).\(setting.name)")
      }
    }
    let hidden = lines.first { $0.hasPrefix("| `network.hidden` |") }
    #expect(
      hidden?.contains("1 … \(SettingCatalogue.unitLimit), at most \(SettingCatalogue.layerLimit)")
        == true)
  }

  @Test("The reference's example is an exercise")
  func example() throws {
    let page = try Self.text("FORMAT.md")
    let start = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    let exercise = try Exercise(
      yaml: String(page[start.upperBound..<end.lowerBound]), name: "a5-one-switch")
    #expect(exercise.solution != nil && exercise.nearMisses.count == 1)
  }

  @Test("The schema has every key that can be read, and no other")
  func keys() throws {
    let schema = FormatSchema.json
    func names(_ path: String...) -> Set<String> {
      let value = path.reduce(Optional(schema)) { $0?[$1] }
      return Set((value?["properties"]?.members ?? []).map(\.name))
    }
    for section in ["data", "network", "training"] {
      let keys = SettingCatalogue.keys.filter { $0.hasPrefix(section + ".") }
        .map { String($0.dropFirst(section.count + 1)) }
      let content = section == "data" ? ["points", "file"] : []
      #expect(names("properties", section) == Set(keys + content))
    }
    #expect(names("properties", "exercise") == Set(Exercise.keys))
    #expect(names("properties", "exercise", "properties", "start") == Set(Exercise.startKeys))
    #expect(
      names("properties", "exercise", "properties", "questions", "items")
        == Set(Exercise.questionKeys))
    #expect(
      names("properties", "exercise", "properties", "goals", "items") == Set(Exercise.goalKeys))
    #expect(
      names("properties", "exercise", "properties", "near-misses", "items")
        == Set(Exercise.nearMissKeys))
  }
}
