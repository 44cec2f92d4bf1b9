import Drawing
import Engine
import Lessons
import Studio

/// The levels side by side, with the numbers of one sample as far as they are computed.
struct MicroLevels {
  let script: MicroScript
  /// Whether units of the level that is worked on show only up to the one that is looked at.
  let goesByUnits: Bool

  private enum Column: Equatable {
    case input
    case level(Int)
    case loss
  }

  private static let numberWidth = 8

  /// Rows that all of it takes.
  var height: Int {
    1 + max(script.network.spec.inputCount, script.network.levels.map(\.units).max() ?? 1)
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 2, area.width >= 12 else { return }
    let levels = script.network.levels.count
    let all = [Column.input] + (0..<levels).map { .level($0) } + [.loss]
    // z, a and δ where there is room for all levels with them, else two of the three.
    let isFull = all.reduce(0, { $0 + width($1, isFull: true) }) <= area.width
    let shown = window(all, width: area.width, isFull: isFull)
    var x = area.x
    for index in shown {
      let column = all[index]
      let isCut =
        index == shown.lowerBound && index > 0
        || index == shown.upperBound - 1 && index < all.count - 1
      let place = Rectangle(
        x: x, y: area.y, width: min(width(column, isFull: isFull), area.maxX - x),
        height: area.height)
      draw(column, isFull: isFull, isCut: isCut, in: place, on: &canvas)
      x += place.width
    }
  }

  private func width(_ column: Column, isFull: Bool) -> Int {
    switch column {
    case .input: 12
    case .level: 3 + Self.numberWidth * (isFull ? 3 : 2)
    case .loss: 9
    }
  }

  /// The columns around the one that is worked on for which there is room.
  private func window(_ all: [Column], width: Int, isFull: Bool) -> Range<Int> {
    let focus: Column =
      switch script.walk.phase {
      case .input: .input
      case .loss: .loss
      default: .level(script.walk.level)
      }
    var first = all.firstIndex(of: focus) ?? 0
    var end = first + 1
    var used = self.width(all[first], isFull: isFull)
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      // What comes before is what the numbers come from, or what δ goes to.
      if first > 0, used + self.width(all[first - 1], isFull: isFull) <= width {
        first -= 1
        used += self.width(all[first], isFull: isFull)
        hasGrown = true
      }
      if end < all.count, used + self.width(all[end], isFull: isFull) <= width {
        used += self.width(all[end], isFull: isFull)
        end += 1
        hasGrown = true
      }
    }
    return first..<end
  }

  private func draw(
    _ column: Column, isFull: Bool, isCut: Bool, in place: Rectangle, on canvas: inout Canvas
  ) {
    switch column {
    case .input: drawInputs(isCut, in: place, on: &canvas)
    case .level(let level): draw(level, isFull: isFull, isCut, in: place, on: &canvas)
    case .loss: drawLoss(in: place, on: &canvas)
    }
  }

  /// The first row of so many that is seen, so that the chosen one is among them.
  private func start(_ count: Int, chosen: Int, rows: Int) -> Int {
    min(max(0, chosen - rows / 2), max(0, count - rows))
  }

  private func heading(
    _ text: String, isLit: Bool, _ palette: Palette, in place: Rectangle, on canvas: inout Canvas
  ) {
    // Behind the last number of the column before, and above the units.
    canvas.write(
      text, at: Point(x: place.x + 1, y: place.y), foreground: isLit ? palette.accent : .standard,
      style: isLit ? [.bold, .underline] : .dim, maxWidth: max(0, place.width - 2))
  }

  private func drawInputs(_ isCut: Bool, in place: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let count = script.network.spec.inputCount
    let isLit = script.walk.phase == .input
    let title = Rectangle(x: place.x - 1, y: place.y, width: place.width, height: 1)
    heading(isCut ? "‹ in" : "input", isLit: isLit, palette, in: title, on: &canvas)
    let rows = place.height - 1
    for row in 0..<min(count, rows) {
      let y = place.y + 1 + row
      let isLast = row == rows - 1 && count > rows
      canvas.write(
        isLast ? "…" : script.names.input(row, of: 0), at: Point(x: place.x, y: y), style: .dim,
        maxWidth: 4)
      if !isLast {
        write(
          script.trace.input(row, sample: script.sample), isBold: isLit, end: place.x + 11, y: y,
          palette, in: place, on: &canvas)
      }
    }
  }

  private func drawLoss(in place: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let walk = script.walk
    heading("loss", isLit: walk.phase == .loss, palette, in: place, on: &canvas)
    guard place.height >= 2 else { return }
    canvas.write(
      "C", at: Point(x: place.x + 1, y: place.y + 1), style: .dim, maxWidth: max(0, place.width - 1)
    )
    let isKnown = !walk.phase.isForward
    guard isKnown else {
      canvas.write(
        "·", at: Point(x: place.x + 8, y: place.y + 1), style: .dim,
        maxWidth: max(0, place.width - 8))
      return
    }
    write(
      script.trace.loss(sample: script.sample), isBold: walk.phase == .loss, end: place.x + 9,
      y: place.y + 1, palette, in: place, on: &canvas)
  }

  private func draw(
    _ level: Int, isFull: Bool, _ isCut: Bool, in place: Rectangle, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let walk = script.walk
    let isLit = walk.phase.level == level || walk.phase.isOfBatch && walk.level == level
    let symbols = isFull ? ["z", "a", "δ"] : walk.phase.isForward ? ["z", "a"] : ["a", "δ"]
    let name =
      (isCut ? "…" : "") + (isFull ? script.names.level(level) : script.names.shortLevel(level))
    heading(name, isLit: isLit, palette, in: place, on: &canvas)
    for (number, symbol) in symbols.enumerated() {
      let end = place.x + 3 + Self.numberWidth * (number + 1)
      if end - 2 > place.x + columnWidth(name) {
        canvas.write(
          symbol, at: Point(x: end - 1, y: place.y), style: isLit ? .bold : .dim,
          maxWidth: max(0, place.maxX - end + 1))
      }
    }
    let count = script.network.levels[level].units
    let rows = place.height - 1
    let first = start(count, chosen: isLit ? walk.unit : 0, rows: rows)
    for row in 0..<min(rows, count) {
      let unit = first + row
      let line = Rectangle(x: place.x, y: place.y + 1 + row, width: place.width, height: 1)
      let isHidden = row == 0 && first > 0 || row == rows - 1 && first + rows < count
      if isHidden && !(isLit && unit == walk.unit) {
        canvas.write("…", at: Point(x: line.x + 1, y: line.y), style: .dim, maxWidth: line.width)
        continue
      }
      draw(level, unit, symbols, isLit: isLit, in: line, palette, on: &canvas)
    }
  }

  private func draw(
    _ level: Int, _ unit: Int, _ symbols: [String], isLit: Bool, in line: Rectangle,
    _ palette: Palette, on canvas: inout Canvas
  ) {
    let isChosen = isLit && unit == script.walk.unit
    canvas.mark(
      Rectangle(x: line.x, y: line.y, width: max(0, line.width - 1), height: 1),
      as: MicroSpot.unit(level: level, unit: unit))
    let isKilled = script.network.killed.contains(UnitPlace(level: level, unit: unit))
    canvas.write(
      (isChosen ? "▸" : isKilled ? "×" : " ") + "\(unit + 1)", at: Point(x: line.x, y: line.y),
      foreground: isChosen ? palette.accent : .standard,
      style: isChosen ? [.bold, .reverse] : .dim, maxWidth: min(3, line.width))
    for (number, symbol) in symbols.enumerated() {
      let end = line.x + 3 + Self.numberWidth * (number + 1)
      guard end <= line.maxX else { break }
      guard let value = value(symbol, level, unit) else {
        canvas.write("·", at: Point(x: end - 1, y: line.y), style: .dim)
        continue
      }
      write(value, isBold: isChosen, end: end, y: line.y, palette, in: line, on: &canvas)
    }
  }

  /// z, a or δ of a unit; nil while it is not computed.
  private func value(_ symbol: String, _ level: Int, _ unit: Int) -> Float? {
    guard script.trace.stations.indices.contains(level) else { return nil }
    // Of a continuous level δ is what arrives at its end: inside, every step of its solver has its own.
    let isOutput = symbol == "a" || symbol == "δ" && script.isContinuous(level)
    let station =
      isOutput ? script.trace.output(ofLevel: level) : script.trace.sum(ofLevel: level)
    guard let station, isComputed(level, unit, backward: symbol == "δ") else { return nil }
    return symbol == "δ"
      ? script.trace.slope(station, unit: unit, sample: script.sample)
      : script.trace.value(station, unit: unit, sample: script.sample)
  }

  private func isComputed(_ level: Int, _ unit: Int, backward: Bool) -> Bool {
    let walk = script.walk
    let isSeen = !goesByUnits || unit <= walk.unit
    switch walk.phase {
    case .input: return false
    case .forward(let now): return !backward && (level < now || level == now && isSeen)
    case .loss: return !backward
    case .backward(let now): return !backward || level > now || level == now && isSeen
    case .mean, .shaping, .update: return true
    }
  }

  private func write(
    _ value: Float, isBold: Bool, end: Int, y: Int, _ palette: Palette, in place: Rectangle,
    on canvas: inout Canvas
  ) {
    let text = tabular(Double(value))
    let start = max(place.x, end - columnWidth(text))
    canvas.write(
      text, at: Point(x: start, y: y),
      foreground: value == 0 || !value.isFinite
        ? .standard : value > 0 ? palette.positive : palette.negative,
      style: isBold ? .bold : value == 0 ? .dim : [], maxWidth: max(0, place.maxX - start))
  }
}
