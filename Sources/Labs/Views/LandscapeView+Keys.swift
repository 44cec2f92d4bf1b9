import Drawing
import Engine
import Lessons
import Studio

/// Keys, the mouse and the work in the background of the landscape.
extension LandscapeView {
  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    switch intent {
    case .nextOption, .previousOption:
      if page == .sharpness { page = .map }
      settings.directions = LandscapeChoice.directions(
        after: settings.directions, by: intent == .nextOption ? 1 : -1)
      return start(scene, "Directions: \(settings.directionsName).")
    case .showPoints: return nextLoss(scene)
    case .zoomIn: return zoom(by: 1, scene)
    case .zoomOut: return zoom(by: -1, scene)
    case .switchAxis:
      isLogarithmic.toggle()
      return ViewReply(
        notice: isLogarithmic
          ? "Equal steps are equal factors of the loss." : "Equal steps are equal losses.")
    case .nextStyle: return nextPage(scene)
    case .activate: return computeAnew(scene)
    case .selectUp: moveCursor(0, 1)
    case .selectDown: moveCursor(0, -1)
    case .decrease: moveCursor(-1, 0)
    case .increase: moveCursor(1, 0)
    case .back where cursor != nil: cursor = nil
    default: return nil
    }
    return ViewReply()
  }

  private mutating func moveCursor(_ across: Int, _ up: Int) {
    hovered = nil
    let here = cursor ?? Cursor(across: -across, up: -up)
    let limit = Cursor.limit
    cursor = Cursor(
      across: min(max(here.across + across, -limit), limit),
      up: min(max(here.up + up, -limit), limit))
  }

  private mutating func nextLoss(_ scene: Scene) -> ViewReply {
    let all = LandscapeChoice.losses(scene.session)
    let fitted = LandscapeChoice.fitted(settings, to: scene.session)
    let here = all.firstIndex {
      $0.share == fitted.share && $0.countsPenalty == fitted.countsPenalty
    }
    let next = all[((here ?? -1) + 1) % all.count]
    (settings.share, settings.countsPenalty) = next
    return start(scene, "Heights: the \(settings.lossName).")
  }

  private mutating func zoom(by step: Int, _ scene: Scene) -> ViewReply {
    let zoom = settings.zoom + step
    guard Landscape.Settings.zoomRange.contains(zoom) else {
      return ViewReply(notice: "The plane gets no \(step > 0 ? "smaller" : "larger") than this.")
    }
    settings.zoom = zoom
    return start(scene, step > 0 ? "Half as wide." : "Twice as wide.")
  }

  private mutating func nextPage(_ scene: Scene) -> ViewReply {
    page = page.stepped(by: 1)
    guard page == .sharpness else { return ViewReply() }
    return progress == nil ? startSharpness(scene) : ViewReply()
  }

  private mutating func computeAnew(_ scene: Scene) -> ViewReply {
    if page == .sharpness { return startSharpness(scene) }
    if progress == nil, let landscape = shown(scene), landscape.isCurrent(in: scene.session),
      landscape.settings == LandscapeChoice.fitted(settings, to: scene.session)
    {
      return ViewReply(notice: "Nothing has changed since it was computed.")
    }
    return start(scene, nil)
  }

  /// Computes the landscape of the present weights.
  private mutating func start(_ scene: Scene, _ notice: String?) -> ViewReply {
    isBlocked = scene.session.trainer.divergence != nil
    guard !isBlocked else {
      return ViewReply(notice: "Training has diverged: there is nothing to look around in.")
    }
    settings = LandscapeChoice.fitted(settings, to: scene.session)
    progress = 0
    var reply = ViewReply(notice: notice)
    reply.work = Landscape(scene.session, settings, after: landscape)
    return reply
  }

  /// Computes the curvature over the epochs so far.
  private mutating func startSharpness(_ scene: Scene) -> ViewReply {
    guard scene.session.trainer.divergence == nil else { return ViewReply() }
    progress = 0
    var reply = ViewReply()
    reply.work = SharpnessHistory(scene.session, after: sharpness)
    return reply
  }

  mutating func appear(_ scene: Scene) -> ViewReply? {
    if page == .sharpness {
      return sharpness?.isCurrent(in: scene.session) == true ? nil : startSharpness(scene)
    }
    if let landscape, landscape.isFinished, landscape.isCurrent(in: scene.session) { return nil }
    return start(scene, nil)
  }

  mutating func receive(_ work: any Work, _ scene: Scene) -> ViewReply? {
    if let news = work as? SharpnessHistory {
      progress = news.isFinished ? nil : news.progress
      if news.fits(scene.session) { sharpness = news }
      return nil
    }
    guard let news = work as? Landscape else { return nil }
    progress = news.isFinished ? nil : news.progress
    // The old picture stays until the new one has something to show.
    if news.fits(scene.session), news.lacksDirections || (news.surface?.stride ?? 0) > 0 {
      landscape = news
    }
    return news.isFinished && page == .sharpness ? startSharpness(scene) : nil
  }

  /// While there is nothing to be seen, it looks twice a second whether there could be.
  var beat: Double? { landscape == nil && progress == nil && !isBlocked ? 2 : nil }

  mutating func beat(_ count: Int, _ scene: Scene) -> ViewReply? { appear(scene) }

  mutating func point(
    _ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene
  ) -> ViewReply? {
    guard let plane = (target as? Spot)?.plane, plane.extent > 0 else { return nil }
    let place = plane.place(event.position)
    let share = PlanePoint(x1: Float(place.a / plane.extent), x2: Float(place.b / plane.extent))
    switch event.kind {
    case .hover: hovered = share
    case .press, .drag:
      hovered = nil
      let limit = Float(Cursor.limit)
      cursor = Cursor(
        across: Int((share.x1 * limit).rounded()), up: Int((share.x2 * limit).rounded()))
    case .wheelUp: return zoom(by: 1, scene)
    case .wheelDown: return zoom(by: -1, scene)
    case .release: break
    }
    return ViewReply()
  }

  mutating func leave() { hovered = nil }

  mutating func workEnded() { progress = nil }

  mutating func settle(_ session: Session) {
    isBlocked = session.trainer.divergence != nil
    let title = session.log.start.title
    if let origin, origin != title {
      (landscape, sharpness, cursor) = (nil, nil, nil)
    }
    origin = title
    if let landscape, !landscape.fits(session) {
      self.landscape = nil
      cursor = nil
    }
    if let sharpness, !sharpness.fits(session) { self.sharpness = nil }
    settings = LandscapeChoice.fitted(settings, to: session)
  }
}
