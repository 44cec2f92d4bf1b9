import Datasets
import Drawing
import Studio

/// Which views are shown, and how.
extension PlaygroundLab {
  /// Offers an intent to the view that has the focus.
  mutating func handleInView(_ intent: Intent, _ session: inout Session) -> Reply? {
    let goesThrough: [Intent] = [
      .nextOption, .previousOption, .zoomIn, .zoomOut, .switchAxis, .pageUp, .pageDown,
    ]
    guard focus == .view || goesThrough.contains(intent) else { return nil }
    let scene = scene(session, isFocused: focus == .view)
    guard let reply = views[shownView].handle(intent, scene) else {
      return goesThrough.contains(intent)
        ? Reply("\(Swift.type(of: views[shownView]).name) has nothing to go through with this key.")
        : nil
    }
    return carryOut(reply, from: shownView, &session)
  }

  /// Does what a view asked for.
  ///
  /// - Parameter view: its place in the catalogue.
  mutating func carryOut(
    _ reply: ViewReply, from view: Int, _ session: inout Session
  ) -> Reply {
    var notice = reply.notice
    for action in reply.actions {
      let message = session.apply(action).message
      if !message.isEmpty { notice = message }
    }
    if let part = reply.part, part.exists(in: session) {
      self.part = part
      if reply.typesValue {
        focus = .part(part)
        entry = TextEntry(purpose: .value)
      }
    }
    if let index = reply.typesParameter { entry = TextEntry(purpose: .parameter(index)) }
    if let purpose = reply.types { entry = TextEntry(purpose: purpose) }
    if reply.steps > 0 {
      if let reason = session.trainingRefusal { notice = reason }
      session.advance(steps: reply.steps)
    }
    if let language = reply.savesCode { entry = TextEntry(purpose: .saveCode(language)) }
    _ = finish("", session)
    var answer = Reply(notice)
    let evidence = reply.evidence.flatMap { evidence in
      ViewCatalogue.place(of: evidence.view).map { (place: $0, evidence) }
    }
    if let evidence { views[evidence.place].turn(to: evidence.1) }
    if let other = evidence?.place ?? reply.shows {
      answer = show(other, &session)
      answer.notice = notice ?? answer.notice
    }
    if reply.work != nil || reply.cancelsWork {
      answer.work = WorkWish(view: view, work: reply.work)
    }
    answer.opens = reply.opens
    answer.pairing = reply.pairing ?? answer.pairing
    return answer
  }

  func claims(_ intent: Intent) -> Bool {
    focus == .view && views[shownView].claims.contains(intent)
  }

  var beat: Double? { focus == .view ? views[shownView].beat : nil }

  mutating func beat(_ count: Int, session: inout Session) -> Reply {
    let scene = scene(session, isFocused: true)
    guard let reply = views[shownView].beat(count, scene) else { return Reply() }
    return carryOut(reply, from: shownView, &session)
  }

  mutating func receive(_ work: any Work, view: Int, session: inout Session) -> Reply {
    if let truth = work as? TruthWork { return receive(truth, session) }
    guard views.indices.contains(view) else { return Reply() }
    let scene = scene(session, isFocused: focus == .view && view == shownView)
    guard let reply = views[view].receive(work, scene) else { return Reply() }
    return carryOut(reply, from: view, &session)
  }

  mutating func workEnded() {
    for index in views.indices { views[index].workEnded() }
    if truth?.isFinished == false { truth = nil }
  }

  /// Shows a view and gives it the focus.
  mutating func show(_ index: Int, _ session: inout Session) -> Reply {
    guard views.indices.contains(index) else { return Reply() }
    shownView = index
    if beside == .view(index) { beside = .fitting }
    focus = .view
    part = nil
    return appear(index, &session)
  }

  private mutating func appear(_ index: Int, _ session: inout Session) -> Reply {
    let scene = scene(session, isFocused: index == shownView)
    guard let reply = views[index].appear(scene) else { return Reply() }
    return carryOut(reply, from: index, &session)
  }

  /// Intents that change what is shown, and nothing of the session.
  mutating func changeLook(_ intent: Intent, _ session: Session) -> Reply {
    switch intent {
    case .spotlight:
      isSpotlit.toggle()
      return Reply(
        isSpotlit ? "The whole screen for one view; S or esc goes back." : "All panels are back.")
    case .demo:
      isDemo.toggle()
      return Reply(
        isDemo ? "Big marks and few numbers; B or esc goes back." : "All panels are back.")
    case .showPoints:
      let hasValidation = !session.dataset.validation.isEmpty
      look.points = look.points.next(hasValidation: hasValidation)
      return Reply("The map shows \(look.points.title(hasValidation: hasValidation)).")
    case .nextStyle:
      look.style = look.style.next
      return Reply(look.style.notice)
    case .nextRange:
      look.range = look.range.next
      return Reply(look.range.notice)
    case .showMistakes: return Reply(showMistakes(session))
    case .showMetrics:
      progress = progress.next
      return Reply(progress.notice)
    default: break
    }
    return Reply()
  }

  private mutating func showMistakes(_ session: Session) -> String {
    guard session.mistakes(in: .training) != nil else {
      return "Mistakes are marked where classes are told apart; here numbers are predicted."
    }
    look.marksMistakes.toggle()
    return look.marksMistakes
      ? "Points taken for another class are marked." : "Mistakes are no longer marked."
  }

  /// What fits, the network, then every view but the shown one.
  mutating func nextBeside(_ session: inout Session) -> Reply {
    let choices: [Beside] =
      [.fitting, .network] + views.indices.filter { $0 != shownView }.map { .view($0) }
    let place = choices.firstIndex(of: beside) ?? 0
    beside = choices[(place + 1) % choices.count]
    switch beside {
    case .fitting: return Reply("Beside it: the network, where it leaves the view its room.")
    case .network: return Reply("Beside it: the network.")
    case .view(let index):
      var reply = appear(index, &session)
      reply.notice = "Beside it: \(Swift.type(of: views[index]).name), where there is room."
      return reply
    }
  }
}
