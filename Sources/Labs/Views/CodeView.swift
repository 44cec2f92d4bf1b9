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
  /// Whether it was chosen before: the second time it is as it was left.
  private var hasAppeared = false
  /// The program before the last change, epochs left out.
  private var known: Program?
  /// The lines that the last change altered.
  private(set) var changed: Set<Int> = []

  init() {}

  private func lines(_ session: Session) -> [String] { Words.language.lines(session.program) }

  func note(_ scene: Scene) -> String {
    let count = lines(scene.session).count
    return "from line \(min(top, max(0, count - 8)) + 1) of \(count)"
  }

  func describe(_ scene: Scene) -> String {
    changed.isEmpty
      ? "\(Self.name): ↑↓ pgup pgdn scroll, n N next part, enter writes it into a file."
      : "\(Self.name): ▸ marks what the last change altered; enter writes it into a file."
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    let lines = lines(scene.session)
    guard inner.width > 0, inner.height > 0 else { return }
    CodePen(lines: lines, first: min(top, Self.last(lines)), changed: changed).draw(
      in: inner, on: &canvas)
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
    top = min(max(0, top + offset), Self.last(lines))
  }

  /// The furthest that can be scrolled: the last lines stay in sight.
  private static func last(_ lines: [String]) -> Int { max(0, lines.count - 8) }

  /// Where parts begin: with a comment below an empty line.
  private static func parts(_ lines: [String]) -> [Int] {
    lines.indices.filter { $0 == 0 || (lines[$0].hasPrefix("# ") && lines[$0 - 1].isEmpty) }
  }

  private mutating func jump(forward: Bool, _ lines: [String]) {
    let starts = Self.parts(lines)
    let next = forward ? starts.first { $0 > top } : starts.last { $0 < top }
    top = min(next ?? (forward ? top : 0), Self.last(lines))
  }

  mutating func appear(_ scene: Scene) -> ViewReply? {
    if known == nil { known = Self.settings(scene.session) }
    guard !hasAppeared else { return nil }
    hasAppeared = true
    // What is read first is the network; the reading of files stands above it.
    let lines = lines(scene.session)
    let inputs = lines.firstIndex { $0.hasPrefix("# The inputs") } ?? 0
    top = min(Self.parts(lines).first { $0 > inputs } ?? 0, Self.last(lines))
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
      top = min(top, Self.last(lines))
      // What was altered is brought into sight: code rather than comments.
      let sight = top..<(top + Self.page)
      if !places.contains(where: sight.contains) {
        let code = places.filter { !lines[$0].hasPrefix("#") }
        if let first = code.min() ?? places.min() { top = max(0, first - 3) }
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
