/// A value that every hidden layer has, one for all or one for each.
public struct PerLayer<Value: Equatable & Sendable>: Equatable, Sendable {
  /// One value for all layers, or one for each from the input on; never empty, and never the same
  /// value several times alone.
  public private(set) var values: [Value]

  /// The same for all layers.
  public init(_ value: Value) { values = [value] }

  /// One for each layer, from the input on.
  public init?(_ values: [Value]) {
    guard !values.isEmpty else { return nil }
    self.values = values
    collapse()
  }

  /// The value of a layer; layers past those that have one of their own are like the last that has.
  public subscript(layer: Int) -> Value { values[min(max(layer, 0), values.count - 1)] }

  /// Whether all layers have the same.
  public var isUniform: Bool { values.count == 1 }

  /// Gives one layer another value, where there are `count` layers.
  public mutating func set(_ value: Value, layer: Int, of count: Int) {
    guard (0..<count).contains(layer) else { return }
    values = (0..<count).map { $0 == layer ? value : self[$0] }
    collapse()
  }

  /// Fits the values to so many layers: a new layer is like the last one before it.
  mutating func resize(to count: Int) {
    guard !isUniform else { return }
    values = (0..<max(1, count)).map { self[$0] }
    collapse()
  }

  private mutating func collapse() {
    if values.allSatisfy({ $0 == values[0] }) { values = [values[0]] }
  }
}
