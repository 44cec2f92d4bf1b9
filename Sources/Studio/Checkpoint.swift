public import Engine
import Lessons

/// A session as a file, with all that a later step or action depends on: what is read goes on to the
/// bit as what was written.
///
/// The file is a safetensors file. Its texts are the format's version, the settings now (`preset.`)
/// and at the start (`start.`), the actions in between, and the counts; its tensors are the
/// trainer's state, the history of the losses, and the first weights if they came from a file.
public enum Checkpoint {
  /// The version of the format that this program writes and reads.
  public static let format = 1

  static let formatKey = "percept.checkpoint"
  static let stepsKey = "session.steps"
  static let strideKey = "history.stride"

  /// The file of a session; equal sessions give equal bytes.
  public static func bytes(of session: Session) -> [UInt8] {
    let state = session.trainer.state
    var notes = [Safetensors.Note(formatKey, "\(format)")]
    notes += session.preset.texts.map { Safetensors.Note("preset.\($0.key)", $0.text) }
    notes += session.log.start.texts.map { Safetensors.Note("start.\($0.key)", $0.text) }
    for (number, entry) in session.log.entries.enumerated() {
      notes.append(Safetensors.Note("action.\(number)", "\(entry.step) \(entry.action.text)"))
    }
    notes.append(Safetensors.Note(stepsKey, "\(session.totalSteps)"))
    notes.append(Safetensors.Note(strideKey, "\(session.history.stride)"))
    var tensors = state.tensors + session.history.tensors
    if let weights = session.log.weights {
      let network = session.log.start.firstNetwork(weights)
      tensors += network.tensors.map { $0.renamed("start.\($0.name)") }
    }
    return Safetensors(tensors: tensors, notes: notes + state.notes).bytes
  }

  /// The session of a file. What is no checkpoint, has another version, or does not fit together is
  /// an error.
  public static func session(from bytes: [UInt8]) throws(SafetensorsError) -> Session {
    let file: Safetensors
    do {
      file = try Safetensors(bytes: bytes)
    } catch {
      throw SafetensorsError("this is no checkpoint: \(error)")
    }
    guard let version = file.note(formatKey) else {
      throw SafetensorsError("this is a file of tensors, but no checkpoint of Percept")
    }
    guard version == "\(format)" else {
      throw SafetensorsError(
        "the checkpoint's format “\(version)” is not known; this version of Percept reads \(format)"
      )
    }
    let notes = try CheckpointNotes(file.notes)
    let isOfStart = { (tensor: Tensor) in tensor.name.hasPrefix("start.") }
    let first = file.tensors.filter(isOfStart)
    let weights =
      first.isEmpty
      ? nil
      : try FirstWeights(
        first.map { $0.renamed(String($0.name.dropFirst("start.".count))) },
        for: notes.start.networkSpec)
    var session = Session(notes.start, weights: weights)
    let history = try LossHistory(
      file.tensors.filter { LossHistory.names.contains($0.name) }, stride: notes.stride)
    let others = file.tensors.filter { !isOfStart($0) && !LossHistory.names.contains($0.name) }
    try session.restore(
      notes, history, trainer: Safetensors(tensors: others, notes: notes.trainer))
    return session
  }
}

extension Session {
  /// Becomes the session of a checkpoint, from one at its start.
  fileprivate mutating func restore(
    _ notes: CheckpointNotes, _ history: LossHistory, trainer state: Safetensors
  ) throws(SafetensorsError) {
    var changed = notes.start
    for entry in notes.entries {
      if Self.carryOut(entry.action, on: &changed) != nil {
        throw SafetensorsError("the action “\(entry.action.text)” can't be carried out")
      }
      log.append(entry.action, at: entry.step)
    }
    guard changed == notes.preset else {
      throw SafetensorsError("the actions do not lead from the settings at the start to those now")
    }
    settle(on: changed)
    try trainer.restore(state)
    totalSteps = notes.steps
    self.history = history
  }
}
