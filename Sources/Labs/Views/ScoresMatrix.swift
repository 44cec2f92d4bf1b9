import Drawing
import Engine

/// The confusion matrix in colours: blue on the diagonal, where the network is right, orange beside
/// it; the stronger, the larger the cell's share of its true class.
struct ScoresMatrix {
  let subject: ScoresSubject
  let confusion: ConfusionMatrix

  private var hasUnanswered: Bool { confusion.unanswered.contains { $0 > 0 } }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let count = confusion.classCount
    guard area.width >= 12, area.height >= 3, count > 0 else { return }
    let digits = "\(confusion.total)".count
    let names = (0..<count).map(subject.className)
    let longest = names.map { columnWidth($0) }.max() ?? 0
    let columns = count + (hasUnanswered ? 1 : 0)
    let room = area.width - columns * (digits + 1)
    let label = min(longest, max(2, min(14, room - 2))) + 2
    // A count and its share side by side, or the count alone.
    let width = min(max(3, (area.width - label) / columns), digits + 10)
    let captionRows = area.height > count + 1 ? 1 : 0
    let body = area.height - 1 - captionRows
    let height = body >= 5 * count && width >= 12 ? 5 : body >= 3 * count ? 3 : 1
    let cells = Rectangle(
      x: area.x + label, y: area.y + captionRows + 1, width: columns * width, height: body)
    if captionRows > 0 {
      canvas.write(
        caption, at: Point(x: area.x, y: area.y), style: .dim, maxWidth: area.width)
    }
    for index in 0..<columns {
      drawName(
        index < count ? names[index] : "none", index,
        in: Rectangle(x: cells.x + index * width, y: cells.y - 1, width: width - 1, height: 1),
        on: &canvas)
    }
    for row in 0..<count {
      let y = cells.y + row * height
      guard y + height <= area.maxY else { break }
      // Rows that have no room are not left out silently.
      guard y + height * 2 <= area.maxY || row == count - 1 else {
        canvas.write("… \(count - row) more", at: Point(x: area.x, y: y), style: .dim)
        break
      }
      drawName(
        names[row], row,
        in: Rectangle(x: area.x, y: y + height / 2, width: label - 2, height: 1), on: &canvas)
      canvas.mark(
        Rectangle(x: area.x, y: y, width: label + columns * width, height: height),
        as: ScoresSpot.classIndex(row))
      for column in 0..<columns {
        let place = Rectangle(x: cells.x + column * width, y: y, width: width, height: height)
        draw(row, column, in: place, on: &canvas)
      }
    }
  }

  private var caption: String {
    let rule =
      subject.hasOneOutput
      ? ", from \(format(subject.threshold, decimals: 2)) on" : ""
    return "\(subject.share.shortName): true ↓ predicted →\(rule)"
  }

  /// Draws the name of a class in the middle of a row of cells.
  private func drawName(
    _ name: String, _ index: Int, in row: Rectangle, on canvas: inout Canvas
  ) {
    // One letter says more than a mark of a cut.
    let text = row.width < 2 ? String(name.prefix(1)) : name
    let width = min(columnWidth(text), max(1, row.width))
    let isChosen = index == subject.classIndex
    canvas.write(
      text, at: Point(x: row.x + max(0, (row.width - width + 1) / 2), y: row.y),
      foreground: isChosen ? Palette(canvas.capabilities).accent : .standard,
      style: isChosen ? [.bold, .underline] : [], maxWidth: width)
  }

  private func draw(_ row: Int, _ column: Int, in place: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let isAnswer = column < confusion.classCount
    let number = isAnswer ? confusion.counts[row][column] : confusion.unanswered[row]
    let support = confusion.support(of: row)
    let share = support > 0 ? Double(number) / Double(support) : 0
    let isRight = column == row
    let y = place.y + place.height / 2
    let words = "\(number)  " + format(100 * share, decimals: 0) + " %"
    let short = columnWidth("\(number)") < place.width ? "\(number)" : "…"
    let text =
      number == 0 ? (isRight ? "0" : "·") : columnWidth(words) < place.width ? words : short
    let x = place.x + max(0, (place.width - columnWidth(text)) / 2)
    let hasColors = canvas.capabilities.depth != .mono
    guard number > 0, hasColors else {
      canvas.write(
        text, at: Point(x: x, y: y),
        style: number == 0 ? .dim : isRight ? [.bold, .reverse] : [])
      return
    }
    let color = palette.color(of: Float(isRight ? max(share, 0.25) : -max(share, 0.25)))
    canvas.fill(place, with: Cell(" ", background: color))
    for (offset, character) in text.enumerated() {
      canvas.drawMark(character, at: Point(x: x + offset, y: y), color: palette.contour)
    }
  }
}
