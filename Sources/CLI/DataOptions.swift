import ArgumentParser
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
    guard start.preset != nil else { return Opening(preset: try TableReader.preset(data)) }
    var opening = try start.named()
    let file = try TableReader.file(data)
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
}
