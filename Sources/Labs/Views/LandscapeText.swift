import Drawing
import Engine
import Lessons
import Studio

/// What a landscape says in numbers and words, beside its map or below it.
struct LandscapeText {
  let scene: Scene
  let landscape: Landscape
  /// The levels of the map's lines; empty where there are none.
  let levels: [String]

  /// One line.
  struct Line: Equatable {
    var text: String
    var style: Style = []
    var isAccented = false
    /// Whether it is the bar of the curvature, in place of a text.
    var isBar = false
  }

  private var session: Session { scene.session }
  private var surface: LossSurface? { landscape.surface }

  /// How the curvature stands; nil before it was found.
  var stability: StabilityText? {
    guard landscape.curvature.isFinished else { return nil }
    return StabilityText(largest: landscape.curvature.largest, session)
  }

  /// `of step 1200, now 1500: enter`, where it is not of the present any more.
  var staleness: String? {
    guard !landscape.isCurrent(in: session) else { return nil }
    let (then, now) = (landscape.stepCount, session.trainer.stepCount)
    return then == now
      ? "settings changed since: enter anew" : "of step \(then), now \(now): enter anew"
  }

  private func number(_ value: Double) -> String {
    value.isFinite ? format(value, significantDigits: 3) : "not finite"
  }

  private func row(_ name: String, _ value: String) -> Line {
    Line(text: name + String(repeating: " ", count: max(1, 12 - columnWidth(name))) + value)
  }

  // MARK: Beside the map

  func lines(width: Int) -> [Line] {
    var lines: [Line] = []
    if let staleness {
      lines += text(staleness, width, isAccented: true)
    } else {
      lines.append(Line(text: "of step \(landscape.stepCount), which is now", style: .dim))
    }
    lines.append(Line(text: ""))
    if let surface, surface.count > 0 {
      lines.append(row("middle", number(surface.middleLoss)))
      if let range = surface.range {
        lines.append(row("lowest", number(range.lowerBound)))
        lines.append(row("highest", number(range.upperBound)))
      }
      if surface.brokenCount > 0 {
        lines.append(row("not finite", "\(surface.brokenCount) of \(surface.count) places"))
      }
      lines.append(Line(text: ""))
    }
    lines += stabilityLines(width)
    lines.append(Line(text: ""))
    lines += pathLines(width)
    if let sentence = directionsSentence { lines += text(sentence, width, style: .dim) }
    if !levels.isEmpty {
      lines.append(Line(text: ""))
      lines += text("lines at " + levels.joined(separator: " "), width, style: .dim)
    }
    return lines
  }

  private func text(
    _ text: String, _ width: Int, style: Style = [], isAccented: Bool = false
  ) -> [Line] {
    wrap(text, width: width).map { Line(text: $0, style: style, isAccented: isAccented) }
  }

  private func stabilityLines(_ width: Int) -> [Line] {
    guard let stability else {
      return [row("sharpness", "turn \(landscape.curvature.turns) …")]
    }
    guard stability.largest.isFinite else { return [row("sharpness", "there is none to find")] }
    let about = landscape.curvature.hasSettled ? "" : "about "
    var lines = [row("sharpness", about + number(stability.largest))]
    if let limit = stability.limit {
      lines.append(row(stability.formula, number(limit)))
      lines.append(Line(text: "", isBar: true))
    }
    lines.append(Line(text: stability.word, style: .bold))
    return lines + text(stability.explanation, width, style: .dim)
  }

  private func pathLines(_ width: Int) -> [Line] {
    let path = LandscapePath(landscape, session)
    guard let now = path.now else { return [] }
    var marks = path.start == nil ? [] : ["○ start"]
    if now.distance > 0 { marks.append("◆ middle") }
    marks.append("● now")
    var lines = [Line(text: marks.joined(separator: "  "))]
    if let start = path.start, let share = LandscapePath.shareInside(start) {
      let percent = format(100 * share, decimals: 0)
      lines += text(
        "\(percent) % of the way from the start lies in this plane"
          + (share < 0.7 ? "; dotted: mostly outside" : ""), width)
    }
    return lines
  }

  /// What the directions are.
  private var directionsSentence: String? {
    guard let directions = surface?.directions else { return nil }
    guard let variance = directions.variance else {
      return "1 is the length of each unit's own weights"
    }
    func percent(_ share: Double) -> String { format(100 * share, significantDigits: 3) }
    return "the directions hold \(percent(variance.first)) % and \(percent(variance.second)) %"
      + " of how the weights spread"
  }

  // MARK: Below the map

  /// The most important, a line each.
  func shortLines() -> [Line] {
    var lines: [Line] = []
    if let stability {
      var text = "sharpness \(number(stability.largest))"
      if let limit = stability.limit { text += " · \(stability.formula) \(number(limit))" }
      lines.append(Line(text: stability.word.isEmpty ? text : text + ": " + stability.word))
    }
    if let surface, surface.count > 0 {
      let lowest = surface.range.map { ", lowest \(number($0.lowerBound))" } ?? ""
      lines.append(Line(text: "middle \(number(surface.middleLoss))" + lowest))
    }
    if let staleness { lines.append(Line(text: staleness, isAccented: true)) }
    return lines
  }

  // MARK: Drawing

  func draw(_ lines: [Line], in area: Rectangle, to canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let isTight = lines.count > area.height
    let shown = isTight ? lines.filter { $0.isBar || !$0.text.isEmpty } : lines
    for (index, line) in shown.prefix(area.height).enumerated() {
      let place = Point(x: area.x, y: area.y + index)
      if line.isBar, let stability {
        StabilityBar(stability: stability).draw(
          at: place, width: min(area.width, 24), to: &canvas)
        continue
      }
      canvas.write(
        line.text, at: place, foreground: line.isAccented ? palette.accent : .standard,
        style: line.style, maxWidth: area.width)
    }
  }
}

/// The curvature as a bar, with a mark where the optimiser's limit is.
struct StabilityBar {
  let stability: StabilityText

  func draw(at place: Point, width: Int, to canvas: inout Canvas) {
    guard let share = stability.share, width >= 6 else { return }
    let palette = Palette(canvas.capabilities)
    let limit = width * 2 / 3
    // However little it is, it is seen.
    let filled = min(max(share * Double(limit), share > 0 ? 0.5 : 0), Double(width))
    let color =
      share < 0.8 ? palette.success : share <= 1.1 ? palette.accent : palette.warning
    for column in 0..<width {
      let isFilled = Double(column) + 0.5 <= filled
      let glyph: Character = column == limit ? "┃" : isFilled ? "█" : "─"
      canvas.write(
        String(glyph), at: Point(x: place.x + column, y: place.y),
        foreground: isFilled && column != limit ? color : .standard,
        style: isFilled || column == limit ? [] : .dim)
    }
  }
}
