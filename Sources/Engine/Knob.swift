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
  /// One sentence for the learner.
  public let help: String
}
