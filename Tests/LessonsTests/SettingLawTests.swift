import Datasets
import Engine
import Lessons
import Testing

/// Texts that no setting takes.
private let nonsense = [
  "nan", "inf", "-inf", "1e400", "-1", "1e12", "words", "4,,2", ",", "ŷ", "1 2",
]

@Suite("Laws of settings")
struct SettingLawTests {
  /// Values that a setting takes, the ends of its range among them.
  private func samples(_ setting: Setting) -> [String] {
    samples(setting.domain)
  }

  private func samples(_ domain: Setting.Domain) -> [String] {
    switch domain {
    case .number(let range, let steps, let isWhole, _):
      let ends = [range.lowerBound, range.upperBound]
      return (ends + steps).map { isWhole ? "\(Int($0))" : "\($0)" }
    case .choice(let names): return names
    case .list(let names, let numbers, let limit):
      if !names.isEmpty { return [""] + names + [names.joined(separator: ",")] }
      let most = "\(numbers.upperBound)"
      return [
        "", "\(numbers.lowerBound)", most,
        Array(repeating: most, count: limit).joined(separator: ","),
      ]
    case .perLayer(let element, let layers):
      let each = samples(element)
      let mixed = (0..<layers).map { each[$0 % each.count] }
      return each + [mixed.joined(separator: ",")]
    }
  }

  @Test("What it reads can be written back and changes nothing", arguments: SettingCatalogue.all)
  func readAndWrite(_ setting: Setting) throws {
    for sample in samples(setting) {
      var preset = Preset()
      try setting.set(sample, in: &preset)
      let value = setting.value(in: preset)
      try setting.set(value, in: &preset)
      #expect(setting.value(in: preset) == value)
    }
  }

  @Test("Each of its values can be written and is read as it is", arguments: SettingCatalogue.all)
  func writeAndRead(_ setting: Setting) throws {
    for sample in samples(setting) {
      var preset = Preset()
      try setting.set(sample, in: &preset)
      let value = setting.value(in: preset)
      switch setting.domain {
      case .number, .perLayer(.number, _):
        let (read, written) = (value.split(separator: ","), sample.split(separator: ","))
        #expect(read.map { Double($0) } == written.map { Double($0) })
      case .choice, .list, .perLayer: #expect(value == sample)
      }
    }
  }

  @Test("It changes its own value alone", arguments: SettingCatalogue.all)
  func alone(_ setting: Setting) throws {
    for sample in samples(setting) {
      var preset = Preset()
      try setting.set(sample, in: &preset)
      let numbers = SettingCatalogue.numbers(of: setting.key, in: preset)
      for other in SettingCatalogue.all where other.key != setting.key {
        // How many points are usual depends on the data set, and so do the columns.
        if setting.key == "data.set"
          && ["data.samples", "data.x1", "data.x2", "data.target"].contains(other.key)
        {
          continue
        }
        // A number that nobody has turned reads as is usual for what was chosen.
        if numbers.contains(other.key) { continue }
        #expect(other.value(in: preset) == other.value(in: Preset()))
      }
    }
  }

  @Test(
    "A wrong value is an error that says so and changes nothing", arguments: SettingCatalogue.all)
  func wrong(_ setting: Setting) {
    for text in nonsense {
      var preset = Preset()
      let error = #expect(throws: SettingError.self) { try setting.set(text, in: &preset) }
      #expect(error?.key == setting.key)
      #expect(error?.found == text)
      #expect(preset == Preset())
    }
  }

  @Test("A value just out of range is an error", arguments: SettingCatalogue.all)
  func outOfRange(_ setting: Setting) {
    guard case .number(let range, _, let isWhole, _) = setting.domain else { return }
    let beyond =
      isWhole
      ? [
        "\(Int(range.lowerBound) - 1)", "\(Int(range.upperBound) + 1)", "\(range.lowerBound + 0.5)",
      ]
      : ["\(range.lowerBound.nextDown)", "\(range.upperBound.nextUp)"]
    for text in beyond + ["", " "] {
      var preset = Preset()
      #expect(throws: SettingError.self) { try setting.set(text, in: &preset) }
      #expect(preset == Preset())
    }
  }

  @Test(
    "Steps up and down reach each stop and stay within the range", arguments: SettingCatalogue.all)
  func stepping(_ setting: Setting) throws {
    let stops: [String]
    switch setting.domain {
    case .number(let range, let steps, _, _):
      #expect(steps == steps.sorted() && Set(steps).count == steps.count)
      #expect(steps.allSatisfy(range.contains))
      stops = steps.map { step in
        step == step.rounded() ? "\(Int(step))" : "\(step)".replacing("e-0", with: "e-")
      }
    case .choice(let names): stops = names
    case .perLayer(.choice(let names), _): stops = names
    case .perLayer(.number(_, let steps, _, _), _): stops = steps.map { "\(Int($0))" }
    case .perLayer, .list: stops = []
    }
    guard let first = stops.first, let last = stops.last else { return }
    #expect(try walk(setting, from: first, by: 1) == stops)
    #expect(try walk(setting, from: last, by: -1) == stops.reversed())
    var preset = Preset()
    try setting.set(first, in: &preset)
    #expect(setting.stepped(0, in: preset) == first)
    #expect(setting.stepped(1000, in: preset) == last)
    try setting.set(last, in: &preset)
    #expect(setting.stepped(-1000, in: preset) == first)
  }

  /// The values met on the way, one step at a time, until nothing changes.
  private func walk(_ setting: Setting, from start: String, by offset: Int) throws -> [String] {
    var preset = Preset()
    try setting.set(start, in: &preset)
    var met = [start]
    for _ in 0..<100 {
      let next = setting.stepped(offset, in: preset)
      if next == met.last { break }
      try setting.set(next, in: &preset)
      #expect(setting.value(in: preset) == next)
      met.append(next)
    }
    return met
  }

  @Test("Between two stops a step goes to the next one on that side")
  func betweenStops() throws {
    let rate = try #require(SettingCatalogue.keyed("training.learning-rate"))
    var preset = Preset()
    preset.training.learningRate = 0.05
    #expect(rate.stepped(1, in: preset) == "0.1")
    #expect(rate.stepped(-1, in: preset) == "0.03")
    #expect(rate.stepped(2, in: preset) == "0.3")
    // Beyond the last stop the value stays, and the way back leads to the stop.
    preset.training.learningRate = 100
    #expect(rate.stepped(1, in: preset) == "100")
    #expect(rate.stepped(-1, in: preset) == "10")
    preset.training.learningRate = 1e-6
    #expect(rate.stepped(-1, in: preset) == "1e-6")
    #expect(rate.stepped(1, in: preset) == "1e-5")
  }

  @Test("A list and a seed have no stops")
  func withoutStops() throws {
    for key in ["features", "network.hidden", "data.seed", "network.seed", "training.seed"] {
      let setting = try #require(SettingCatalogue.keyed(key))
      for offset in -1...1 {
        #expect(setting.stepped(offset, in: Preset()) == setting.value(in: Preset()))
      }
    }
  }
}
