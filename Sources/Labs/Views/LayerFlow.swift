import Drawing
import Engine
import Studio

/// How large the gradient and the weights of each layer are, and how fast it learns, at the next step:
/// two rows of bars a layer.
struct LayerFlow {
  private let session: Session
  private let levels: [Diagnosis.Level]
  private let names: LayerNames
  /// The layer that is marked; nil for none.
  private let emphasised: Int?
  /// The sizes that the bars lie between.
  private let sizes: ChartAxis

  /// From a millionth of the weights a step to all of them.
  private static let paces = ChartAxis(1e-6...1, isLogarithmic: true)
  /// What usually goes well.
  ///
  /// Source: A. Karpathy, *CS231n: Convolutional Neural Networks for Visual Recognition*, notes on
  /// learning (2015), for 1/1000.
  private static let usual = 3e-4...3e-3

  init(session: Session, emphasised: Int? = nil) {
    self.session = session
    self.emphasised = emphasised
    levels = session.diagnosis.levels
    names = LayerNames(session)
    let found = levels.flatMap { [$0.gradientNorm, $0.weightNorm] }
      .filter { $0.isFinite && $0 > 1e-30 }
    let (low, high) = (found.min() ?? 0.01, found.max() ?? 1)
    // Room on the left, so that the shortest bar is one.
    sizes = ChartAxis(low / 3...max(high, low * 30), isLogarithmic: true)
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let pace = LayerPace(session: session, levels: levels).text
    guard area.width >= 30, area.height >= 2 else {
      // No room for bars: the words alone.
      let lines = wrap(pace, width: max(1, area.width)).prefix(area.height)
      for (row, line) in lines.enumerated() {
        canvas.write(line, at: Point(x: area.x, y: area.y + row), maxWidth: area.width)
      }
      return
    }
    let columns = Columns(area)
    let words = wrap(pace, width: max(1, area.width)) + [legend(columns, on: canvas)]
    let headRows = min(columns.isWide ? 2 : 1, area.height)
    let room = area.height - headRows
    let rowsEach = room >= 3 * levels.count + words.count ? 3 : room >= 2 * levels.count ? 2 : 1
    let shown = LayerRows(
      of: levels.count, limit: max(0, room / rowsEach), holding: emphasised ?? 0
    ).rows
    drawHead(columns, on: &canvas)
    for (place, row) in shown.enumerated() {
      let y = area.y + headRows + place * rowsEach
      switch row {
      case .level(let level):
        draw(level, columns, y: y, hasWeights: rowsEach > 1, on: &canvas)
      case .rest(let range): draw(rest: range, in: area, y: y, on: &canvas)
      }
    }
    let free = room - shown.count * rowsEach + (rowsEach == 3 ? 1 : 0)
    for (row, line) in words.prefix(max(0, min(free, words.count))).enumerated() {
      let y = area.maxY - min(free, words.count) + row
      canvas.write(line, at: Point(x: area.x, y: y), style: .dim, maxWidth: area.width)
    }
  }

  /// What the signs mean.
  private func legend(_ columns: Columns, on canvas: Canvas) -> String {
    let isASCII = canvas.capabilities.glyphs == .ascii
    return columns.isWide
      ? "\(isASCII ? ":" : "░") a usual update, about 1e-3 (Karpathy, CS231n); ! far from it"
      : "\(isASCII ? "#" : "█") gradient \(isASCII ? "=" : "▒") weights; usual update 1e-3"
  }

  /// Where the columns stand.
  private struct Columns {
    let area: Rectangle
    let isWide: Bool
    let bars: Rectangle
    let pace: Rectangle
    /// Where the number of the pace ends, and the shares behind it.
    let paceEnd, deadEnd, saturatedEnd: Int

    init(_ area: Rectangle) {
      self.area = area
      isWide = area.width >= 70
      let names = isWide ? 11 : 4
      let numbers = isWide ? 9 : 8
      let tail = isWide ? 24 : 9
      let left = area.width - names - numbers - tail
      let track = isWide ? min(max(15, left / 3), 26) : 0
      bars = Rectangle(
        x: area.x + names, y: area.y, width: left - track - (isWide ? 1 : 0), height: area.height)
      pace = Rectangle(
        x: area.maxX - tail - track, y: area.y, width: max(0, track), height: area.height)
      paceEnd = isWide ? area.maxX - 14 : area.maxX
      deadEnd = area.maxX - 8
      saturatedEnd = area.maxX
    }
  }

  private func drawHead(_ columns: Columns, on canvas: inout Canvas) {
    let area = columns.area
    guard !area.isEmpty else { return }
    let ticksY = area.y + (columns.isWide ? 1 : 0)
    if columns.isWide {
      let isASCII = canvas.capabilities.glyphs == .ascii
      canvas.write(
        "gradient \(isASCII ? "#" : "█"), weights \(isASCII ? "=" : "▒")",
        at: Point(x: columns.bars.x, y: area.y), style: .dim, maxWidth: columns.bars.width + 8)
      write("update/weights", endingAt: columns.paceEnd, y: area.y, .dim, on: &canvas)
      write("dead", endingAt: columns.deadEnd, y: area.y, .dim, on: &canvas)
      write("satur.", endingAt: columns.saturatedEnd, y: area.y, .dim, on: &canvas)
      drawTicks(
        Self.paces, [(1e-6, "1e-6"), (1e-3, "1e-3"), (1, "1")], columns.pace, y: ticksY,
        on: &canvas)
    } else {
      write("update", endingAt: area.maxX, y: area.y, .dim, on: &canvas)
    }
    guard ticksY < area.maxY else { return }
    let ticks = Ticks(logarithmicIn: sizes.range, count: max(2, columns.bars.width / 9))
    drawTicks(
      sizes, Array(zip(ticks.values, ticks.labels)), columns.bars, y: ticksY, on: &canvas)
  }

  private func drawTicks(
    _ axis: ChartAxis, _ ticks: [(value: Double, label: String)], _ track: Rectangle, y: Int,
    on canvas: inout Canvas
  ) {
    var free = track.x
    for (value, label) in ticks {
      let share = axis.share(of: value)
      let x = track.x + Int((share * Double(max(0, track.width - 1))).rounded())
      let start = max(track.x, x - columnWidth(label) / 2)
      guard start >= free, start + columnWidth(label) <= track.maxX + 2 else { continue }
      canvas.write(label, at: Point(x: start, y: y), style: .dim)
      free = start + columnWidth(label) + 1
    }
  }

  /// Which layers have no row, and how to get there.
  private func draw(rest range: Range<Int>, in area: Rectangle, y: Int, on canvas: inout Canvas) {
    let (first, last) = (range.lowerBound + 1, range.upperBound)
    let name = first == last ? "layer \(first)" : "layers \(first) to \(last)"
    canvas.write(
      "… \(name): ↑↓", at: Point(x: area.x, y: y), style: .dim, maxWidth: area.width)
  }

  private func draw(
    _ level: Int, _ columns: Columns, y: Int, hasWeights: Bool, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let one = levels[level]
    let area = columns.area
    let name =
      !columns.isWide
      ? names.short(level) : level == levels.count - 1 ? "output" : names.long(level)
    let isMarked = level == emphasised
    canvas.write(
      name, at: Point(x: area.x, y: y), foreground: isMarked ? palette.accent : .standard,
      style: isMarked ? [.bold, .reverse] : .bold, maxWidth: columns.bars.x - area.x)
    bar(one.gradientNorm, "█", palette.accent, columns.bars, y: y, on: &canvas)
    if hasWeights {
      if columns.isWide {
        canvas.write(
          names.shape(level), at: Point(x: area.x, y: y + 1), style: .dim, maxWidth: 10)
      }
      bar(one.weightNorm, "▒", palette.muted, columns.bars, y: y + 1, on: &canvas)
    }
    drawPace(one, columns, y: y, palette, on: &canvas)
    if columns.isWide {
      share(one.deadShare, endingAt: columns.deadEnd, y: y, palette, on: &canvas)
      share(one.saturatedShare, endingAt: columns.saturatedEnd, y: y, palette, on: &canvas)
    } else if hasWeights, let idle = one.deadShare ?? one.saturatedShare {
      let text = format(100 * idle, decimals: 0) + (one.deadShare == nil ? "% sat" : "% dead")
      let isOff = idle >= 0.5
      write(
        text, endingAt: area.maxX, y: y + 1, isOff ? .bold : .dim,
        color: isOff ? palette.warning : .standard, on: &canvas)
    }
  }

  /// A bar and its number behind the track.
  private func bar(
    _ size: Double, _ glyph: Character, _ color: Color, _ track: Rectangle, y: Int,
    on canvas: inout Canvas
  ) {
    let share = sizes.share(of: size)
    let width = share.isFinite ? min(max(share, 0), 1) * Double(track.width) : 0
    let cells = Int(width.rounded())
    canvas.write(
      String(repeating: glyph, count: max(0, cells)), at: Point(x: track.x, y: y),
      foreground: color)
    let isFit = size.isFinite
    canvas.write(
      size.isNaN ? "not a number" : format(size, scientificDigits: 2),
      at: Point(x: track.maxX + 1, y: y),
      foreground: isFit ? .standard : Palette(canvas.capabilities).warning,
      maxWidth: 7)
  }

  /// Where the update stands among usual ones, and its number.
  private func drawPace(
    _ level: Diagnosis.Level, _ columns: Columns, y: Int, _ palette: Palette,
    on canvas: inout Canvas
  ) {
    let track = columns.pace
    for column in 0..<track.width {
      let pace = Self.paces.number(at: (Double(column) + 0.5) / Double(track.width))
      let isUsual = Self.usual.contains(pace)
      canvas.write(
        isUsual ? "░" : "·", at: Point(x: track.x + column, y: y),
        foreground: isUsual ? palette.success : palette.muted)
    }
    guard !session.trainer.hasStopped else {
      return write("–", endingAt: columns.paceEnd - 1, y: y, on: &canvas)
    }
    let isOff = !level.updateIsFit
    let share = min(max(Self.paces.share(of: max(level.updateRatio, 1e-6)), 0), 1)
    if track.width > 0, share.isFinite {
      let x = track.x + min(track.width - 1, Int(share * Double(track.width)))
      canvas[x, y] = Cell(
        "●", foreground: isOff ? palette.warning : .standard, style: .bold)
    }
    let text = level.updateRatio.isNaN ? "–" : format(level.updateRatio, scientificDigits: 2)
    write(
      text + (isOff ? "!" : " "), endingAt: columns.paceEnd, y: y, isOff ? .bold : [],
      color: isOff ? palette.warning : .standard, on: &canvas)
  }

  private func share(
    _ share: Double?, endingAt end: Int, y: Int, _ palette: Palette, on canvas: inout Canvas
  ) {
    let isOff = (share ?? 0) >= 0.5
    write(
      share.map { format(100 * $0, decimals: 0) + "%" } ?? "–", endingAt: end, y: y,
      isOff ? .bold : [], color: isOff ? palette.warning : .standard, on: &canvas)
  }

  private func write(
    _ text: String, endingAt end: Int, y: Int, _ style: Style = [], color: Color = .standard,
    on canvas: inout Canvas
  ) {
    canvas.write(
      text, at: Point(x: end - columnWidth(text), y: y), foreground: color, style: style)
  }
}
