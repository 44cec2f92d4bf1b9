import Engine
import Yams

extension SweepSpec {
  /// The version of the format that this program reads.
  public static let format = 1

  /// The keys of a sweep's file.
  public static let keys = [
    "sweep", "name", "base", "settings", "method", "parameters", "trials", "seed", "seeds",
    "vary-data", "epochs", "objective", "halving",
  ]

  /// Reads a sweep from the text of a YAML file, as strictly as a preset: an unknown key or a value
  /// that can't be is a problem with its place.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - base: the preset of a name or path; the error says why there is none.
  public init(
    yaml: String, base: (String) throws(UnreadableBase) -> Preset
  ) throws(PresetProblem) {
    let root = Leaf(key: "", keyPlace: nil, value: try Preset.compose(yaml))
    guard case .mapping(let mapping) = root.value,
      let version = mapping.first(where: { $0.key.scalar?.string == "sweep" })
    else { throw Self.noSweep(root.value) }
    guard version.value.scalar?.string == "\(Self.format)" else {
      throw PresetProblem(
        at: version.value.mark, "this version of Percept reads “sweep: \(Self.format)”")
    }
    let section = try Section(root, keys: Self.keys)
    let leaf = try section.needed("base")
    var preset: Preset
    do {
      preset = try base(try leaf.text())
    } catch let problem as PresetProblem {
      throw problem
    } catch let problem as UnreadableBase {
      throw PresetProblem(at: leaf.place, "“base”: \(problem.reason)")
    } catch {
      throw PresetProblem(at: leaf.place, "“base” can't be read")
    }
    try Self.fix(section, in: &preset)
    self.base = preset
    name = try section.text("name", else: "sweep")
    method = try section.word("method", Method.self)
    parameters = try Self.parameters(try section.needed("parameters"), of: preset)
    let hasTrials = section.leaf("trials") != nil
    trials = hasTrials ? try section.whole("trials", 1...Self.configurationLimit) : nil
    seed = UInt64(try section.whole("seed", 0...999_999_999, else: 1))
    replicates = try section.leaf("seeds").map(Self.replicates) ?? [.moved(0)]
    variesData = try section.word("vary-data", Truth.self, else: .no) == .yes
    epochs = try section.whole("epochs", 1...Self.epochLimit)
    objective = try Self.objective(section, preset)
    halving = try Self.halving(section, epochs: epochs, isUsed: method == .halving)
    if let flaw {
      let leaf = section.leaf(flaw.key) ?? section.leaf("method") ?? section.leaf("parameters")
      throw PresetProblem(at: leaf?.place, flaw.message)
    }
  }

  /// What a file without the key of a sweep is, where that can be seen.
  private static func noSweep(_ root: Node) -> PresetProblem {
    guard case .mapping(let mapping) = root,
      let pair = mapping.first(where: { $0.key.scalar?.string == "format" })
    else {
      return PresetProblem(
        line: 1, column: 1, message: "the key “sweep: \(Self.format)” is missing")
    }
    let isExercise = mapping.contains { $0.key.scalar?.string == Exercise.key }
    return PresetProblem(
      at: pair.key.mark,
      isExercise
        ? "this is an exercise, which “percept learn FILE” opens; a sweep was expected"
        : "this is a preset, which “percept train FILE” trains; a sweep was expected")
  }

  private enum Truth: String, CaseIterable {
    case yes = "true"
    case no = "false"
  }

  /// The settings that are the same for all.
  private static func fix(_ section: Section, in preset: inout Preset) throws(PresetProblem) {
    guard let leaf = section.leaf("settings") else { return }
    guard case .mapping(let mapping) = leaf.value else {
      throw PresetProblem(at: leaf.place, "“settings” takes “key: value” lines")
    }
    var leaves: [Leaf] = []
    for (key, value) in mapping {
      leaves.append(
        Leaf(key: key.scalar?.string ?? "", keyPlace: key.mark, value: value))
    }
    for leaf in SettingCatalogue.inOrder(leaves, by: \.key) {
      let setting = try setting(leaf)
      try check(try leaf.listText(), for: setting, in: &preset, at: leaf.place)
    }
    do {
      try preset.validate()
    } catch {
      throw PresetProblem(at: leaf.place, error.description)
    }
  }

  /// The setting that a key names.
  static func setting(_ leaf: Leaf) throws(PresetProblem) -> Setting {
    guard let setting = SettingCatalogue.keyed(leaf.key) else {
      throw PresetProblem(
        at: leaf.keyPlace,
        "there is no setting “\(leaf.key)”" + SettingCatalogue.hint(for: leaf.key))
    }
    return setting
  }

  static func check(
    _ text: String, for setting: Setting, in preset: inout Preset, at place: Mark?
  ) throws(PresetProblem) {
    do {
      try setting.set(text, in: &preset)
    } catch {
      throw PresetProblem(at: place, error.description)
    }
  }

  /// How many seeds, or which.
  static func replicates(_ leaf: Leaf) throws(PresetProblem) -> [SweepReplicate] {
    guard case .sequence = leaf.value else {
      return (0..<(try leaf.whole(1...seedLimit))).map { .moved($0) }
    }
    var seeds: [SweepReplicate] = []
    for item in try leaf.items(limit: seedLimit) {
      let number = UInt64(try item.whole(0...999_999_999))
      guard !seeds.contains(.seed(number)) else {
        throw PresetProblem(at: item.place, "the seed \(number) stands twice")
      }
      seeds.append(.seed(number))
    }
    guard !seeds.isEmpty else { throw PresetProblem(at: leaf.place, "“seeds” is empty") }
    return seeds
  }

  private static func objective(
    _ section: Section, _ preset: Preset
  ) throws(PresetProblem) -> SweepObjective {
    // Settings are chosen by points that are kept for that, where there are any.
    let usual = preset.data.validation > 0 ? Measure.validationLoss : .testLoss
    guard let leaf = section.leaf("objective") else { return SweepObjective(measure: usual) }
    let part = try Section(leaf, keys: ["measure", "goal", "at", "seeds"])
    let measure = try part.leaf("measure").map(Self.measure) ?? usual
    return SweepObjective(
      measure: measure,
      direction: try part.word(
        "goal", SweepObjective.Direction.self, else: SweepObjective.usualDirection(of: measure)),
      moment: try part.word("at", SweepObjective.Moment.self, else: .last),
      reduction: try part.word("seeds", SweepObjective.Reduction.self, else: .mean))
  }

  /// One of the few measures that an objective can be.
  private static func measure(_ leaf: Leaf) throws(PresetProblem) -> Measure {
    let names = SweepObjective.measures.map(\.rawValue)
    let word = try leaf.text()
    guard names.contains(word), let measure = Measure(rawValue: word) else {
      throw PresetProblem(
        at: leaf.place,
        "“\(word.shown())” is no objective: expected \(names.joined(separator: ", "))"
          + suggestion(for: word, among: names))
    }
    return measure
  }

  private static func halving(
    _ section: Section, epochs: Int, isUsed: Bool
  ) throws(PresetProblem) -> Halving {
    let usual = Halving(minimum: Halving.usualMinimum(for: epochs), factor: 3, mode: .asha)
    guard let leaf = section.leaf("halving") else { return usual }
    guard isUsed else {
      throw PresetProblem(at: leaf.place, "“halving” belongs to “method: halving”")
    }
    let part = try Section(leaf, keys: ["min", "factor", "mode"])
    return Halving(
      minimum: try part.whole("min", 1...max(1, epochs), else: usual.minimum),
      factor: try part.whole("factor", 2...10, else: usual.factor),
      mode: try part.word("mode", Halving.Mode.self, else: usual.mode))
  }
}

/// Why the preset of a sweep can't be had, in a few words.
public struct UnreadableBase: Error, Equatable, Sendable {
  public let reason: String

  /// A reason.
  public init(_ reason: String) { self.reason = reason }
}
