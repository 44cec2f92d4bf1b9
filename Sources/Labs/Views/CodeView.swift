import Drawing
import Lessons
import Studio

/// Which framework a view of code speaks.
protocol CodeWords: Sendable {
  static var language: CodeLanguage { get }
  static var key: Character { get }
}

/// The network in Keras.
enum KerasWords: CodeWords {
  static let language = CodeLanguage.keras
  static let key: Character = "K"
}

/// The network in PyTorch.
enum PyTorchWords: CodeWords {
  static let language = CodeLanguage.pytorch
  static let key: Character = "P"
}

/// The present network and its training as a program, which changes as they do.
struct CodeView<Words: CodeWords>: RunView {
  static var name: String { Words.language.title }
  static var summary: String { "this network and its training as \(Words.language.title) code" }
  static var key: Character { Words.key }

  /// The first line that is seen.
  private var top = 0
  /// The program before the last change, epochs left out.
  private var known: Program?
  /// The lines that the last change altered.
  private(set) var changed: Set<Int> = []

  init() {}

  private func lines(_ session: Session) -> [String] { Words.language.lines(session.program) }

  func note(_ scene: Scene) -> String {
    let count = lines(scene.session).count
    return "line \(min(top, count - 1) + 1) of \(count)"
  }

  func describe(_ scene: Scene) -> String {
    changed.isEmpty
      ? "\(Self.name): ↑↓ pgup pgdn scroll, n N next part, enter writes it into a file."
      : "\(Self.name): ▸ marks what the last change altered; enter writes it into a file."
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    let lines = lines(scene.session)
    guard inner.width > 0, inner.height > 0 else { return }
    let first = min(top, max(0, lines.count - inner.height))
    CodePen(lines: lines, first: first, changed: changed).draw(in: inner, on: &canvas)
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let lines = lines(scene.session)
    switch intent {
    case .selectUp: scroll(by: -1, lines)
    case .selectDown: scroll(by: 1, lines)
    // The wheel comes as these.
    case .zoomIn: scroll(by: -3, lines)
    case .zoomOut: scroll(by: 3, lines)
    case .pageUp: scroll(by: -Self.page, lines)
    case .pageDown: scroll(by: Self.page, lines)
    case .nextOption: jump(forward: true, lines)
    case .previousOption: jump(forward: false, lines)
    case .activate: return ViewReply(savesCode: Words.language)
    default: return nil
    }
    return ViewReply()
  }

  /// A little less than the lines of the smallest screen.
  private static var page: Int { 15 }

  private mutating func scroll(by offset: Int, _ lines: [String]) {
    top = min(max(0, top + offset), max(0, lines.count - 1))
  }

  /// Goes to the next part, which begins with a comment below an empty line.
  private mutating func jump(forward: Bool, _ lines: [String]) {
    let starts = lines.indices.filter {
      $0 == 0 || (lines[$0].hasPrefix("# ") && lines[$0 - 1].isEmpty)
    }
    let next = forward ? starts.first { $0 > top } : starts.last { $0 < top }
    top = next ?? (forward ? top : 0)
  }

  mutating func appear(_ scene: Scene) -> ViewReply? {
    if known == nil { known = Self.settings(scene.session) }
    return nil
  }

  mutating func settle(_ session: Session) {
    let now = Self.settings(session)
    guard now != known else { return }
    if let known {
      let lines = Words.language.lines(now)
      var places: Set<Int> = []
      for case .insert(let offset, _, _) in lines.difference(from: Words.language.lines(known)) {
        places.insert(offset)
      }
      changed = places
      top = min(top, max(0, lines.count - 1))
      // What was altered is brought into sight.
      if let first = places.min(), !(top..<(top + Self.page)).contains(first) {
        top = max(0, first - 3)
      }
    }
    known = now
  }

  /// The program without how far training has come, which no change of a setting alters.
  private static func settings(_ session: Session) -> Program {
    var program = session.program
    program.epochs = 0
    program.steps = 0
    return program
  }
}
