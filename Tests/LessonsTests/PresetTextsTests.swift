import Datasets
import Engine
import Testing

@testable import Lessons

@Suite("A preset as texts")
struct PresetTextsTests {
  /// A value that a setting takes now.
  private func value(
    of setting: Setting, in preset: Preset, using random: inout Random
  ) -> String {
    value(in: setting.domain(in: preset), using: &random)
  }

  private func value(in domain: Setting.Domain, using random: inout Random) -> String {
    switch domain {
    case .number(let range, let steps, let isWhole, _):
      let ends = [range.lowerBound, range.upperBound] + steps
      let chosen = ends[random.below(ends.count)]
      return isWhole ? "\(Int(chosen))" : "\(chosen)"
    case .choice(let names): return names[random.below(names.count)]
    case .list(let names, let numbers, _):
      return names.isEmpty ? "\(numbers.upperBound),\(numbers.lowerBound)" : names[0]
    case .perLayer(let element, let layers):
      let count = random.below(2) == 0 ? 1 : max(1, layers)
      return (0..<count).map { _ in value(in: element, using: &random) }.joined(separator: ",")
    }
  }

  @Test("After any changes, in any order, the texts give an equal preset", arguments: 0..<60)
  func roundTrip(seed: Int) throws {
    var random = Random(seed: UInt64(seed), stream: .noise)
    var preset = Preset()
    preset.title = "“A title”, # with: signs\n"
    for _ in 0..<60 {
      let setting = SettingCatalogue.all[random.below(SettingCatalogue.all.count)]
      let before = preset
      try setting.set(value(of: setting, in: preset, using: &random), in: &preset)
      if (try? preset.validate()) == nil { preset = before }
      #expect(try Preset(texts: preset.texts) == preset)
      #expect(try Preset(texts: preset.texts.reversed()) == preset)
    }
  }

  @Test("Each setting that has a value stands in them, under its key")
  func complete() {
    var preset = Preset()
    preset.data.samples = 60
    preset.data.columns = ColumnChoice(x1: "x1", x2: "x2", target: "label")
    let keys = preset.texts.map(\.key)
    let numbers = SettingCatalogue.families.flatMap { $0.settings.map(\.key) }
    #expect(Set(keys).count == keys.count)
    for setting in SettingCatalogue.all {
      let isNumber = numbers.contains(setting.key)
      #expect(keys.contains(setting.key) == !isNumber, "\(setting.key)")
    }
  }

  private func refused(_ texts: [Preset.Text], _ message: String) {
    do {
      _ = try Preset(texts: texts)
      Issue.record("it was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("Unknown keys, missing ones and impossible values are refused")
  func mistakes() {
    let texts = Preset().texts
    refused(
      texts + [("data.colour", "red")],
      "data.colour can't be “red”: expected nothing, for this version has no such setting")
    refused(
      texts.filter { $0.key != "data.noise" }, "data.noise can't be “”: expected a value")
    refused(
      texts.map { ($0.key, $0.key == "data.noise" ? "90" : $0.text) },
      "data.noise can't be “90”: expected a number from 0 to 80 (%)")
    refused(
      texts + [("training.momentum", "inf")],
      "training.momentum can't be “inf”: expected a number")
    refused(
      texts + [("data.validation", "80")],
      "data.validation can't be “80”: expected data.training and data.validation"
        + " up to 100 % together")
  }
}
