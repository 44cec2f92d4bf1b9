import Drawing
import Engine
public import Lessons
public import Studio

/// The whole program without a terminal and a clock: messages in, pictures out.
public struct App: Sendable {
  /// What is being learned.
  public internal(set) var session: Session
  /// The session that it is compared with; nil while none is.
  public internal(set) var rival: Rival?
  /// Whether the key that ends a comparison was pressed once.
  var asksToEndPair = false
  /// Whether training runs.
  public internal(set) var isRunning = false
  /// How fast it runs.
  public internal(set) var speed = Speed()
  /// Whether the help is open.
  public internal(set) var showsHelp = false
  /// What the last action did, until the next key.
  public internal(set) var notice = ""
  /// Steps a second as last measured; nil before anything was.
  public internal(set) var stepsPerSecond: Double?
  /// The list of commands; nil while it is closed.
  var palette: CommandPalette?
  /// The card that is open; nil while none is.
  var explaining: Explaining?
  /// What the pointer is on, until a key is pressed.
  var pointedTopic: Topic?
  /// The first line of the help that is seen.
  var helpStart = 0
  /// Whether keys are shown as they are pressed, and the last of them.
  private(set) var showsKeys = false
  private(set) var keysShown: [String] = []
  /// Whether the preset's caption is shown.
  var showsCaption = false
  /// The state as an address, while it is shown.
  var shownLink: PlaygroundAddress?
  /// The address that was shown last, to be printed when the screen is gone; nil if none was.
  public internal(set) var linkToPrint: PlaygroundAddress?
  /// The sessions before presets were opened, the newest last.
  var earlier: [Session] = []
  /// The sessions that were gone back from, the newest last.
  var later: [Session] = []
  /// What each of these was compared with.
  var earlierRivals: [Rival?] = []
  var laterRivals: [Rival?] = []
  /// Whether a recording runs.
  private(set) var isRecording = false
  /// Whether the mouse is the program's.
  var hasMouse = true
  /// The presets that can be opened by name.
  let library: [LibraryEntry]
  /// The epoch that one key press trains up to; nil if none does.
  var targetEpoch: Int?
  /// The screen as it was last told, to know what the mouse points at.
  private(set) var size = Size(width: 0, height: 0)
  private(set) var capabilities = Capabilities.full
  /// What a drag began on.
  var captured: Hotspot?
  /// The screen that is shown.
  var lab: any Lab
  /// Its place in the catalogue.
  var shownLab = 0
  /// The other screens that were shown before, each at its place.
  var otherLabs: [(any Lab)?] = LabCatalogue.all.map { _ in nil }
  /// What goes on in the background.
  var works = WorkList()
  /// The exercises there are; nil before they were asked for.
  var classroom: Classroom?
  /// What is seen of the exercise that is open; nil while none is.
  var learning: Learning?
  /// The trial of other seeds for a goal, as far as it has come; nil while none goes on.
  var seedTrial: SeedTrial?
  /// Whether the key that goes on from an exercise that is not passed was pressed once.
  var asksToSkip = false
  /// What else is asked of the outside, before what a message itself asks for.
  var outbox: [Command] = []

  /// A preset, paused at epoch 0.
  public init(_ preset: Preset, library: [LibraryEntry] = []) {
    self.init(Session(preset), library: library)
  }

  /// A session, paused where it is.
  ///
  /// - Parameter library: the presets that the palette of commands offers.
  /// - Parameter hasMouse: whether the mouse is the program's at the start.
  /// - Parameter isRecording: whether a recording runs from the start.
  /// - Parameter classroom: the exercises, where they are known from the start.
  public init(
    _ session: Session, library: [LibraryEntry] = [], hasMouse: Bool = true,
    isRecording: Bool = false, classroom: Classroom? = nil
  ) {
    self.session = session
    self.classroom = classroom
    self.hasMouse = hasMouse
    self.isRecording = isRecording
    self.library = library
    lab = PlaygroundLab()
  }

  /// Takes in what happened: the only place of change.
  public mutating func update(_ message: Message) -> Command? {
    let wasRunning = isRunning
    let command = respond(to: message)
    closeCardOfWhatIsGone()
    if wasRunning, message.isByHand, session.hasJustJumped { pause() }
    noteMilestones(hasPaused: wasRunning && !isRunning)
    let work = command == nil ? lab.nextWork(session).map { works.order($0, ofLab: shownLab) } : nil
    let all = outbox + [command, work, nextTrial()].compactMap { $0 }
    outbox = []
    return all.count > 1 ? .several(all) : all.first
  }

  private mutating func respond(to message: Message) -> Command? {
    rival == nil || isTraining(message) ? take(message) : updatePair(message)
  }

  mutating func take(_ message: Message) -> Command? {
    switch message {
    case .key(let key):
      return press(key)
    case .mouse(let event):
      return point(event)
    case .resized(let size, let capabilities):
      self.size = size
      self.capabilities = capabilities
    case .tick(let steps):
      return pass(steps)
    case .measured(let stepsPerSecond):
      self.stepsPerSecond = stepsPerSecond
    case .opened(let preset):
      open(preset)
      return .stopAllWork
    case .worked(let order):
      return receive(order)
    case .told(let sentence):
      notice = sentence
    case .listed(let classroom):
      take(classroom)
    case .begun(let homework, let note):
      begin(homework, note: note)
      return .stopAllWork
    case .recording(let runs):
      isRecording = runs
    }
    return nil
  }

  private mutating func press(_ key: Key) -> Command? {
    if showsKeys { keysShown = Array((keysShown + [key.label]).suffix(8)) }
    if key != .control("c") {
      if let palette { return press(key, in: palette) }
      if shownLink != nil { return pressInLink(key) }
      if learning?.box != nil {
        pressInQuestion(key)
        return nil
      }
      if case .taken(let reply) = lab.type(key, session: &session) { return carry(reply) }
      if showsHelp, scrollHelp(key) { return nil }
      if pressInCard(key) { return nil }
    }
    if showsHelp, key == .character("/") { return carryOut(.commands) }
    guard let intent = KeyMap.intent(for: key, isDrawing: lab.isDrawing) else { return nil }
    if showsHelp, key != .control("c") { return pressInHelp(intent) }
    if explaining != nil, key != .control("c") { return carryOutInCard(intent) }
    defer { pointedTopic = nil }
    return carryOut(intent)
  }

  /// Does what is wanted, whichever key, click or command said so.
  mutating func carryOut(_ intent: Intent) -> Command? {
    // Holding the key down trains epoch after epoch, each to its end.
    if intent == .stepEpoch && isFinishingEpoch { return nil }
    let isTraining = isRunning || isFinishingEpoch
    targetEpoch = nil
    notice = ""
    if intent != .endPair { asksToEndPair = false }
    if intent != .nextExercise { asksToSkip = false }
    if !isTraining, lab.claims(intent) { return carry(lab.handle(intent, session: &session)) }
    switch intent {
    case .quit: return .quit
    case .lab(let index):
      show(index == shownLab ? 0 : index)
      if classroom == nil, lab is ExercisesLab { return .listExercises }
    case .explain: explain()
    case .back where explaining != nil || showsHelp:
      explaining = nil
      showsHelp = false
    case .back where showsTask && taskPlace.isOverlay && !lab.isDrawing: learning?.page = nil
    case .help:
      showsHelp = true
      explaining = nil
      helpStart = 0
    case .commands:
      showsHelp = false
      explaining = nil
      palette = CommandPalette(session, library: library, classroom: classroom)
      if classroom == nil { return .listExercises }
    case .playPause: playOrPause()
    case .faster, .slower: changeSpeed(intent)
    case .stepBatch: stepBatch()
    case .stepEpoch: stepEpoch()
    case .reset: start(.reset)
    case .newWeights: start(.newWeights)
    case .newData: start(.newData)
    case .earlier where shownLab == 0, .later where shownLab == 0,
      .earliest where shownLab == 0, .latest where shownLab == 0:
      travel(intent)
    case .undo where canChangeSession(session.undoTitle) && goBackToEarlierSession(),
      .redo where canChangeSession(session.redoTitle) && goOnToLaterSession():
      return .stopAllWork
    case .view where shownLab != 0:
      showPlayground()
      return carry(lab.handle(intent, session: &session))
    case .swapPair: carryOut(.swap)
    case .endPair: carryOut(.end)
    case .toggleMouse: return toggleMouse()
    case .nextTheme: return nextTheme()
    case .showKeys:
      showsKeys.toggle()
      keysShown = []
      notice = showsKeys ? "Each key is shown as it is pressed." : "Keys are no longer shown."
    case .showCaption: toggleCaption()
    case .showLink: showLink()
    case .task, .question, .hint, .nextExercise, .startOver, .leaveExercise:
      return carryOutLearning(intent)
    case .record where isRecording: return .record(nil)
    default: return carry(lab.handle(intent, session: &session))
    }
    return nil
  }
}
