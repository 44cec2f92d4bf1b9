import Drawing
import Studio

/// A card over the screen: what a thing is, its formula with the present numbers, and where the
/// course treats it.
struct ExplainBox {
  let card: Card
  /// What the related things are called.
  let related: [String]
  /// The related thing that enter opens.
  let choice: Int

  /// The size that every card fits, its frame included.
  static let size = Size(width: 78, height: 18)
  private static let labelWidth = 9

  init(card: Card, choice: Int, _ session: Session) {
    self.card = card
    self.choice = choice
    related = card.related.map { $0.title(session) }
  }

  /// A line of the card: a label or none, and words.
  struct Line: Equatable {
    var label = ""
    var text: String
    /// Whether it is a formula or its numbers, which stand out.
    var isFormula = false
  }

  /// What gives way first where a card is higher than there is room for.
  private static let dispensable = ["see it", "smaller", "larger", "formula"]

  /// The lines of the card without the related things.
  var lines: [Line] {
    let most = Self.size.height - 2 - (related.isEmpty ? 0 : 2)
    var without: Set<String> = []
    var lines = lines(without: without)
    for label in Self.dispensable where lines.count > most {
      without.insert(label)
      lines = self.lines(without: without)
    }
    return lines
  }

  private func lines(without: Set<String>) -> [Line] {
    let width = Self.size.width - 6
    var lines = wrap(card.definition, width: width).map { Line(text: $0) } + [Line(text: "")]
    for row in card.rows where !without.contains(row.label) {
      for (number, text) in wrap(row.text, width: width - Self.labelWidth).enumerated() {
        lines.append(
          Line(
            label: number == 0 ? row.label : "", text: text,
            isFormula: row.label == "formula" || row.label == "now"))
      }
    }
    return lines
  }

  func draw(on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let lines = lines
    let rows = lines.count + (related.isEmpty ? 0 : 2)
    let width = min(Self.size.width, canvas.size.width)
    let height = min(rows + 2, canvas.size.height)
    let box = Rectangle(
      x: (canvas.size.width - width) / 2, y: (canvas.size.height - height) / 2, width: width,
      height: height)
    canvas.fill(box, with: .blank)
    canvas.mark(box, as: Target.overlay)
    canvas.drawBox(
      box, title: card.name, focused: true, accent: palette.accent,
      footer: "? all keys · esc closes")
    let inner = box.inset(horizontally: 3, vertically: 1)
    for (row, line) in lines.prefix(inner.height).enumerated() {
      let y = inner.y + row
      let isBeside = row > 0 && (!line.label.isEmpty || line.isFormula || isBelowLabel(row, lines))
      canvas.write(line.label, at: Point(x: inner.x, y: y), style: .dim, maxWidth: inner.width)
      let x = inner.x + (isBeside ? Self.labelWidth : 0)
      canvas.write(
        line.text, at: Point(x: x, y: y), style: line.isFormula ? .bold : [],
        maxWidth: inner.maxX - x)
    }
    if !related.isEmpty, inner.height >= rows {
      drawRelated(at: Point(x: inner.x, y: inner.maxY - 1), inner, palette, on: &canvas)
    }
  }

  /// Whether a line goes on with the text beside a label: all do below the first empty line.
  private func isBelowLabel(_ row: Int, _ lines: [Line]) -> Bool {
    guard let gap = lines.firstIndex(where: { $0.text.isEmpty }) else { return false }
    return row > gap
  }

  /// The related things in one line, the chosen one reversed; those before it give way where there
  /// is no room.
  private func drawRelated(
    at point: Point, _ inner: Rectangle, _ palette: Palette, on canvas: inout Canvas
  ) {
    canvas.write("tab", at: point, style: .dim)
    let start = point.x + Self.labelWidth
    let room = inner.maxX - start
    var first = 0
    while first < choice, cells(first...choice) > room { first += 1 }
    var x = start
    for index in related.indices.dropFirst(first) {
      let name = " \(related[index]) "
      guard x + columnWidth(name) <= inner.maxX else { break }
      canvas.mark(
        Rectangle(x: x, y: point.y, width: columnWidth(name), height: 1),
        as: Target.topic(card.related[index]))
      x += canvas.write(
        name, at: Point(x: x, y: point.y), foreground: palette.accent,
        style: index == choice ? .reverse : [])
      x += 1
    }
  }

  private func cells(_ range: ClosedRange<Int>) -> Int {
    related[range].reduce(0) { $0 + columnWidth($1) + 3 }
  }
}
