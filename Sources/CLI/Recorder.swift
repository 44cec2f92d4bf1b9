import Drawing
import Foundation

/// Writes a cast into a file while the session goes on, line by line, so that what was recorded up to
/// a crash or a full disk can be played.
struct Recorder {
  /// Where it is written.
  let path: String
  private let file: FileHandle
  private var cast = Cast()

  /// Begins a recording in a new file.
  /// - Parameters:
  ///   - force: whether a file that is there may be replaced.
  ///   - remedy: what may be done about one that is there.
  init(path: String, force: Bool = false, else remedy: NewFile.Remedy = .otherName) throws {
    self.path = path
    if force, StateFile.exists(path) {
      try StateFile.replace([], at: path)
    } else {
      try NewFile.create(path, else: remedy)
    }
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw Failure(message: "\(path): the file can't be written", status: 1)
    }
    self.file = file
  }

  /// Adds a picture that was shown.
  mutating func add(_ canvas: Canvas, at time: Duration) throws {
    let lines = cast.lines(canvas, at: time)
    guard !lines.isEmpty else { return }
    do {
      try file.write(contentsOf: Data(lines.joined().utf8))
    } catch {
      throw Failure(
        message: "\(path): the recording has ended (\(SystemError.reason(error)))", status: 1)
    }
  }
}
