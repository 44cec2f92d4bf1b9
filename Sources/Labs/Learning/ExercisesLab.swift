import Drawing
import Lessons
import Studio

/// The exercises by chapters, with the progress made; enter opens one.
struct ExercisesLab: Lab {
  static let name = "Exercises"
  static let summary = "the exercises, with your progress"
  static let key: Character? = "J"

  /// The exercises and the progress; nil before they are known.
  private(set) var classroom: Classroom?
  /// The chosen exercise, by its name.
  private(set) var chosen: String?
  /// What was typed to find one; nil while nothing is looked for.
  private(set) var query: String?
  /// Whether keys are letters of what is looked for.
  private(set) var isTyping = false

  init() {}

  mutating func attend(_ classroom: Classroom?) {
    let before = self.classroom
    self.classroom = classroom
    guard let classroom else { return }
    // The one that is worked on, as soon as it is another one.
    let isOther = before == nil || before?.last != classroom.last
    guard isOther || classroom.entry(chosen ?? "") == nil else { return }
    chosen =
      isOther && before != nil
      ? classroom.last
      : (classroom.suggestion ?? classroom.entries.indices.first).map { classroom.entries[$0].name }
  }

  /// The exercises that fit what was typed, in the order of the course.
  var shown: [ExerciseEntry] {
    let all = classroom?.entries ?? []
    guard let query, !query.isEmpty else { return all }
    return all.filter {
      FuzzyMatch.score(of: query, in: "\($0.label) \($0.name) \($0.title) \($0.concept)") != nil
    }
  }

  /// The place of the chosen exercise among those shown.
  var place: Int { shown.firstIndex { $0.name == chosen } ?? 0 }

  /// The chosen exercise; nil if none is shown.
  var entry: ExerciseEntry? { shown.indices.contains(place) ? shown[place] : nil }

  // MARK: Input

  func claims(_ intent: Intent) -> Bool {
    switch intent {
    case .playPause, .stepBatch, .stepEpoch, .reset, .newWeights, .newData, .undo, .redo, .faster,
      .slower, .earlier, .later, .earliest, .latest, .recover:
      true
    default: false
    }
  }

  mutating func handle(_ intent: Intent, session: inout Session) -> Reply {
    switch intent {
    case .selectUp, .previousPanel, .decrease: move(by: -1)
    case .selectDown, .nextPanel, .increase: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .earliest: move(by: -shown.count)
    case .latest: move(by: shown.count)
    case .activate: return open()
    case .back where query != nil: query = nil
    case .back:
      var reply = Reply()
      reply.leaves = true
      return reply
    default: return Reply("This is the list of exercises: enter opens one, J goes back.")
    }
    return Reply()
  }

  mutating func type(_ key: Key, session: inout Session) -> Typing {
    guard isTyping else {
      guard key == .character("/") else { return .ignored }
      isTyping = true
      query = ""
      return .taken(Reply())
    }
    switch key {
    case .escape:
      isTyping = false
      query = nil
    case .enter:
      isTyping = false
      if shown.isEmpty { query = nil }
    case .up, .control("k"): move(by: -1)
    case .down, .control("j"), .tab: move(by: 1)
    case .backspace: find(String((query ?? "").dropLast()))
    case .control("u"): find("")
    case .character(let character) where (query ?? "").count < 40:
      find((query ?? "") + String(character))
    default: break
    }
    return .taken(Reply())
  }

  mutating func point(
    _ event: MouseEvent, at target: (any Hashable & Sendable)?, session: inout Session
  ) -> Reply {
    switch (event.kind, target as? Target) {
    case (.wheelUp, _): move(by: -1)
    case (.wheelDown, _): move(by: 1)
    case (.press, .exercise(let name)):
      if name == chosen || event.isDouble {
        chosen = name
        return open()
      }
      chosen = name
    default: break
    }
    return Reply()
  }

  private mutating func find(_ text: String) {
    query = text
    // The chosen one stays as long as it fits.
    if !shown.contains(where: { $0.name == chosen }) { chosen = shown.first?.name }
  }

  private mutating func move(by offset: Int) {
    guard !shown.isEmpty else { return }
    chosen = shown[min(max(0, place + offset), shown.count - 1)].name
  }

  private func open() -> Reply {
    guard let entry else { return Reply(nothing) }
    if entry.problem != nil {
      return Reply("\(entry.name) can't be opened: what is wrong stands below.")
    }
    return Reply(command: .learn(entry.name, anew: false))
  }

  /// Why there is nothing to open.
  var nothing: String {
    guard let classroom else { return "The exercises are being read." }
    if !classroom.entries.isEmpty { return "Nothing fits “\(query ?? "")”; esc shows all." }
    return classroom.remark.isEmpty ? "There are no exercises." : classroom.remark
  }

  // MARK: Words

  func describe(_ session: Session) -> String {
    if isTyping {
      return NoticeLine.typed(query ?? "", after: "Find an exercise: ", width: NoticeLine.width)
    }
    guard let entry else { return nothing }
    if let problem = entry.problem { return problem }
    let verb =
      switch entry.state {
      case .open: "begins"
      case .begun: "goes on with"
      case .passed: "opens"
      }
    return NoticeLine.fitting([
      "enter \(verb) \(entry.fullTitle); / finds by typing, J goes back.",
      "enter \(verb) \(entry.fullTitle).", "enter \(verb) it.",
    ])
  }

  func titleBar(_ session: Session) -> LabTitle? {
    LabTitle(
      name: "Exercises", mark: "✓", state: classroom?.progress ?? "…",
      counts: classroom?.student ?? "")
  }

  var hints: [Binding]? {
    func key(_ intent: Intent, _ hint: String, _ help: String, label: String? = nil) -> Binding? {
      KeyMap.binding(of: intent).map {
        Binding($0.keys, intent, label ?? $0.label, hint: hint, help)
      }
    }
    let own = LabCatalogue.all.firstIndex { $0 == Self.self } ?? 0
    return [
      key(.activate, "opens it", "open the chosen exercise"),
      key(.selectDown, "choose", "choose an exercise", label: "↑↓"),
      key(.pageDown, "page", "ten exercises on"), key(.pageUp, "", "ten exercises back"),
      Binding([.character("/")], .activate, "/", hint: "find", "find an exercise by typing"),
      key(.lab(own), "back", "back to the playground"),
      key(.commands, "commands", "find anything by typing"),
      key(.help, "keys", "show or hide these keys"), key(.quit, "quit", "leave Percept"),
    ].compactMap { $0 }
  }
}
