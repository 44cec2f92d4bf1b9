import Drawing
import Engine
import Lessons
import Studio

/// Changes of what the race is fought by. Each begins the race anew: one whose rules change on the
/// way compares nothing.
extension DescentLab {
  mutating func begin(_ spec: RaceSpec, _ notice: String?) -> Reply {
    past.append(race.spec)
    if past.count > 100 { past.removeFirst() }
    future = []
    go(to: spec)
    return Reply(notice)
  }

  /// Begins a race by a spec, and keeps the focus on what there is.
  mutating func go(to spec: RaceSpec) {
    race = Race(spec)
    chosen = min(max(0, chosen), max(0, spec.racers.count - 1))
    cursor = nil
    row += 0
  }

  mutating func goThroughChanges(_ intent: Intent) -> Reply {
    let spec = intent == .undo ? past.popLast() : future.popLast()
    guard let spec else {
      return Reply(intent == .undo ? "Nothing to undo on this screen." : "Nothing to redo.")
    }
    if intent == .undo { future.append(race.spec) } else { past.append(race.spec) }
    go(to: spec)
    return Reply(intent == .undo ? "Undone; ctrl-r redoes it." : "Redone.")
  }

  mutating func change(by offset: Int) -> Reply {
    guard panel != .racers else { return toggle(chosen) }
    guard let control else { return Reply("Here ↑↓ chooses a racer; s takes a step.") }
    guard let spec = control.stepped(offset, race.spec, chosen) else {
      return Reply(
        isChoice(control)
          ? "That is the last choice on this side."
          : "There is no further stop on this side; enter lets you type a value.")
    }
    return begin(spec, told(control, spec))
  }

  /// What a change came to.
  private func told(_ control: DescentControl, _ spec: RaceSpec) -> String {
    switch control {
    case .surface:
      let lesson = spec.surface.lesson
      return NoticeLine.fitting(["\(spec.surface.name): \(lesson)", lesson])
    case .setting("training.optimizer"):
      let rate = DescentControl.setting("training.learning-rate").value(spec, chosen)
      return "Optimiser \(control.value(spec, chosen)), with the rate \(rate) that suits it here."
    default:
      return "\(control.title): \(control.value(spec, chosen)). All begin again at the start."
    }
  }

  private func isChoice(_ control: DescentControl) -> Bool {
    if case .choice = control.domain(race.spec, chosen) { return true }
    return false
  }

  mutating func activate() -> Reply {
    guard panel != .racers else { return toggle(chosen) }
    guard let control else { return Reply("Here ↑↓ chooses a racer; s takes a step.") }
    guard case .choice(let names) = control.domain(race.spec, chosen) else {
      entry = TextEntry(purpose: .value)
      isPlaying = false
      return Reply()
    }
    guard let first = names.first, names.last == control.value(race.spec, chosen),
      let spec = try? control.typed(first, race.spec, chosen)
    else { return change(by: 1) }
    return begin(spec, told(control, spec))
  }

  mutating func type(_ key: Key, session: inout Session) -> Typing {
    guard let entry else { return .ignored }
    switch key {
    case .escape: self.entry = nil
    case .enter where entry.purpose == .record:
      self.entry = nil
      return .taken(
        entry.text.isEmpty
          ? Reply("Nothing was typed, so nothing was done.") : Reply(command: .record(entry.text)))
    case .enter: return .taken(take(entry.text))
    default: self.entry?.edit(key)
    }
    return .taken(Reply())
  }

  /// Takes what was typed; a text that is refused stays to be mended.
  private mutating func take(_ text: String) -> Reply {
    guard let control else {
      entry = nil
      return Reply()
    }
    // A comma is the decimal point of half the world.
    let text = text.filter { $0 != " " }.replacing(",", with: ".")
    do {
      let spec = try control.typed(text, race.spec, chosen)
      entry = nil
      return begin(spec, told(control, spec))
    } catch {
      return Reply(
        NoticeLine.fitting([error.description, "\(control.title): expected another value."]))
    }
  }

  mutating func changeSurface(by offset: Int) -> Reply {
    let all = SurfaceCatalogue.all
    let here = all.firstIndex { $0.name == race.spec.surface.name } ?? 0
    let spec = race.spec.moved(to: all[(here + offset + all.count) % all.count])
    return begin(spec, told(.surface, spec))
  }

  mutating func moveStart(to place: SIMD2<Float>) -> Reply {
    var spec = race.spec
    spec.start = place
    return begin(spec, "All start at \(text(SIMD2<Double>(place))).")
  }

  /// Lets a racer take part, or no longer.
  mutating func toggle(_ index: Int) -> Reply {
    guard race.spec.racers.indices.contains(index) else { return Reply() }
    var spec = race.spec
    spec.racers[index].isOn.toggle()
    let isOn = spec.racers[index].isOn
    let name = spec.racers[index].title
    return begin(spec, isOn ? "\(name) takes part." : "\(name) no longer takes part.")
  }

  /// One more racer: an optimiser that none has yet, else the chosen one once more.
  mutating func addRacer() -> Reply {
    var spec = race.spec
    guard spec.racers.count < Race.limit else {
      return Reply("\(Race.limit) racers are enough; [ removes the chosen one.")
    }
    let taken = Set(spec.racers.map(\.preset.training.optimizer))
    let fresh = OptimizerCatalogue.all.first { !taken.contains($0.name) }
    guard let racer = fresh.map({ RacerSpec($0.name, on: spec.surface) }) ?? spec.racer(chosen)
    else { return Reply() }
    spec.racers.append(racer)
    let reply = begin(spec, "\(racer.title) joins; its settings can be changed.")
    chosen = race.racers.count - 1
    return reply
  }

  mutating func removeRacer() -> Reply {
    var spec = race.spec
    guard spec.racers.count > 1, spec.racers.indices.contains(chosen) else {
      return Reply("One racer has to stay; ] adds another.")
    }
    let gone = spec.racers.remove(at: chosen)
    return begin(spec, "\(gone.title) has left; u brings it back.")
  }

  /// Other noise of the same strength.
  mutating func newNoise() -> Reply {
    var spec = race.spec
    let noise = spec.normalNoise
    guard noise.strength > 0 else {
      return Reply("There is no noise yet: its strength stands in the panel Surface.")
    }
    spec.noise = NormalNoise(
      strength: noise.strength, seed: noise.seed < 999_999_999 ? noise.seed + 1 : 0)
    return begin(spec, "New noise, seed \(spec.normalNoise.seed).")
  }
}
