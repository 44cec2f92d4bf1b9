import Datasets
import Lessons
import TestSupport
import Testing

@Suite("The presets that come along")
struct PresetFileTests {
  @Test("Each can be read and has a title and one line about it", arguments: try PresetFile.all())
  func readable(_ file: PresetFile) throws {
    let preset = try Preset(yaml: file.text)
    #expect(!preset.title.isEmpty)
    #expect(preset.summary.hasSuffix("."))
    #expect(!preset.title.contains("\n") && !preset.summary.contains("\n"))
  }

  @Test("The first is the playground as it opens, apart from the line about it")
  func first() throws {
    let file = try #require(try PresetFile.all().first)
    var preset = try Preset(yaml: file.text)
    #expect(file.name == "01-circle.yaml")
    preset.summary = Preset().summary
    #expect(preset == Preset())
  }

  @Test("Every data set has a preset", arguments: RecipeCatalogue.all)
  func complete(_ recipe: any Recipe.Type) throws {
    let recipes = try PresetFile.all().map { try Preset(yaml: $0.text).data.recipe }
    #expect(recipes.contains(recipe.name))
  }

  @Test("They are numbered from 1 on without gaps, and their titles differ")
  func numbers() throws {
    let files = try PresetFile.all()
    #expect(files.map { Int($0.name.prefix(2)) } == (1...files.count).map { $0 })
    let titles = Set(try files.map { try Preset(yaml: $0.text).title })
    #expect(titles.count == files.count)
  }
}
