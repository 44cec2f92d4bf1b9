import Engine
import Lessons
import Studio

/// What must be seen of a network that is too large for its panel. Levels are the hidden layers from
/// 0 on, then the output; the inputs are level −1.
struct NetworkSight {
  /// The level whose neighbourhood is shown; nil for no special one.
  let level: Int?
  /// A row of that level, as a share of its height.
  private let height: Double
  /// The unit or input that a chosen connection comes from.
  private let source: Int?

  /// The beginning of all.
  static let start = NetworkSight(level: nil, height: 0, source: nil)

  private init(level: Int?, height: Double, source: Int?) {
    (self.level, self.height, self.source) = (level, height, source)
  }

  /// - Parameters:
  ///   - focus: what has the focus.
  ///   - part: the part that is chosen, if there is one.
  init(_ focus: Control, part: NetworkPart?, _ session: Session) {
    var chosen = part
    if case .part(let part) = focus { chosen = part }
    if let part = chosen, !part.exists(in: session) { chosen = nil }
    self.init(
      level: focus.layer ?? chosen.map { $0.unit?.level ?? -1 },
      height: chosen.map { Self.height(of: $0, session) } ?? 0,
      source: Self.source(of: chosen))
  }

  private static func height(of part: NetworkPart, _ session: Session) -> Double {
    func share(_ index: Int, _ count: Int) -> Double {
      (Double(index) + 0.5) / Double(max(1, count))
    }
    guard let (level, unit) = part.unit else {
      guard case .input(let input) = part else { return 0 }
      return share(input, session.preset.features.count)
    }
    return share(unit, session.trainer.network.levels[level].units)
  }

  private static func source(of part: NetworkPart?) -> Int? {
    guard case .weight(_, _, let input) = part else { return nil }
    return input
  }

  /// What has to be seen of a level with so many units: the chosen one, and in other levels the one
  /// at its height, where the arrow keys lead.
  func index(in level: Int, of count: Int) -> Int {
    if let source, self.level == level + 1 { return source }
    return Int(height * Double(count))
  }
}

extension Control {
  /// The hidden layer that it is about.
  var layer: Int? {
    switch self {
    case .units(let layer), .unitCount(let layer), .layerSetting(_, let layer): layer
    case .problem, .setting, .feature, .layers, .part, .view: nil
    }
  }
}
