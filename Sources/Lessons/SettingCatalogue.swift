import Datasets
import Engine

/// Every setting of a preset. YAML files, the screen's controls, the command line and help read
/// this list.
public enum SettingCatalogue {
  /// The most hidden layers.
  public static let layerLimit = 20
  /// The most units of a hidden layer.
  public static let unitLimit = 16

  /// All settings, by section.
  public static let all: [Setting] = data + model + training

  /// The keys of the numbers that belong to what the preset has chosen: the optimiser's knobs, the
  /// schedule's, and so on.
  public static func numbers(of choice: String, in preset: Preset) -> [String] {
    families.first { $0.choice == choice }?.keys(in: preset) ?? []
  }

  /// Whether a key is a number of a choice, such as a knob of an optimiser, that a preset has not
  /// made, so that it does nothing there.
  public static func isNumberOfAnotherChoice(_ key: String, in preset: Preset) -> Bool {
    families.contains { family in
      family.settings.contains { $0.key == key } && !family.keys(in: preset).contains(key)
    }
  }

  /// The seeds of data, weights and order at once; as text several, where they differ.
  ///
  /// It is not in `all`, for there each seed stands by itself.
  public static let seed = Setting(
    key: "seed", title: "seed", help: "Draws points, weights and order.", effect: .startsAnew,
    domain: seedDomain,
    read: { preset in
      let values = seeds.map { $0.value(in: preset) }
      return Set(values).count == 1 ? values[0] : values.joined(separator: ",")
    },
    write: { preset, text in for seed in seeds { seed.write(&preset, text) } })

  private static let seeds = all.filter { $0.key.hasSuffix(".seed") }

  /// Every key that a preset's settings can be written by.
  public static let keys = [seed.key] + all.map(\.key)

  /// The setting of that key.
  public static func keyed(_ key: String) -> Setting? {
    key == seed.key ? seed : byKey[key]
  }

  private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }

  /// The key that somebody may have meant by another one, ready to end a message with: one whose
  /// title or last word it is, or that the field calls so, or else the nearest; empty if none is near.
  public static func hint(for written: String) -> String {
    let named = all.first { setting in
      let parts = setting.key.split(whereSeparator: { $0 == "." || $0 == "-" }).map(String.init)
      return setting.title == written || parts.last == written
        || setting.key.hasSuffix("." + written)
    }
    if let named { return "; did you mean “\(named.key)”?" }
    let near = suggestedKey(for: written, among: keys)
    guard near.isEmpty, isLongEnough(written) else { return near }
    // Many leave the section out.
    let short = all.map { String($0.key.drop { $0 != "." }.dropFirst()) }
    let ending = suggestion(for: written, among: short)
    guard
      let match = all.first(where: { ending.contains("“\($0.key.drop { $0 != "." }.dropFirst())”") }
      )
    else { return "" }
    return "; did you mean “\(match.key)”?"
  }

  /// What was written for several keys, in the order in which to set it, whatever order it was
  /// written in: the one seed before a special one, the number of layers before what each of them
  /// has, a data set before its columns, an optimiser before its knobs.
  public static func inOrder<Written>(
    _ written: [Written], by key: (Written) -> String
  ) -> [Written] {
    func rank(_ item: Written) -> Int {
      // What a set can be chosen from comes before the set.
      if Preset.contentKeys.contains(key(item)) { return -1 }
      return [seed.key, "network.hidden"].contains(key(item))
        ? 0 : late.contains(key(item)) ? 2 : 1
    }
    return (-1...2).flatMap { wanted in written.filter { rank($0) == wanted } }
  }

  /// What is set after all else.
  private static let late = Set(
    families.flatMap(\.settings).map(\.key) + ["data.x1", "data.x2", "data.target"])
}
