import Drawing
import Studio

/// The ways of the racers on a map, their marks, and the arrows of the chosen one.
struct RacerPaths {
  let race: Race
  let chosen: Int
  let frame: SurfaceFrame

  /// The racers that take part, the chosen one last so that it lies on top.
  private var order: [Int] {
    let all = race.racers.indices.filter { race.takesPart($0) }
    return all.filter { $0 != chosen } + all.filter { $0 == chosen }
  }

  func draw(_ palette: Palette, on grid: inout BrailleGrid) {
    for (height, index) in order.enumerated() {
      let racer = race.racers[index]
      let pen = RacerPen(index: index)
      var distance = 0
      var last = frame.dot(race.spec.start)
      for place in racer.trail.entries.dropFirst().map(\.place) + [racer.place] {
        let next = frame.dot(place)
        distance = grid.line(
          from: last, to: next, color: pen.color(palette), priority: Float(1 + height),
          pattern: pen.pattern, distance: distance, covers: true)
        last = next
      }
    }
    drawArrows(palette, on: &grid)
  }

  /// Where downhill is, and what is left of earlier steps: as long, beside the first, as it is
  /// beside the whole of the next step.
  private func drawArrows(_ palette: Palette, on grid: inout BrailleGrid) {
    // Of one who is there, arrows would make much of next to nothing.
    guard race.takesPart(chosen), race.racers[chosen].state == .running else { return }
    let racer = race.racers[chosen]
    let start = frame.dot(racer.place)
    let longest = Double(min(frame.map.width * 2, frame.map.height * 4)) / 4
    func arrow(_ way: SIMD2<Double>, length: Double, _ color: Color, _ pattern: LinePattern) {
      let size = (way * way).sum().squareRoot()
      guard size > 0, size.isFinite, length > 1 else { return }
      // Up on the map is less in dots.
      let (x, y) = (way.x / size, -way.y / size)
      let end = (x: start.x + length * x, y: start.y + length * y)
      grid.line(
        from: start, to: end, color: color, priority: 20, pattern: pattern, covers: true)
      for side in [0.6, -0.6] {
        let back = (x: end.x - 3 * (x - side * y), y: end.y - 3 * (y + side * x))
        grid.line(from: back, to: end, color: color, priority: 20, covers: true)
      }
    }
    let momentum = SIMD2<Double>(racer.momentum)
    let share = racer.momentumShare
    arrow(momentum, length: longest * share, palette.accent, .dashed)
    arrow(-SIMD2<Double>(racer.slope), length: longest, palette.warning, .solid)
  }

  /// Where each racer is, and where it was after 10, 100, 1000 … steps.
  func drawMarks(_ palette: Palette, on canvas: inout Canvas) {
    for index in order {
      let mark = RacerPen(index: index).mark(canvas)
      for milestone in race.racers[index].milestones {
        guard let cell = frame.cell(milestone.place) else { continue }
        canvas.write(
          String(mark), at: cell, foreground: palette.classColor(index), style: .bold)
      }
    }
    for index in order {
      let mark = RacerPen(index: index).mark(canvas)
      let place = race.racers[index].place
      guard let cell = frame.cell(place) ?? frame.nearestCell(place) else { continue }
      canvas.drawMark(mark, at: cell, color: palette.classMarkColor(index))
    }
  }
}

extension Racer {
  /// How much of the next step is left of earlier ones, from 0 to 1: the length of the one beside
  /// the longer of both.
  var momentumShare: Double {
    func length(_ way: SIMD2<Double>) -> Double { (way * way).sum().squareRoot() }
    let left = length(SIMD2<Double>(momentum))
    let whole = length(SIMD2<Double>(nextMove))
    guard left > 0, left.isFinite, whole.isFinite else { return 0 }
    return left / max(left, whole)
  }
}
