import ArgumentParser
import Datasets
import Lessons

/// Measurements to learn from instead of a preset's own points.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Learn from the rows of a CSV file instead of the preset's points; - reads standard input.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var data: String?

  /// What was asked to be opened, with these data: a preset with its network and training as they are,
  /// or, if none is named, what the file opens as by itself. Nil without data.
  func opening(_ start: StartOptions) throws -> Opening? {
    guard let data else { return nil }
    guard start.preset != nil else { return try TableReader.opening(data) }
    var opening = try start.named()
    let file = try TableReader.file(data)
    if needsPlane(opening.preset), !start.settings.contains(where: { $0.hasPrefix("data.x") }),
      let obstacle = file.table.secondInputObstacle
    {
      throw Failure(message: "\(file.path): \(obstacle)")
    }
    (opening.named, opening.file) = (opening.preset.title, file.path)
    do {
      opening.remarks += try opening.preset.replaceData(with: file)
      try opening.preset.checkFormulas()
    } catch {
      throw Failure(message: "\(file.path): \(error)")
    }
    // With other data its task makes no sense, nor do first weights that were made for it.
    opening.exercise = nil
    return opening
  }

  /// Whether x₂ has a say in an input.
  private func needsPlane(_ preset: Preset) -> Bool {
    preset.features.contains(where: \.dependsOnX2)
  }
}
