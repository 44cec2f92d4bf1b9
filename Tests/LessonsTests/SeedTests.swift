import Lessons
import Testing

@Suite("The one seed")
struct SeedTests {
  private var seeds: [Setting] { SettingCatalogue.all.filter { $0.key.hasSuffix(".seed") } }

  @Test("It is a setting with a key of its own that stands for every seed")
  func all() throws {
    let seed = try #require(SettingCatalogue.keyed("seed"))
    var preset = Preset()
    try seed.set("7", in: &preset)
    #expect(seeds.map { $0.value(in: preset) } == ["7", "7", "7"])
    #expect(seed.value(in: preset) == "7")
    #expect(SettingCatalogue.keys == ["seed"] + SettingCatalogue.all.map(\.key))
  }

  @Test("Where seeds differ it says each of them, so that none is taken for all")
  func several() throws {
    let seed = try #require(SettingCatalogue.keyed("seed"))
    var preset = Preset()
    preset.network.seed = 5
    #expect(seed.value(in: preset) == "42,5,42")
    #expect(seed.stepped(1, in: preset) == "42,5,42")
  }

  @Test("It takes what each seed takes, and says so by its own key")
  func errors() throws {
    let seed = try #require(SettingCatalogue.keyed("seed"))
    for text in ["-1", "1000000000", "0.5", "x", ""] {
      var preset = Preset()
      let error = #expect(throws: SettingError.self) { try seed.set(text, in: &preset) }
      #expect(
        error?.description
          == "seed can't be “\(text)”: expected a whole number from 0 to 999999999")
      #expect(preset == Preset())
    }
  }

  @Test(
    "What was written is set in one order: seed and layers first, numbers of choices last")
  func order() {
    let written = [
      "training.momentum", "data.seed", "network.activation", "training.optimizer",
      "training.schedule-period", "data.set", "network.hidden", "seed",
    ]
    #expect(
      SettingCatalogue.inOrder(written) { $0 }
        == [
          "network.hidden", "seed", "data.seed", "network.activation", "training.optimizer",
          "data.set", "training.momentum", "training.schedule-period",
        ])
  }
}
