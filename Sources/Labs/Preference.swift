public import Drawing

/// One thing that a person likes to have on every screen, whatever is learned there.
public enum Preference: Hashable, Sendable {
  /// Which colours stand for what.
  case theme(Theme)
  /// Which characters pictures are drawn with.
  case graph(GlyphSet)
  /// What the terminal's background is.
  case background(Ground)
  /// Whether the mouse is the program's.
  case mouse(Bool)

  /// Every name, in the order of the file.
  public static let keys = ["theme", "graph", "background", "mouse"]

  /// What it is called in the file and on the command line.
  public var key: String {
    switch self {
    case .theme: "theme"
    case .graph: "graph"
    case .background: "background"
    case .mouse: "mouse"
    }
  }

  /// The value as it is written: `okabe`, `dark`, `on`. A background that is to be found out is
  /// `auto`.
  public var value: String {
    switch self {
    case .theme(let theme): theme.rawValue
    case .graph(let glyphs): glyphs.rawValue
    case .background(let ground): ground == .unknown ? "auto" : ground.rawValue
    case .mouse(let isWanted): isWanted ? "on" : "off"
    }
  }

  /// The values that a key can have; none for a name that is no key.
  public static func values(of key: String) -> [String] {
    switch key {
    case "theme": Theme.allCases.map { Preference.theme($0).value }
    case "graph": GlyphSet.allCases.reversed().map { Preference.graph($0).value }
    case "background": Ground.allCases.map { Preference.background($0).value }
    case "mouse": [true, false].map { Preference.mouse($0).value }
    default: []
    }
  }

  /// What a key and a value say; nil if that is nothing.
  public init?(key: String, value: String) {
    let all: [Preference] =
      switch key {
      case "theme": Theme.allCases.map { .theme($0) }
      case "graph": GlyphSet.allCases.map { .graph($0) }
      case "background": Ground.allCases.map { .background($0) }
      case "mouse": [.mouse(true), .mouse(false)]
      default: []
      }
    guard let found = all.first(where: { $0.value == value }) else { return nil }
    self = found
  }
}
