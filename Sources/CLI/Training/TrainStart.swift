import Engine
import Lessons
import Studio

/// What a training begins with.
struct TrainStart {
  /// The session, at epoch 0 or where a checkpoint left it.
  let session: Session
  /// What was named, before any setting was changed.
  let preset: Preset
  /// What the preset was named by; its title where no name was given or a checkpoint goes on.
  let name: String
  /// What the preset that was named is called.
  let title: String
  /// The file that the points are of; nil if there is none.
  let file: String?
  /// What there is to say about it.
  private(set) var remarks: [String]
  /// Whether it goes on from a checkpoint.
  let goesOn: Bool
  /// The last epoch, unless told otherwise: an exercise's, where it has one.
  private(set) var usualEpochs = 100

  /// Opens a preset, with what is to be changed in it.
  init(_ start: StartOptions, _ data: DataOptions, _ files: StateFiles) throws {
    var opening = try start.unchanged(data)
    preset = opening.preset
    try start.change(&opening)
    session = try files.session(opening)
    remarks = opening.remarks
    if let note = opening.preset.openingNote { remarks.append(note) }
    remarks += opening.lateRemarks
    goesOn = false
    title = opening.named ?? opening.preset.title
    name = start.preset ?? title
    file = opening.file ?? opening.preset.pointsFile
    if let limit = opening.exercise?.epochLimit { usualEpochs = limit }
  }

  /// Goes on from a checkpoint, from the next step on with other settings where they are asked for.
  init(checkpoint path: String, _ files: StateFiles, _ assignments: [Assignment]) throws {
    var session = try files.session(Preset())
    preset = session.log.start
    for assignment in assignments {
      let (key, value) = (assignment.setting.key, assignment.value)
      let outcome = session.apply(.set(key: key, value: value))
      guard outcome.effect != .refused else {
        throw Failure(message: "--set \(assignment.text): \(outcome.message)")
      }
      guard outcome.effect != .startedAnew else {
        throw Failure(
          message: "--set \(assignment.text): training would begin anew instead of going on from"
            + " \(path)")
      }
    }
    self.session = session
    (title, file) = (session.preset.title, session.preset.pointsFile)
    name = title
    remarks = ["Goes on from \(path), after epoch \(session.trainer.epochCount)."]
    goesOn = true
  }
}

extension Preset {
  /// The file whose rows the points are; nil if they are no rows of a file.
  fileprivate var pointsFile: String? {
    if case .file(let file) = recipe.kind { return file.path }
    return nil
  }
}
