import Drawing
import Lessons
import Studio

/// The picture.
extension ExercisesLab {
  /// A row of the list: a part of the course, or an exercise.
  private enum Row {
    case chapter(String)
    case entry(ExerciseEntry)
  }

  /// The rows that what is told of the chosen exercise takes, its frame included.
  private static let detailRows = 6
  /// The columns that it takes on a wide screen.
  private static let detailColumns = 40

  func view(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    if area.width >= 120 {
      let (left, right) = area.splitLeft(area.width - Self.detailColumns)
      drawList(in: left, on: &canvas)
      drawDetail(in: right, on: &canvas)
    } else {
      let (top, bottom) = area.splitTop(area.height - Self.detailRows)
      drawList(in: top, on: &canvas)
      drawDetail(in: bottom, on: &canvas)
    }
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var last: Chapter?
    var isFirst = true
    for entry in shown {
      if isFirst || entry.chapter != last { rows.append(.chapter(heading(entry.chapter))) }
      (last, isFirst) = (entry.chapter, false)
      rows.append(.entry(entry))
    }
    return rows
  }

  /// `E  Initialisation and gradient flow  2/7`.
  private func heading(_ chapter: Chapter?) -> String {
    guard let chapter else { return "Files with mistakes" }
    let all = (classroom?.entries ?? []).filter { $0.chapter == chapter }
    return
      "\(chapter.rawValue)  \(chapter.title)  \(all.count { $0.state == .passed })/\(all.count)"
  }

  private func drawList(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let footer =
      query.map { "“\($0)”: \(shown.count) of \(classroom?.entries.count ?? 0)" }
      ?? "\(classroom?.progress ?? "") passed"
    canvas.drawBox(
      area, title: "Exercises", focused: true, accent: palette.accent,
      footer: classroom == nil ? "" : footer)
    let inner = area.inset(horizontally: 2, vertically: 1)
    guard !inner.isEmpty else { return }
    let rows = rows
    guard !rows.isEmpty else {
      for (row, line) in wrap(nothing, width: inner.width).prefix(inner.height).enumerated() {
        canvas.write(line, at: Point(x: inner.x, y: inner.y + row), maxWidth: inner.width)
      }
      return
    }
    let focus =
      rows.firstIndex { if case .entry(let entry) = $0 { entry.name == entryName } else { false } }
      ?? 0
    let first = max(0, min(focus - inner.height / 2, rows.count - inner.height))
    for (row, content) in rows.dropFirst(first).prefix(inner.height).enumerated() {
      let line = Rectangle(x: inner.x, y: inner.y + row, width: inner.width, height: 1)
      switch content {
      case .chapter(let title):
        canvas.write(
          title, at: Point(x: line.x, y: line.y), foreground: palette.accent, style: .bold,
          maxWidth: line.width)
      case .entry(let entry): draw(entry, in: line, palette, on: &canvas)
      }
    }
    if first > 0 { canvas.write("↑", at: Point(x: area.maxX - 3, y: area.y)) }
    if first + inner.height < rows.count {
      canvas.write("↓", at: Point(x: area.maxX - 3, y: area.maxY - 1))
    }
  }

  private var entryName: String? { entry?.name }

  /// Mark, name, title; medal, hints, difficulty and minutes at the right end, as far as there is room.
  private func draw(
    _ entry: ExerciseEntry, in line: Rectangle, _ palette: Palette, on canvas: inout Canvas
  ) {
    let isChosen = entry.name == entryName
    canvas.mark(line, as: Target.exercise(entry.name))
    canvas.write(
      isChosen ? "▸" : " ", at: Point(x: line.x, y: line.y), foreground: palette.accent,
      style: .bold)
    canvas.write(
      entry.mark, at: Point(x: line.x + 2, y: line.y),
      foreground: entry.problem != nil
        ? palette.warning : entry.state == .passed ? palette.success : .standard,
      style: entry.state == .open && entry.problem == nil ? .dim : .bold, maxWidth: line.width - 2)
    let facts = entry.problem == nil ? facts(entry) : ""
    let factsX = line.maxX - columnWidth(facts)
    let titleX = line.x + 4
    canvas.write(
      entry.label, at: Point(x: titleX, y: line.y), style: isChosen ? .bold : .dim, maxWidth: 4)
    canvas.write(
      entry.title, at: Point(x: titleX + 5, y: line.y), style: isChosen ? [.bold, .reverse] : [],
      maxWidth: max(0, factsX - titleX - 6))
    if factsX > titleX + 20 {
      canvas.write(facts, at: Point(x: factsX, y: line.y), style: .dim)
    }
  }

  /// `gold    1/3 hints  ●●○○○  10 min`, in columns.
  private func facts(_ entry: ExerciseEntry) -> String {
    let medal = padded(entry.medalTitle, to: 6)
    let hints = padded(
      entry.hintsTaken == 0 ? "" : "\(entry.hintsTaken)/\(entry.hintCount) hints", to: 9)
    let effort =
      String(repeating: "●", count: min(5, max(0, entry.difficulty)))
      + String(repeating: "·", count: 5 - min(5, max(0, entry.difficulty)))
    let minutes = "\(entry.minutes) min"
    return "\(medal)  \(hints)  \(effort)  "
      + String(repeating: " ", count: max(0, 6 - minutes.count)) + minutes
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columnWidth(text)))
  }

  /// What the chosen exercise is about, where the course treats it, and how far it is.
  private func drawDetail(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    canvas.drawBox(
      area, title: entry.map(\.fullTitle) ?? "About the exercises", accent: palette.accent)
    let inner = area.inset(horizontally: 2, vertically: 1)
    guard inner.width > 0 else { return }
    var lines = entry.map { detail($0, width: inner.width) } ?? []
    if let remark = classroom?.remark, !remark.isEmpty, entry != nil {
      lines.append(contentsOf: TaskLine.wrapped(remark, .warning, width: inner.width))
    }
    if area.height > Self.detailRows {
      lines += [.empty] + signs
    }
    for (row, line) in lines.prefix(inner.height).enumerated() {
      line.draw(
        in: Rectangle(x: inner.x, y: inner.y + row, width: inner.width, height: 1), palette,
        on: &canvas)
    }
  }

  private func detail(_ entry: ExerciseEntry, width: Int) -> [TaskLine] {
    if let problem = entry.problem {
      return TaskLine.wrapped(problem, mark: "!", .warning, width: width)
    }
    var state = entry.stateTitle
    if entry.attempts > 0 {
      state += entry.attempts == 1 ? ", attempt 1" : ", \(entry.attempts) attempts"
    }
    if !entry.medals.isEmpty {
      state += " · " + entry.medals.map(\.rawValue).joined(separator: ", ")
    }
    if entry.hintsTaken > 0 { state += " · \(entry.hintsTaken) of \(entry.hintCount) hints" }
    let about = entry.summary.isEmpty ? entry.concept : entry.summary
    return TaskLine.wrapped(about, .strong, width: width)
      + TaskLine.wrapped(state, mark: entry.mark, width: width)
      + TaskLine.wrapped("Concept: " + entry.concept, .faint, width: width)
      + entry.course.flatMap { TaskLine.wrapped($0, .faint, width: width) }
  }

  /// What the marks of the list mean.
  private var signs: [TaskLine] {
    [
      TaskLine(mark: "○", text: "not begun", kind: .faint),
      TaskLine(mark: "◐", text: "begun", kind: .faint),
      TaskLine(mark: "✓", text: "passed", kind: .faint),
      TaskLine(text: "●●··· difficulty, of five", kind: .faint),
    ]
  }
}
