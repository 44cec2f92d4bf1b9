import Datasets
import Lessons

/// The data sets that can be named on the command line.
enum DataList {
  /// A line for each data set: its name and what it looks like.
  static var lines: [String] {
    let sets =
      RecipeCatalogue.all.map { (name: $0.name, summary: $0.summary) }
      + TableCatalogue.all.map { (name: $0.name, summary: $0.summary) }
    let width = sets.map(\.name.count).max() ?? 0
    return sets.map { set in
      set.name + String(repeating: " ", count: width - set.name.count + 2) + set.summary
    }
  }

  /// What a name means: as everywhere a preset, a file or an address; or else a data set by itself.
  static func opening(_ name: String) throws -> Opening {
    let library = PresetLibrary.ofThisProgram()
    let presets = ((try? library.items()) ?? []).map(\.name)
    if presets.contains(name) || !isWord(name) { return try library.opening(name) }
    if DataSource.names.contains(name) {
      var preset = Preset()
      preset.data.recipe = name
      return Opening(preset: preset)
    }
    let exercises = (try? ExerciseLibrary(besidePresets: library).items()) ?? []
    if ExerciseLibrary.named(name, among: exercises).count == 1 { return try library.opening(name) }
    let names = DataSource.names + presets.filter { !DataSource.names.contains($0) }
    throw Failure(
      message: "there is no data set “\(name)”; expected a CSV file, a YAML file or one of "
        + names.joined(separator: ", ") + suggestion(for: name.lowercased(), among: names))
  }

  /// Whether a name is neither a file's nor an address.
  private static func isWord(_ name: String) -> Bool {
    !TableReader.isTable(name) && !name.hasSuffix(".yaml") && !name.hasSuffix(".yml")
      && !name.contains("/") && !PlaygroundLink.isAddress(name)
  }
}
