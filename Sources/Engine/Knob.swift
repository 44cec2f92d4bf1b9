/// A number of `Root` that a person may turn: described once, for sliders, presets, the command
/// line and help alike.
public struct Knob<Root>: Sendable {
  /// Its name in presets and help, in lower case with hyphens.
  public let name: String
  /// Where the number is.
  public let value: any WritableKeyPath<Root, Float> & Sendable
  /// The allowed values.
  public let range: ClosedRange<Float>
  /// The stops of the arrow keys, in rising order.
  public let steps: [Float]
  /// Whether only whole numbers make sense: counts, and switches from 0 (off) to 1 (on).
  public let isWhole: Bool
  /// One sentence for the learner.
  public let help: String

  init(
    name: String, value: any WritableKeyPath<Root, Float> & Sendable, range: ClosedRange<Float>,
    steps: [Float], isWhole: Bool = false, help: String
  ) {
    self.name = name
    self.value = value
    self.range = range
    self.steps = steps
    self.isWhole = isWhole
    self.help = help
  }
}

/// Something with knobs: an optimiser, a schedule.
public protocol Adjustable: Sendable {
  /// What can be turned.
  static var knobs: [Knob<Self>] { get }
}

extension Adjustable {
  /// The names of its knobs.
  public var settingNames: [String] { Self.knobs.map(\.name) }

  /// The present value of a knob; nil if there is none of that name.
  public func setting(_ name: String) -> Float? {
    Self.knobs.first { $0.name == name }.map { self[keyPath: $0.value] }
  }

  /// Turns a knob, clamped to its range and rounded where only whole numbers make sense; a name it
  /// does not have changes nothing, nor does NaN.
  public mutating func set(_ name: String, to value: Float) {
    guard let knob = Self.knobs.first(where: { $0.name == name }), !value.isNaN else { return }
    let clamped = min(max(value, knob.range.lowerBound), knob.range.upperBound)
    self[keyPath: knob.value] = knob.isWhole ? clamped.rounded() : clamped
  }
}
