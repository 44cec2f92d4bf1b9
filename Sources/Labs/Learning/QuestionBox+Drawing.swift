import Drawing
import Lessons

extension QuestionBox {
  /// A line of the box.
  struct Line: Equatable {
    var mark = ""
    var text: String
    var style: Style = []
    /// What a press on it chooses, from 0.
    var choice: Int?
    /// Whether it warns or refuses.
    var isWarning = false
  }

  /// What is said below the screen.
  var line: String {
    given == nil
      ? "A question is asked: esc closes it to look around first, Q asks again."
      : "enter goes on; G shows all questions and answers again."
  }

  /// What can be done now, for the lower edge.
  var footer: String { given == nil ? "enter takes it · esc later" : "enter goes on" }

  /// The keys, for the key line.
  var keys: [(String, String)] {
    if given != nil { return [("enter", "goes on")] }
    let choosing: [(String, String)] =
      question.choices.isEmpty
      ? [("0-9 . - e", "a number"), ("backspace", "deletes")]
      : [("a-\(Question.letter(question.choices.count - 1)) ↑↓", "choose")]
    return choosing + [("enter", "takes it for good"), ("esc", "answers later")]
  }

  /// The lines for so many columns, the important ones last: where there is no room for all, the
  /// question is cut and not the answers.
  func lines(width: Int) -> [Line] {
    var lines = wrap(question.text, width: width).map { Line(text: $0, style: .bold) }
    lines.append(Line(text: ""))
    for (index, text) in question.choices.enumerated() {
      let isChosen = given == nil ? choice == index : given == Question.letter(index)
      for (row, part) in wrap(text, width: max(1, width - 4)).enumerated() {
        lines.append(
          Line(
            mark: row == 0 ? "\(isChosen ? "▸" : " ")\(Question.letter(index)))" : "",
            text: part, style: isChosen ? [.bold, .reverse] : [], choice: index))
      }
    }
    if question.choices.isEmpty, given == nil {
      lines.append(Line(mark: ">", text: text + "_", style: [.bold, .underline]))
    }
    lines.append(Line(text: ""))
    if let given { return lines + told(given, width: width) }
    if !refusal.isEmpty {
      return lines
        + wrap(refusal, width: width).map { Line(text: $0, style: .bold, isWarning: true) }
    }
    let promise =
      question.isBefore
      ? "Once taken, an answer can't be changed: it is made before the run."
      : "Once taken, an answer can't be changed."
    return lines + wrap(promise, width: width).map { Line(text: $0, style: .dim) }
  }

  private func told(_ given: String, width: Int) -> [Line] {
    let isRight = question.isCorrect(given)
    let words = QuestionText(question)
    let verdict =
      isRight
      ? "✓ Right: \(words.answer(given))."
      : "✗ Not so: you said \(words.answer(given)), it is \(words.answer(question.solution))."
    return wrap(verdict, width: width).map { Line(text: $0, style: .bold, isWarning: !isRight) }
      + wrap(question.explanation, width: width).map { Line(text: $0) }
  }

  /// The rows that it takes in so many columns, its frame included.
  func height(width: Int) -> Int { lines(width: width - 4).count + 2 }

  /// Draws the box at the lower end of a place.
  func draw(in place: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let height = min(place.height, height(width: place.width))
    let box = Rectangle(
      x: place.x, y: place.maxY - height, width: place.width, height: height)
    canvas.fill(box, with: .blank)
    canvas.mark(box, as: Target.overlay)
    canvas.drawBox(box, title: title, focused: true, accent: palette.accent, footer: footer)
    let inner = box.inset(horizontally: 2, vertically: 1)
    let all = lines(width: inner.width)
    let lines = all.suffix(max(0, inner.height))
    for (row, line) in lines.enumerated() {
      let y = inner.y + row
      let color = line.isWarning ? palette.warning : .standard
      var x = inner.x
      if !line.mark.isEmpty || line.choice != nil {
        canvas.write(
          line.mark, at: Point(x: x, y: y), foreground: palette.accent, style: .bold,
          maxWidth: inner.width)
        x += line.choice == nil ? 2 : 4
      }
      let used = canvas.write(
        line.text, at: Point(x: x, y: y), foreground: color, style: line.style,
        maxWidth: max(0, inner.maxX - x))
      if line.mark == ">", used > 0 {
        canvas.cursor = Point(x: min(x + used - 1, inner.maxX - 1), y: y)
      }
      if let choice = line.choice {
        canvas.mark(
          Rectangle(x: inner.x, y: y, width: inner.width, height: 1), as: Target.answer(choice))
      }
    }
  }
}
