import Drawing
import Engine

/// The whole walk of a step in one line, the part that is worked on lit; of a deep network the parts
/// around it and the ends.
struct MicroRibbon {
  let script: MicroScript

  /// A word of the line.
  private struct Part {
    let phase: MicroWalk.Phase
    let name: String
    /// What stands before it, unless it is the first.
    let link: String
  }

  private var parts: [Part] {
    let levels = script.network.levels.indices
    let forward = levels.map { MicroWalk.Phase.forward($0) }
    let backward = levels.reversed().map { MicroWalk.Phase.backward($0) }
    let named: [(MicroWalk.Phase, String)] =
      [(.input, "x")] + forward.map { ($0, short($0)) } + [(.loss, "C")]
      + backward.map { ($0, short($0)) } + [(.mean, "mean"), (.shaping, "g"), (.update, "update")]
    return named.map { phase, name in
      let goesOn = phase.isForward || phase == .loss || phase.isOfBatch
      return Part(phase: phase, name: name, link: phase == .mean ? " ‖ " : goesOn ? "→" : "←")
    }
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    let palette = Palette(canvas.capabilities)
    let parts = parts
    var x = area.x
    func room() -> Int { max(0, area.maxX - x) }
    func mark(from start: Int, _ part: Part) {
      canvas.mark(
        Rectangle(x: start, y: area.y, width: min(x, area.maxX) - start, height: 1),
        as: MicroSpot.phase(part.phase))
    }
    var last = -1
    for index in shown(parts, width: area.width) {
      let part = parts[index]
      if last + 1 < index {
        let start = x
        x += canvas.write(
          parts[last + 1].link + "…", at: Point(x: x, y: area.y), style: .dim, maxWidth: room())
        // A press leads to the nearest of those that are left out.
        mark(from: start, index > here(parts) ? parts[last + 1] : parts[index - 1])
      }
      if index > 0 {
        x += canvas.write(part.link, at: Point(x: x, y: area.y), style: .dim, maxWidth: room())
      }
      let isLit = part.phase == script.walk.phase
      let start = x
      x += canvas.write(
        part.name, at: Point(x: x, y: area.y), foreground: isLit ? palette.accent : .standard,
        style: isLit ? [.bold, .reverse] : [], maxWidth: room())
      mark(from: start, part)
      last = index
    }
  }

  private func here(_ parts: [Part]) -> Int {
    parts.firstIndex { $0.phase == script.walk.phase } ?? 0
  }

  /// The parts for which there is room: both ends, the turn, and as many as possible around the one
  /// that is worked on.
  private func shown(_ parts: [Part], width: Int) -> [Int] {
    let here = here(parts)
    func around(_ reach: Int) -> [Int] {
      parts.indices.filter { index in
        let phase = parts[index].phase
        return abs(index - here) <= reach || phase == .input || phase == .loss || phase.isOfBatch
      }
    }
    func needed(_ indices: [Int]) -> Int {
      var last = -1
      return indices.reduce(0) { sum, index in
        let gap = last + 1 < index ? columnWidth(parts[last + 1].link) + 1 : 0
        last = index
        let link = index == 0 ? 0 : columnWidth(parts[index].link)
        return sum + gap + link + columnWidth(parts[index].name)
      }
    }
    let fitting = parts.indices.reversed().lazy.map(around).first { needed($0) <= width }
    return fitting ?? around(0)
  }

  private func short(_ phase: MicroWalk.Phase) -> String {
    phase.level.map(script.names.shortLevel) ?? ""
  }
}
