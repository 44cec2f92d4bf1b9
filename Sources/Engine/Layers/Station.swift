/// A set of numbers that a layer computes for every sample, one for each of its units: where one can
/// stop on the way through a network and look.
public struct Station: Hashable, Sendable {
  /// What the numbers are.
  public enum Kind: Hashable, Sendable {
    /// z: weighted sums.
    case sum
    /// x̂: sums with mean 0 and spread 1, over the batch's samples or over the layer's units.
    case standardized(overBatch: Bool)
    /// γ x̂ + β.
    case normalized
    /// f(z).
    case activated
    /// By what dropout multiplies: 0 or 1/(1 − p).
    case mask
    /// What dropout leaves.
    case dropped
    /// x + F(x): what came in, and what was made of it.
    case shortcut
    /// h(1): the state at the end of a solver's steps.
    case solved
  }

  /// What the numbers are.
  public let kind: Kind
  /// How many there are.
  public let units: Int
  /// The first of them among the values of a pass.
  let first: Int

  init(_ kind: Kind, units: Int, from first: Int) {
    self.kind = kind
    self.units = units
    self.first = first
  }

  /// Whether the backward pass leaves ∂C/∂value there; what only a layer's own formula looks at has
  /// none.
  public var hasSlope: Bool {
    switch kind {
    case .standardized, .mask: false
    case .sum, .normalized, .activated, .dropped, .shortcut, .solved: true
    }
  }
}
