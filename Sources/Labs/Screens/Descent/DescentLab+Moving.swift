import Drawing
import Studio

/// How a race goes on by itself, and what is said of it.
extension DescentLab {
  var beat: Double? { isPlaying ? speed.beat : nil }

  mutating func beat(_ count: Int, session: inout Session) -> Reply {
    guard isPlaying else { return Reply() }
    // After a pause of the machine the race goes on from where it was, not from where it would be.
    let beats = min(max(0, count), 10)
    for _ in 0..<beats where !race.isOver { race.advance(steps: speed.stepsPerBeat) }
    guard race.isOver else { return Reply() }
    isPlaying = false
    return Reply(outcome)
  }

  /// Who came first.
  private var outcome: String {
    let winners = race.racers.indices.filter { race.ranks[$0] == 1 }
    guard let first = winners.first, case .arrived(let step) = race.racers[first].state else {
      return "The race is over: nobody has arrived at the least minimum."
    }
    let names = winners.map { race.spec.racers[$0].title }.joined(separator: ", ")
    return NoticeLine.fitting([
      "The race is over: first was \(names), after \(step) steps; space begins it again.",
      "The race is over: first was \(names), after \(step) steps.", "The race is over.",
    ])
  }

  func titleBar(_ session: Session) -> LabTitle? {
    LabTitle(
      name: "Descent · \(race.spec.surface.name)", mark: isPlaying ? "▶" : "‖",
      state: isPlaying ? "racing" : race.isOver ? "over" : "paused",
      counts: "step \(race.stepCount)  \(speed.title)")
  }

  /// What keys do here, for the key line and the help.
  var hints: [Binding]? {
    func key(_ intent: Intent, _ hint: String, _ help: String) -> Binding? {
      KeyMap.binding(of: intent).map {
        Binding($0.keys, intent, $0.label, hint: hint, help)
      }
    }
    if cursor != nil {
      return [
        key(.increase, "move", "move the start"), key(.activate, "start here", "start here"),
        key(.back, "leave it", "leave the start where it was"),
      ].compactMap { $0 }
    }
    return [
      key(.playPause, isPlaying ? "pause" : "race", "start or pause the race"),
      key(.stepBatch, "step", "one step of everyone, and what the chosen racer does in words"),
      key(.reset, "start", "everyone back to the start"),
      key(.nextOption, "surface", "the next surface, or the one before"),
      key(.previousOption, "", "the next surface, or the one before"),
      key(.draw, "place", "choose the start on the map; a click does too"),
      key(.nextPanel, "panel", "surface, racers, settings, step in words"),
      key(.increase, "change", "change a value; let a racer take part or not"),
      key(.decrease, "", "change a value; let a racer take part or not"),
      key(.activate, "type", "type a value, or take the next choice"),
      key(.selectUp, "", "choose a row, or a racer"),
      key(.selectDown, "", "choose a row, or a racer"),
      key(.stepEpoch, "", "100 steps at once"),
      key(.faster, "", "faster, slower: from 1 to 3000 steps a second"),
      key(.slower, "", "faster, slower: from 1 to 3000 steps a second"),
      key(.addLayer, "", "add a racer, remove the chosen one"),
      key(.removeLayer, "", "add a racer, remove the chosen one"),
      key(.newWeights, "", "other noise of the same strength"),
      key(.switchAxis, "", "steps of the chart evenly or by powers of ten"),
      key(.spotlight, "", "the whole screen for the map"),
      key(.undo, "", "undo the last change, redo it"),
      key(.redo, "", "undo the last change, redo it"),
      key(.back, "", "back to the playground"),
      key(.help, "help", "show or hide this help"),
      key(.quit, "quit", "leave Percept"),
    ].compactMap { $0 }
  }
}
