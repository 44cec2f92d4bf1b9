/// What keeps weights small; biases are never regularised.
///
/// As penalties, λ₁ Σ|w| + λ₂/2 Σw² joins the loss. The proximal form of L1 shrinks each weight
/// after the step instead: w ← sign(w) max(|w| − η λ₁, 0), which reaches exactly 0 and lets a
/// weight come back when the data pulls at it.
///
/// Source: N. Parikh and S. Boyd, *Proximal Algorithms* (2014), §6.5.2, for soft thresholding.
public struct Regularization: Equatable, Sendable {
  /// λ₁, 0 or more.
  public var l1: Float
  /// λ₂, 0 or more.
  public var l2: Float
  /// Whether L1 acts as a proximal step rather than through its subgradient.
  public var l1IsProximal: Bool

  /// Regularisation of these strengths; none by default.
  public init(l1: Float = 0, l2: Float = 0, l1IsProximal: Bool = true) {
    self.l1 = l1
    self.l2 = l2
    self.l1IsProximal = l1IsProximal
  }

  /// No regularisation.
  public static let none = Regularization()

  /// λ₁ Σ|w| + λ₂/2 Σw² over the weights of a network.
  public func penalty(of network: Network) -> Double {
    guard l1 != 0 || l2 != 0 else { return 0 }
    var absolute = 0.0
    var squared = 0.0
    for range in network.weights.map(\.range) {
      for index in range {
        let weight = Double(network.parameters[index])
        absolute += abs(weight)
        squared += weight * weight
      }
    }
    return Double(l1) * absolute + Double(l2) / 2 * squared
  }

  /// Adds the penalty's (sub)gradient at `parameters` to `gradient`; that of |w| at 0 is 0.
  func addGradient(
    at parameters: Span<Float>, weights: Range<Int>, to gradient: inout MutableSpan<Float>
  ) {
    if l2 != 0 {
      for index in weights { gradient[index] += l2 * parameters[index] }
    }
    if l1 != 0 && !l1IsProximal {
      for index in weights {
        let weight = parameters[index]
        gradient[index] += weight > 0 ? l1 : weight < 0 ? -l1 : 0
      }
    }
  }

  /// Shrinks weights by η λ₁ towards 0, where L1 is proximal.
  func shrink(_ parameters: inout MutableSpan<Float>, weights: Range<Int>, rate: Float) {
    guard l1 != 0 && l1IsProximal else { return }
    let threshold = rate * l1
    for index in weights {
      let weight = parameters[index]
      if weight > threshold {
        parameters[index] = weight - threshold
      } else if weight < -threshold {
        parameters[index] = weight + threshold
      } else if weight == weight {  // A NaN stays: 0 would hide that training has diverged.
        parameters[index] = 0
      }
    }
  }
}
