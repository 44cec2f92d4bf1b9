import Drawing

/// The names of some curves, each with a piece of its line.
struct ChartLegend {
  let series: [LineChart.Series]

  /// How many cells of its line stand beside a name, how far from it, and how many before the next.
  private typealias Form = (mark: Int, space: Int, gap: Int)

  /// Writes as many names as there is room for, so that the last one ends before a column; where
  /// little room is left, a cell of each line has to do. All names or none: half a legend would
  /// mislead.
  ///
  /// - Returns: the columns it takes; 0 if there is no room.
  @discardableResult
  func draw(endingAt end: Int, y: Int, room: Int, on canvas: inout Canvas) -> Int {
    let forms: [Form] = [(4, 1, 2), (1, 1, 1), (1, 0, 1)]
    guard !series.isEmpty, let form = forms.first(where: { width($0) <= room }) else { return 0 }
    var x = end - width(form)
    for (index, one) in series.enumerated() {
      let gap = String(repeating: " ", count: index == 0 ? 1 : form.gap)
      let space = String(repeating: " ", count: form.space)
      x += canvas.write("\(gap)\(one.name)\(space)", at: Point(x: x, y: y))
      x += canvas.write(
        String(repeating: Self.mark(one.pattern), count: form.mark), at: Point(x: x, y: y),
        foreground: one.color)
    }
    canvas.write(" ", at: Point(x: x, y: y))
    return width(form)
  }

  private func width(_ form: Form) -> Int {
    series.reduce(2 - form.gap) { $0 + form.gap + columnWidth($1.name) + form.space + form.mark }
  }

  private static func mark(_ pattern: LinePattern) -> String {
    switch pattern {
    case .solid: "━"
    case .dashed: "╌"
    case .longDashed: "─"
    case .dotted: "·"
    }
  }
}
