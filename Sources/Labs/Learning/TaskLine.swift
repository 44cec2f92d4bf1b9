import Drawing

/// A line of the task panel.
struct TaskLine: Equatable, Sendable {
  /// What the line is about, for those who look for it.
  enum Anchor: Equatable, Sendable {
    case question(String)
    case hint(Int)
  }

  /// What it is, which decides how it looks.
  enum Kind: Equatable, Sendable {
    case plain
    case heading
    case faint
    case good
    case warning
    case strong
  }

  /// A sign before the text; empty for none.
  var mark = ""
  /// The words.
  var text: String
  var kind = Kind.plain
  /// Columns before the sign.
  var indent = 0
  /// What a press on it does; nil for nothing.
  var intent: Intent?
  /// What it is about.
  var anchor: Anchor?

  /// A text in lines of so many columns, the sign before the first of them.
  static func wrapped(
    _ text: String, mark: String = "", _ kind: Kind = .plain, indent: Int = 0, width: Int,
    intent: Intent? = nil, anchor: Anchor? = nil
  ) -> [TaskLine] {
    let hang = mark.isEmpty ? 0 : 2
    return wrap(text, width: max(1, width - indent - hang)).enumerated().map { row, part in
      TaskLine(
        mark: row == 0 ? mark : "", text: part, kind: kind,
        indent: row == 0 ? indent : indent + hang, intent: intent, anchor: anchor)
    }
  }

  /// Whether it is a line of a table or a program, which keeps its spaces.
  var isVerbatim: Bool { text.hasPrefix("  ") }

  static let empty = TaskLine(text: "")

  func draw(in rectangle: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    let color: Color =
      switch kind {
      case .plain, .faint, .strong: .standard
      case .heading: palette.accent
      case .good: palette.success
      case .warning: palette.warning
      }
    let style: Style =
      switch kind {
      case .plain: []
      case .faint: .dim
      case .heading, .good, .warning, .strong: .bold
      }
    var x = rectangle.x + indent
    if !mark.isEmpty {
      canvas.write(
        mark, at: Point(x: x, y: rectangle.y), foreground: color, style: .bold,
        maxWidth: max(0, rectangle.maxX - x))
      x += 2
    }
    canvas.write(
      text, at: Point(x: x, y: rectangle.y), foreground: color, style: style,
      maxWidth: max(0, rectangle.maxX - x))
    if let intent { canvas.mark(rectangle, as: Target.intent(intent)) }
  }
}
