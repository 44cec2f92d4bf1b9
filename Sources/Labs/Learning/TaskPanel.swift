import Drawing
import Lessons
import Studio

/// The task of the exercise that is open: its text page by page, and the goals below, which are seen
/// on every page.
struct TaskPanel {
  let attempt: Attempt
  /// The goals as they stand.
  let goals: [GoalState]
  /// The exercise that comes next; nil if none is left.
  let next: ExerciseEntry?

  /// The task of an attempt; nil in free play.
  init?(_ session: Session, _ classroom: Classroom?) {
    guard let attempt = session.attempt else { return nil }
    self.attempt = attempt
    goals = session.goalStates
    next = classroom?.next(after: attempt.exercise.name)
  }

  /// What stands where in a place.
  struct Layout {
    /// The pages of the text.
    let pages: [[TaskLine]]
    /// The goals below them.
    let goals: [TaskLine]
    /// The place inside the frame.
    let inner: Rectangle
  }

  func layout(in place: Rectangle) -> Layout {
    let inner = place.inset(horizontally: 2, vertically: 1)
    var text = TaskText(attempt: attempt, next: next, width: max(1, inner.width)).text
    let all = GoalLines(goals, width: max(1, inner.width)).lines
    // The text has at least half of the place, where goals are long; all of them are its last part then.
    // Once it is passed they give way to what was learned.
    let room = attempt.isPassed ? min(all.count, inner.height / 4) : inner.height / 2
    let goals = Array(all.prefix(max(0, room)))
    if goals.count < all.count { text += [.empty] + all }
    let rows = max(1, inner.height - goals.count - (goals.isEmpty ? 0 : 1))
    return Layout(pages: Self.pages(text, rows: rows), goals: goals, inner: inner)
  }

  /// Cuts lines into pages; none begins with an empty line, and what belongs together stays so where
  /// it has room on one page.
  static func pages(_ lines: [TaskLine], rows: Int) -> [[TaskLine]] {
    var pages: [[TaskLine]] = []
    var rest = lines[...]
    while !rest.isEmpty {
      rest = rest.drop { $0 == .empty }
      let page = rest.prefix(pageLength(rest, rows: rows))
      rest = rest.dropFirst(page.count)
      if !page.isEmpty { pages.append(Array(page)) }
    }
    return pages.isEmpty ? [[]] : pages
  }

  /// How many lines of what is left make a page.
  private static func pageLength(_ lines: ArraySlice<TaskLine>, rows: Int) -> Int {
    guard lines.count > rows else { return lines.count }
    let page = Array(lines.prefix(rows))
    var count = rows
    // A question, or a hint, goes to the next page as a whole.
    if let anchor = lines[lines.startIndex + rows].anchor {
      while count > 0, page[count - 1].anchor == anchor { count -= 1 }
    }
    // So does a table, or a program, if a page has room for it.
    if count == rows, page[count - 1].isVerbatim, lines[lines.startIndex + rows].isVerbatim {
      let start = page.prefix(count).lastIndex { !$0.isVerbatim } ?? -1
      if start >= 0 { count = start + 1 }
    }
    // A heading stays with what it is about.
    while count > 0, page[count - 1].kind == .heading || page[count - 1] == .empty { count -= 1 }
    return count == 0 ? rows : count
  }

  /// The page on which the last line about something stands.
  func page(of anchor: TaskLine.Anchor, in place: Rectangle) -> Int? {
    layout(in: place).pages.lastIndex { $0.contains { $0.anchor == anchor } }
  }

  /// - Parameter page: the page that is shown; too large a one counts as the last.
  func draw(page: Int, in place: Rectangle, isOverlay: Bool, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let layout = layout(in: place)
    let page = min(max(0, page), layout.pages.count - 1)
    let count = layout.pages.count
    canvas.fill(place, with: .blank)
    canvas.mark(place, as: Target.task)
    canvas.drawBox(
      place, title: "\(attempt.exercise.label) · \(attempt.exercise.title)", focused: isOverlay,
      accent: palette.accent,
      footer: count > 1
        ? "page \(page + 1) of \(count) · G \(page + 1 < count ? "next" : "closes")" : "G closes")
    let inner = layout.inner
    for (row, line) in layout.pages[page].prefix(inner.height).enumerated() {
      line.draw(
        in: Rectangle(x: inner.x, y: inner.y + row, width: inner.width, height: 1), palette,
        on: &canvas)
    }
    guard !layout.goals.isEmpty, inner.height > layout.goals.count else { return }
    let top = inner.maxY - layout.goals.count
    canvas.drawHorizontalRule(at: Point(x: inner.x, y: top - 1), width: inner.width)
    for (row, line) in layout.goals.enumerated() {
      line.draw(
        in: Rectangle(x: inner.x, y: top + row, width: inner.width, height: 1), palette,
        on: &canvas)
    }
  }
}
