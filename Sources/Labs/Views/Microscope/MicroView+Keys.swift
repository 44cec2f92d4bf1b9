import Drawing
import Engine
import Lessons
import Studio

/// How the microscope answers to keys, the mouse and time.
extension MicroView {
  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    if check != nil {
      switch intent {
      case .checkGradient, .back:
        check = nil
        return ViewReply()
      case .playPause, .stepBatch, .decrease, .increase, .nextOption, .previousOption, .activate:
        check = nil
      default: break
      }
    }
    walk = walk.fitted(to: shape(scene.session))
    switch intent {
    case .stepBatch: return goOn(grain, scene)
    case .increase: return goOn(.layer, scene)
    case .decrease: return goBack(scene)
    case .playPause: return play(scene)
    case .faster, .slower: return changePace(intent == .faster ? 1 : -1)
    case .zoomIn, .zoomOut: return changeGrain(intent == .zoomIn ? -1 : 1)
    case .selectUp, .selectDown:
      walk.move(by: intent == .selectUp ? -1 : 1, shape(scene.session))
      return looking(scene)
    case .switchAxis:
      let rows = walk.rows(shape(scene.session))
      walk.row = rows > 0 ? (walk.row + 1) % rows : 0
      return looking(scene)
    case .nextOption: return nextSample(scene)
    case .previousOption: return previousSample(scene)
    case .activate: return finishBatch(scene)
    case .checkGradient: return checkGradient(scene)
    case .back:
      guard isPlaying else { return nil }
      isPlaying = false
      return ViewReply()
    default: return nil
    }
  }

  mutating func beat(_ count: Int, _ scene: Scene) -> ViewReply? {
    guard isPlaying else { return nil }
    walk = walk.fitted(to: shape(scene.session))
    var reply: ViewReply?
    for _ in 0..<min(max(0, count), 16) {
      reply = goOn(grain, scene)
      // The next batch is there only once its step is taken.
      if (reply?.steps ?? 0) > 0 || !isPlaying { break }
    }
    return reply
  }

  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  {
    guard let spot = target as? MicroSpot else { return nil }
    let shape = shape(scene.session)
    walk = walk.fitted(to: shape)
    switch (event.kind, spot) {
    case (.wheelUp, _), (.wheelDown, _): walk.move(by: event.kind == .wheelUp ? -1 : 1, shape)
    case (.press, .unit(let level, let unit)): walk.choose(level: level, unit: unit, shape)
    case (.press, .row(let row)): walk.row = row
    case (.press, .sample(let sample)): walk.sample = sample
    case (.press, .phase(let phase)): walk.go(to: phase, shape)
    default: return ViewReply()
    }
    walk = walk.fitted(to: shape)
    return looking(scene)
  }

  mutating func settle(_ session: Session) {
    // On its way elsewhere the session is nowhere yet.
    guard !session.isSeeking else { return }
    if session.trainer.stepCount < lastStep { walk = MicroWalk() }
    lastStep = session.trainer.stepCount
    walk = walk.fitted(to: shape(session))
    if session.trainer.hasStopped { isPlaying = false }
    if let check, check.findings.levels.count != session.trainer.network.levels.count {
      self.check = nil
    }
  }

  /// The next piece; past the end of the batch the session takes the step, or one goes on to the
  /// batch after where one was looking back.
  private mutating func goOn(_ grain: MicroWalk.Grain, _ scene: Scene) -> ViewReply {
    let shape = shape(scene.session)
    guard scene.session.trainer.divergence == nil else {
      return stop("Training has diverged; r goes back to epoch 0.")
    }
    if walk.advance(grain, shape) { return looking(scene) }
    return takeStep(scene, at: grain == .batch ? .update : .input)
  }

  private mutating func finishBatch(_ scene: Scene) -> ViewReply {
    takeStep(scene, at: walk.phase == .update ? .update : .input)
  }

  /// Lets the session take the step that was looked at.
  private mutating func takeStep(_ scene: Scene, at phase: MicroWalk.Phase) -> ViewReply {
    let session = scene.session
    var next = MicroWalk()
    if phase == .update {
      next = walk
    }
    guard !session.trainer.hasStopped else {
      return stop(
        session.trainer.divergence != nil
          ? "Training has diverged; r goes back to epoch 0."
          : "Training stopped early: no step is taken any more; r goes back to epoch 0.")
    }
    walk = next
    var reply = ViewReply(steps: 1)
    reply.notice =
      "Step \(session.trainer.stepCount + 1) is taken, with the numbers that you saw."
    return reply
  }

  private mutating func nextSample(_ scene: Scene) -> ViewReply {
    let shape = shape(scene.session)
    if walk.phase.isOfBatch { return takeStep(scene, at: .input) }
    if walk.sample + 1 < shape.samples {
      walk.sample += 1
    } else {
      walk.go(to: .mean, shape)
    }
    return looking(scene)
  }

  private mutating func previousSample(_ scene: Scene) -> ViewReply {
    let shape = shape(scene.session)
    if walk.phase.isOfBatch {
      walk.go(to: .input, shape)
      walk.sample = shape.samples - 1
    } else if walk.sample > 0 {
      walk.sample -= 1
    } else {
      return earlierBatch(scene, from: walk.phase)
    }
    return looking(scene)
  }

  private mutating func goBack(_ scene: Scene) -> ViewReply {
    if walk.retreatPhase(shape(scene.session)) { return looking(scene) }
    return earlierBatch(scene, from: .update)
  }

  /// Goes back in time by a step, to the end of the batch before.
  private mutating func earlierBatch(_ scene: Scene, from phase: MicroWalk.Phase) -> ViewReply {
    let before = (scene.session.soughtStep ?? scene.session.trainer.stepCount) - 1
    guard before >= scene.session.firstStepOfBranch else {
      return ViewReply(notice: "This is the first batch: nothing before it is known.")
    }
    walk.go(to: phase, shape(scene.session))
    // Fitted to the batch once it is there.
    walk.sample = .max
    lastStep = before
    return ViewReply(actions: [.goToStep(before, branch: nil)])
  }

  private mutating func play(_ scene: Scene) -> ViewReply {
    guard !scene.session.trainer.hasStopped || isPlaying else {
      return stop("Training has stopped: no step is left to walk through; r starts anew.")
    }
    isPlaying.toggle()
    return ViewReply()
  }

  private mutating func stop(_ notice: String) -> ViewReply {
    isPlaying = false
    return ViewReply(notice: notice)
  }

  private mutating func changePace(_ offset: Int) -> ViewReply {
    pace = min(max(0, pace + offset), Self.paces.count - 1)
    return ViewReply(
      notice:
        "The microscope takes \(format(Self.paces[pace], significantDigits: 2)) pieces a second.")
  }

  private mutating func changeGrain(_ offset: Int) -> ViewReply {
    let all = MicroWalk.Grain.allCases
    let place = (all.firstIndex(of: grain) ?? 0) + offset
    grain = all[min(max(0, place), all.count - 1)]
    return ViewReply(notice: "s and space go on \(grain.title).")
  }

  private mutating func checkGradient(_ scene: Scene) -> ViewReply {
    guard scene.session.trainer.divergence == nil else {
      return ViewReply(notice: GradientNotice(session: scene.session).text)
    }
    isPlaying = false
    check = MicroCheckPage(scene.session, chosen: script(scene.session)?.parameter?.index)
    return ViewReply()
  }

  /// The unit or parameter that is looked at becomes the chosen one, so that it is lit in the
  /// network beside.
  private func looking(_ scene: Scene) -> ViewReply {
    guard walk.phase.level != nil || walk.phase.isOfBatch else { return ViewReply() }
    var reply = ViewReply()
    let isParameter = walk.phase.isOfBatch
    let index = isParameter ? script(scene.session)?.parameter?.index : nil
    reply.part =
      index.flatMap { TableNames(session: scene.session).part($0) }
      ?? .unit(level: walk.level, unit: walk.unit)
    return reply
  }
}
