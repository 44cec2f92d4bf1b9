import Drawing
import Lessons
import Studio

/// The same setting with many seeds: how often it goes well, how long that takes, and where the
/// present seed stands.
struct LuckView: RunView {
  static let name = "Luck"
  static let summary = "the same setting with many seeds: how much was luck"
  static let key: Character = "U"

  /// What is shown.
  enum Page: CaseIterable, Sendable {
    case overview
    case seeds
    case curves
  }

  private(set) var page = Page.overview
  private(set) var field = LuckField.count
  /// What was set; nil for what makes sense for the session.
  private(set) var chosenSettings: LuckSettings?
  /// The trial that was made last, or is being made.
  private(set) var work: LuckWork?
  /// What its complete runs say.
  private(set) var summary: LuckSummary?
  private(set) var isRunning = false
  /// The place in the ranking that is chosen.
  private(set) var place = 0

  init() {}

  /// What a trial would be made with now.
  func settings(_ session: Session) -> LuckSettings {
    guard let chosen = chosenSettings,
      LuckSettings.metrics(for: session).contains(chosen.goal.metric)
    else { return LuckSettings(for: session) }
    return chosen
  }

  /// Whether the trial was one of other settings than the session has now.
  func isStale(_ session: Session) -> Bool {
    guard let work else { return false }
    if let chosenSettings, chosenSettings != work.settings { return true }
    return !work.preset.isSame(as: session.preset, but: work.settings.variesData)
  }

  func title(_ scene: Scene) -> String {
    switch page {
    case .overview: Self.name
    case .seeds: "Luck · seeds"
    case .curves: "Luck · curves"
    }
  }

  func note(_ scene: Scene) -> String {
    guard let work else { return "enter starts" }
    if isRunning { return "\(work.runs.count) of \(work.settings.count + 1) · enter stops it" }
    if isStale(scene.session) { return "of other settings · enter tries these" }
    return "\(work.runs.count) runs"
  }

  func describe(_ scene: Scene) -> String {
    switch page {
    case .overview:
      let settings = settings(scene.session)
      return "\(field.title) \(field.value(settings)): \(field.help(settings))"
    case .seeds:
      guard let run = chosenRun, let work else {
        return "Luck: enter tries the same setting with many seeds; n shows what came of it."
      }
      return "\(LuckRows.seedName(run, work)): enter opens it at epoch 0, u goes back; ↑↓ others."
    case .curves:
      return "Luck: half of all seeds lie between the dashed lines; n shows the next page."
    }
  }

  /// The run that is chosen in the ranking.
  var chosenRun: LuckRun? {
    guard let ranking = summary?.ranking, ranking.indices.contains(place) else { return nil }
    return ranking[place]
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    switch intent {
    case .nextOption: turnPage(by: 1)
    case .previousOption: turnPage(by: -1)
    case .zoomIn: return open(summary?.ranking.first)
    case .zoomOut: return open(summary?.ranking.last)
    case .activate where page == .seeds && chosenRun != nil: return open(chosenRun)
    case .activate: return startOrCancel(scene)
    case .selectUp, .selectDown: move(by: intent == .selectUp ? -1 : 1)
    case .decrease, .increase:
      guard page == .overview else {
        return ViewReply(notice: "↑↓ choose, n goes back to settings.")
      }
      return change(by: intent == .increase ? 1 : -1, scene.session)
    case .back where isRunning: return startOrCancel(scene)
    case .back where page != .overview: page = .overview
    default: return nil
    }
    return ViewReply()
  }

  mutating func receive(_ news: any Work, _ scene: Scene) -> ViewReply? {
    guard let news = news as? LuckWork else { return nil }
    work = news
    if news.runs.count != (summary?.ranking.count ?? 0) {
      summary = LuckSummary(news.runs, news.settings)
    }
    place = min(place, max(0, news.runs.count - 1))
    guard isRunning, news.isFinished else { return nil }
    isRunning = false
    return ViewReply(notice: LuckText(summary).conclusion)
  }

  mutating func workEnded() { isRunning = false }

  private mutating func turnPage(by offset: Int) {
    let all = Page.allCases
    page = all[((all.firstIndex(of: page) ?? 0) + offset + all.count) % all.count]
  }

  private mutating func move(by offset: Int) {
    if page == .seeds {
      // From the best on up is the worst.
      let count = summary?.ranking.count ?? 0
      place = count == 0 ? 0 : (place + offset + count) % count
    } else {
      let all = LuckField.allCases
      field = all[(field.rawValue + offset + all.count) % all.count]
    }
  }

  private mutating func change(by direction: Int, _ session: Session) -> ViewReply {
    guard let next = field.changed(by: direction, settings(session), session) else {
      return ViewReply(notice: "That is the last choice on this side.")
    }
    chosenSettings = next
    return ViewReply(
      notice: isRunning ? "Acts when it is started anew; enter stops this one." : nil)
  }

  private mutating func startOrCancel(_ scene: Scene) -> ViewReply {
    if isRunning {
      isRunning = false
      let count = work?.runs.count ?? 0
      return ViewReply(
        notice: "Stopped after \(count) \(count == 1 ? "run" : "runs").", cancelsWork: true)
    }
    let trial = LuckWork(scene.session, settings(scene.session))
    (work, summary, place, isRunning) = (trial, nil, 0, true)
    if page == .seeds { page = .overview }
    return ViewReply(
      notice: "Your own seed first, then \(trial.settings.count) others, in the background.",
      work: trial)
  }

  private func open(_ run: LuckRun?) -> ViewReply {
    guard let work, let run else {
      return ViewReply(notice: "There is no run to open yet; enter starts.")
    }
    return ViewReply(opens: work.preset(of: run))
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    LuckPicture(view: self, scene: scene).draw(in: inner, on: &canvas)
  }
}

extension Preset {
  /// Whether both are the same but for their texts and the seeds that a trial moves on.
  fileprivate func isSame(as other: Preset, but variesData: Bool) -> Bool {
    var copy = other
    (copy.title, copy.summary) = (title, summary)
    copy.network.seed = network.seed
    copy.training.seed = training.seed
    if variesData { copy.data.seed = data.seed }
    return copy == self
  }
}
