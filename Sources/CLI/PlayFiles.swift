import Drawing
import Foundation
import Labs

/// The files that are opened and written while the playground runs, and the work in the background.
struct PlayFiles: Outside {
  /// Where presets with a name are.
  let library: PresetLibrary
  /// How a person likes it, and where that is kept.
  var preferences: PreferencesFile
  /// What is being recorded; nil if nothing is.
  var recorder: Recorder?
  /// The exercises, and how far the learner is with them.
  var learning: LearningFiles
  /// What goes on in the background.
  private let background = BackgroundWork()

  /// Without any work yet.
  init(
    library: PresetLibrary, preferences: PreferencesFile, learning: LearningFiles,
    recorder: Recorder? = nil
  ) {
    self.library = library
    self.learning = learning
    self.preferences = preferences
    self.recorder = recorder
  }

  var isWorking: Bool { background.isWorking }

  mutating func news() -> [Message] { background.news().map { .worked($0) } }

  mutating func perform(_ command: Command, at time: Duration) -> [Message] {
    do {
      switch command {
      case .open(let name):
        let opening = try library.openingAsItIs(name)
        return [.opened(opening.preset)] + (opening.notice.map { [.told($0)] } ?? [])
      case .save(let text, let path):
        try NewFile.write(Array(text.utf8), to: path)
        return [.told("Written: \(path).")]
      case .prefer(let preference):
        try preferences.keep(preference)
        return []
      case .record(let path?):
        recorder = try Recorder(path: path)
        return [.recording(true), .told("Recording into \(path); R ends it.")]
      case .record(nil):
        defer { recorder = nil }
        return [.recording(false)] + (recorder.map { [.told("Recorded: \($0.path).")] } ?? [])
      case .work(let order):
        background.start(order)
        return []
      case .stopWork(let place):
        background.stop(place)
        return []
      case .stopAllWork:
        background.stopAll()
        // A moment in which nothing happens, so that the screen can ask for what it needs instead.
        return [.tick(steps: 0)]
      case .listExercises: return [.listed(learning.classroom)]
      case .learn(let name, let anew):
        let (homework, note) = try learning.open(name, anew: anew)
        learning.note(time)
        return [.begun(homework, note: note)]
      case .keep(let homework): return learning.keep(homework, at: time).map { .told($0) }
      case .several(let commands): return commands.flatMap { perform($0, at: time) }
      case .setMouse, .quit: return []
      }
    } catch {
      return [.told((error as? Failure)?.message ?? error.localizedDescription)]
    }
  }

  mutating func shown(_ canvas: Canvas, at time: Duration) -> [Message] {
    learning.note(time)
    do {
      try recorder?.add(canvas, at: time)
      return []
    } catch {
      // Told once: without its file there is nothing to record into.
      recorder = nil
      return [.recording(false), .told((error as? Failure)?.message ?? error.localizedDescription)]
    }
  }
}
