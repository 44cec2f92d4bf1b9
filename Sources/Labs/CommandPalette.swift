import Drawing
import Lessons
import Studio

/// A list of all that can be done, narrowed down by typing.
struct CommandPalette: Sendable {
  /// What a line does.
  enum Deed: Hashable, Sendable {
    case intent(Intent)
    /// Moves the focus to a control.
    case control(Control)
    /// Opens a preset.
    case preset(String)
    /// Opens the address that was typed.
    case link(String)
    /// Opens an exercise.
    case exercise(String)
    /// Takes a theme of colours.
    case theme(Theme)
  }

  /// One line.
  struct Item: Sendable {
    /// What it says.
    let text: String
    /// Its key, if it has one.
    let key: String
    let deed: Deed
  }

  /// What was typed so far.
  private(set) var query = ""
  /// The chosen line, among those that are left.
  private(set) var choice = 0
  private var items: [Item]

  init(_ session: Session, library: [LibraryEntry], classroom: Classroom? = nil) {
    let commands = KeyMap.bindings.filter { binding in
      binding.mode == .always && !Self.isPlain(binding.intent)
    }.map { Item(text: $0.help, key: $0.label, deed: .intent($0.intent)) }
    // Two keys of one line of the help are two lines here, told apart by their keys.
    let controls = ControlPanel.allCases.filter { $0 != .view }.flatMap { panel in
      panel.controls(session).map {
        Item(
          text: "set \($0.title(session)) (\(panel.rawValue), now \($0.value(session))"
            + (session.isLocked($0) ? ", locked)" : ")"), key: "",
          deed: .control($0))
      }
    }
    let presets = library.map {
      Item(text: "open \($0.name): \($0.title)", key: "", deed: .preset($0.name))
    }
    let themes = Theme.allCases.map {
      Item(text: "theme \($0.rawValue): \($0.title)", key: "", deed: .theme($0))
    }
    let exercises = (classroom?.entries ?? []).filter { $0.problem == nil }.map {
      Item(text: "learn \($0.fullTitle) (\($0.stateTitle))", key: "", deed: .exercise($0.name))
    }
    items = commands + controls + presets + exercises + themes
  }

  /// Takes over the lines of another one, since more has come to be known; what was typed stays.
  mutating func takeItems(of other: CommandPalette) { items = other.items }

  /// The lines that fit what was typed, the best first.
  var matches: [Item] {
    guard !query.isEmpty else { return items }
    if PlaygroundLink.isAddress(query) {
      return [
        Item(text: "open this address of TensorFlow Playground", key: "", deed: .link(query))
      ]
    }
    return items.enumerated().compactMap { index, item in
      FuzzyMatch.score(of: query, in: item.text).map { (item, $0, index) }
    }.sorted { ($0.1, $1.2) > ($1.1, $0.2) }.map(\.0)
  }

  /// The line that enter carries out.
  var chosen: Item? {
    let matches = matches
    return matches.indices.contains(choice) ? matches[choice] : nil
  }

  /// Takes a key that edits the query or moves the choice.
  mutating func edit(_ key: Key) {
    switch key {
    case .up, .control("k"), .backTab: choice = max(0, choice - 1)
    case .down, .control("j"), .tab: choice = min(choice + 1, max(0, matches.count - 1))
    case .pageUp: choice = max(0, choice - 10)
    case .pageDown: choice = min(choice + 10, max(0, matches.count - 1))
    case .backspace:
      query = String(query.dropLast())
      choice = 0
    case .control("u"):
      query = ""
      choice = 0
    case .character(let character)
    where query.count < (PlaygroundLink.isAddress(query) ? TextEntry.linkLimit : 60):
      query.append(character)
      choice = 0
    default: break
    }
  }

  /// Chooses a line.
  mutating func choose(_ index: Int) { choice = index }

  func draw(on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let width = min(canvas.size.width - 4, 92)
    let height = min(canvas.size.height - 4, 20)
    let box = Rectangle(
      x: (canvas.size.width - width) / 2, y: 2, width: width, height: max(5, height))
    let matches = matches
    canvas.fill(box, with: .blank)
    canvas.mark(box, as: Target.overlay)
    canvas.drawBox(
      box, title: "Commands, settings, presets and exercises", focused: true,
      accent: palette.accent,
      footer: matches.isEmpty ? "nothing fits" : "\(choice + 1) of \(matches.count) · enter does it"
    )
    let inner = box.inset(horizontally: 2, vertically: 1)
    canvas.write(
      NoticeLine.typed(query, after: "> ", width: inner.width),
      at: Point(x: inner.x, y: inner.y), style: .bold, maxWidth: inner.width)
    canvas.cursor = Point(
      x: min(inner.x + 2 + columnWidth(query), inner.maxX - 1), y: inner.y)
    let rows = inner.height - 1
    let first = max(0, min(choice - rows / 2, matches.count - rows))
    for (row, item) in matches.dropFirst(first).prefix(max(0, rows)).enumerated() {
      let y = inner.y + 1 + row
      let isChosen = first + row == choice
      let keyWidth = columnWidth(item.key)
      canvas.write(
        isChosen ? "▸" : " ", at: Point(x: inner.x, y: y), foreground: palette.accent, style: .bold)
      canvas.write(
        item.text, at: Point(x: inner.x + 2, y: y), style: isChosen ? [.bold, .reverse] : [],
        maxWidth: inner.width - keyWidth - 3)
      canvas.write(item.key, at: Point(x: inner.maxX - keyWidth, y: y), style: .dim)
      canvas.mark(
        Rectangle(x: inner.x, y: y, width: inner.width, height: 1),
        as: Target.command(first + row))
    }
  }

  /// Keys that mean nothing without what they are pressed on.
  private static func isPlain(_ intent: Intent) -> Bool {
    switch intent {
    case .selectUp, .selectDown, .decrease, .increase, .activate, .back, .commands: true
    default: false
    }
  }
}

/// A preset that can be opened by its name.
public struct LibraryEntry: Hashable, Sendable {
  /// The name to open it by.
  public let name: String
  /// Its title.
  public let title: String

  /// A preset's name and title.
  public init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}
