import ArgumentParser
import Foundation
import Lessons

/// What may stand where a word is being typed.
enum Candidates {
  /// Presets and exercises by name, and files that can be opened like them.
  static let presets = CompletionKind.custom { _, _, word in
    // Without a letter to go by, forty exercises would hide what else there is.
    names(of: try? PresetLibrary.ofThisProgram().items().map(\.name))
      + (word.isEmpty ? [] : names(of: exerciseNames))
      + files(word, endings: ["yaml", "yml", "csv"])
  }

  /// Exercises by name, and files of exercises.
  static let exercises = CompletionKind.custom { _, _, word in
    names(of: exerciseNames) + files(word, endings: ["yaml", "yml"])
  }

  /// The keys of settings; behind a key and its sign, the values that can be listed.
  static let settings = CompletionKind.custom { _, _, word in settings(word) }

  /// What a setting's `KEY=VALUE` may go on with.
  static func settings(_ word: String) -> [String] {
    guard let sign = word.firstIndex(of: "=") else {
      return SettingCatalogue.keys.map { $0 + "=" }
    }
    let key = word[..<sign]
    guard let setting = SettingCatalogue.keyed(String(key)) else { return [] }
    return values(of: setting.domain).map { "\(key)=\($0)" }
  }

  private static func values(of domain: Setting.Domain) -> [String] {
    switch domain {
    case .choice(let names): names
    case .perLayer(let one, _): values(of: one)
    case .list(let names, _, _): names
    case .number(_, let steps, let isWhole, _):
      steps.map { isWhole ? "\(Int($0))" : "\($0)" }
    }
  }

  private static var exerciseNames: [String]? {
    try? ExerciseLibrary(besidePresets: .ofThisProgram()).items().map(\.name)
  }

  private static func names(of names: [String]?) -> [String] { names ?? [] }

  /// Folders, with the sign behind them that leads into them, and files with one of these endings.
  static func files(_ word: String, endings: [String]) -> [String] {
    let folder = word.lastIndex(of: "/").map { word[...$0] } ?? ""
    let path = folder.isEmpty ? "." : NSString(string: String(folder)).expandingTildeInPath
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
      if FileBytes.isFolder(path + "/" + name) { return word.isEmpty ? nil : folder + name + "/" }
      let isOne = endings.contains { name.lowercased().hasSuffix("." + $0) }
      return isOne ? folder + name : nil
    }
  }
}
