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

  /// The most bytes of a checkpoint that is written or read, 64 MiB.
  public static let sizeLimit = 1 << 26

  static let formatKey = "percept.checkpoint"
  static let stepsKey = "session.steps"
  static let strideKey = "history.stride"
  static let pastKey = "session.past"

  /// The file of a session; equal sessions give equal bytes.
  public static func bytes(of session: Session) -> [UInt8] {
    var session = session
    session.arrive()
    let state = session.trainer.state
    var notes = [Safetensors.Note(formatKey, "\(format)")]
    notes += session.preset.texts.map { Safetensors.Note("preset.\($0.key)", $0.text) }
    // A table may be large, and no action takes another.
    let hasSameFile = session.log.start.data.file == session.preset.data.file
    notes += session.log.start.texts
      .filter { !hasSameFile || !CheckpointNotes.fileKeys.contains($0.key) }
      .map { Safetensors.Note("start.\($0.key)", $0.text) }
    for (number, entry) in session.log.entries.enumerated() {
      notes.append(Safetensors.Note("action.\(number)", entry.text))
    }
    notes.append(Safetensors.Note(stepsKey, "\(session.totalSteps)"))
    notes.append(Safetensors.Note(strideKey, "\(session.history.stride)"))
    if session.followsChanges { notes.append(Safetensors.Note(pastKey, "true")) }
    var tensors = state.tensors + session.history.tensors + Marks(of: session.trainer).tensors
    if let weights = session.log.weights {
      let network = session.log.start.firstNetwork(weights)
      tensors += network.tensors.map { $0.renamed("start.\($0.name)") }
    }
    return Safetensors(tensors: tensors, notes: notes + state.notes).bytes
  }

  /// The file of a session, if it can be read again: a large table may have more than fits.
  public static func readableBytes(of session: Session) throws(SafetensorsError) -> [UInt8] {
    try readableBytes(of: session, headerLimit: Safetensors.headerLimit)
  }

  static func readableBytes(
    of session: Session, headerLimit: Int
  ) throws(SafetensorsError) -> [UInt8] {
    let bytes = bytes(of: session)
    let header = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard header <= headerLimit, bytes.count <= sizeLimit else {
      let isHeader = header > headerLimit
      let (size, limit) = isHeader ? (header, headerLimit) : (bytes.count, sizeLimit)
      throw SafetensorsError(
        "the session is too large for a checkpoint: its "
          + (isHeader ? "table and actions take" : "numbers take")
          + " \((size - 1) >> 20 + 1) MiB, and at most \(limit >> 20) MiB can be read again")
    }
    return bytes
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
        "the checkpoint's format “\(version.shown())” is not known; this version of Percept reads \(format)"
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
    let others = file.tensors.filter {
      !isOfStart($0) && !(LossHistory.names + Marks.names).contains($0.name)
    }
    try session.restore(
      notes, history, marks: file.tensors.filter { Marks.names.contains($0.name) },
      trainer: Safetensors(tensors: others, notes: notes.trainer))
    return session
  }
}

extension Session {
  /// Becomes the session of a checkpoint, from one at its start.
  fileprivate mutating func restore(
    _ notes: CheckpointNotes, _ history: LossHistory, marks: [Tensor], trainer state: Safetensors
  ) throws(SafetensorsError) {
    var changed = notes.start
    // Only what is gone back to is remembered: settings may hold thousands of points.
    let wanted = Set(notes.entries.compactMap(\.restored))
    var earlier: [Int: Preset] = [:]
    for (number, entry) in notes.entries.enumerated() {
      if wanted.contains(number) { earlier[number] = changed }
      if let restored = entry.restored.flatMap({ earlier[$0] }) {
        changed = restored
      } else if Self.carryOut(entry.action, on: &changed) != nil {
        throw SafetensorsError("the action “\(entry.action.text.shown())” can't be carried out")
      }
      log.append(entry.action, at: entry.step, restored: entry.restored)
    }
    guard changed == notes.preset else {
      throw SafetensorsError("the actions do not lead from the settings at the start to those now")
    }
    settle(on: changed)
    put(try Marks(marks, for: trainer.network))
    try trainer.restore(state)
    totalSteps = notes.steps
    self.history = history
    diagnoses = DiagnosisHistory()
    beginPath()
    refuge = Refuge(trainer)
    investigate()
    beginTime()
    resumedStep = totalSteps
    // A replay would follow the line that was left with the program.
    if notes.isInThePast { noteResumption() }
  }
}
