import Drawing
import Lessons
import Studio

/// What keys do on this screen.
extension DescentLab {
  /// What is about training elsewhere is about the race here, and its changes are undone apart.
  func claims(_ intent: Intent) -> Bool {
    switch intent {
    case .playPause, .stepBatch, .stepEpoch, .reset, .newWeights, .newData, .faster, .slower, .undo,
      .redo:
      true
    default: false
    }
  }

  mutating func handle(_ intent: Intent, session: inout Session) -> Reply {
    if let cursor, let reply = moveCursor(cursor, intent) { return reply }
    switch intent {
    case .playPause: return playOrPause()
    case .stepBatch: return step()
    case .stepEpoch: return leap()
    case .reset: return goBackToStart()
    case .faster, .slower:
      if intent == .faster { speed.increase() } else { speed.decrease() }
      return Reply("Speed: \(speed.title).")
    case .nextPanel, .previousPanel: movePanel(by: intent == .nextPanel ? 1 : -1)
    case .selectUp, .selectDown: select(by: intent == .selectDown ? 1 : -1)
    case .decrease, .nudgeDown: return change(by: -1)
    case .increase, .nudgeUp: return change(by: 1)
    case .activate: return activate()
    case .nextOption, .previousOption: return changeSurface(by: intent == .nextOption ? 1 : -1)
    case .draw:
      cursor = race.spec.start
      isPlaying = false
    case .addLayer, .addUnit: return addRacer()
    case .removeLayer, .removeUnit: return removeRacer()
    case .newWeights, .newData: return newNoise()
    case .undo, .redo: return goThroughChanges(intent)
    case .spotlight: isSpotlit.toggle()
    case .switchAxis:
      hasLogarithmicSteps.toggle()
      return Reply(
        hasLogarithmicSteps ? "Steps by powers of ten: how it began." : "Steps evenly.")
    case .record:
      isPlaying = false
      entry = TextEntry(purpose: .record)
    case .back: return goBack()
    default: return Reply("That key means nothing on this screen; ? lists those that do.")
    }
    return Reply()
  }

  private mutating func playOrPause() -> Reply {
    if !isPlaying, race.isOver {
      race = Race(race.spec)
      isPlaying = true
      return Reply("Once more from the start.")
    }
    isPlaying.toggle()
    return Reply()
  }

  /// One step, which is told in words.
  private mutating func step() -> Reply {
    isPlaying = false
    race.advance(steps: 1)
    panel = .words
    return Reply()
  }

  private mutating func leap() -> Reply {
    isPlaying = false
    race.advance(steps: 100)
    return Reply("100 steps at once: \(race.stepCount) in all.")
  }

  private mutating func goBackToStart() -> Reply {
    let wasPlaying = isPlaying
    isPlaying = false
    race = Race(race.spec)
    return Reply("All are back at the start." + (wasPlaying ? " Paused." : ""))
  }

  private mutating func movePanel(by offset: Int) {
    let all = DescentPanel.allCases
    let here = all.firstIndex(of: panel) ?? 0
    panel = all[(here + offset + all.count) % all.count]
  }

  private mutating func select(by offset: Int) {
    switch panel {
    case .surface, .settings: row += offset
    case .racers, .words: chosen = min(max(0, chosen + offset), race.racers.count - 1)
    }
  }

  /// One level back: out of a map that has the whole screen, then to the playground.
  private mutating func goBack() -> Reply {
    var reply = Reply()
    if isSpotlit {
      isSpotlit = false
    } else {
      isPlaying = false
      reply.leaves = true
    }
    return reply
  }

  /// The cursor that chooses the start; nil if a key is not for it.
  private mutating func moveCursor(_ place: SIMD2<Float>, _ intent: Intent) -> Reply? {
    let window = race.spec.surface.window
    let step = Float(window.radius / 20)
    var place = place
    switch intent {
    case .selectUp: place.y += step
    case .selectDown: place.y -= step
    case .decrease: place.x -= step
    case .increase: place.x += step
    case .activate:
      cursor = nil
      return moveStart(to: place)
    case .back, .draw:
      cursor = nil
      return Reply("The start stays where it was.")
    default: return nil
    }
    // A hundred places across are enough, and numbers that can be read.
    place.x = min(max(place.x, Float(window.w1.lowerBound)), Float(window.w1.upperBound))
    place.y = min(max(place.y, Float(window.w2.lowerBound)), Float(window.w2.upperBound))
    cursor = place
    return Reply()
  }
}
