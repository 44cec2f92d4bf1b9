import Drawing
import Engine

/// The whole walk of a step in one line, the part that is worked on lit.
struct MicroRibbon {
  let script: MicroScript

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    let palette = Palette(canvas.capabilities)
    let levels = script.network.levels.count
    var x = area.x
    func room() -> Int { max(0, area.maxX - x) }
    let forward = (0..<levels).map { MicroWalk.Phase.forward($0) }
    let backward = (0..<levels).reversed().map { MicroWalk.Phase.backward($0) }
    let parts: [(MicroWalk.Phase, String)] =
      [(.input, "x")] + forward.map { ($0, short($0)) } + [(.loss, "C")]
      + backward.map { ($0, short($0)) } + [(.mean, "mean"), (.shaping, "g"), (.update, "update")]
    for (index, (phase, name)) in parts.enumerated() {
      if index > 0 {
        let isTurn = phase == .mean
        x += canvas.write(
          isTurn ? " ‖ " : phase.isForward || phase == .loss || phase.isOfBatch ? "→" : "←",
          at: Point(x: x, y: area.y), style: .dim, maxWidth: room())
      }
      let isLit = phase == script.walk.phase
      let start = x
      x += canvas.write(
        name, at: Point(x: x, y: area.y), foreground: isLit ? palette.accent : .standard,
        style: isLit ? [.bold, .reverse] : [], maxWidth: room())
      canvas.mark(
        Rectangle(x: start, y: area.y, width: min(x, area.maxX) - start, height: 1),
        as: MicroSpot.phase(phase))
    }
  }

  private func short(_ phase: MicroWalk.Phase) -> String {
    phase.level.map(script.names.shortLevel) ?? ""
  }
}
