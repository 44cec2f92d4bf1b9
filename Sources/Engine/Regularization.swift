/// What keeps weights small; biases are never regularised.
///
/// Four parts, each with a strength of its own, which a step uses in this order:
///
/// - `addGradient`: penalties join the loss as λ₁ Σ|w| + λ₂/2 Σw², and their gradient the data's.
/// - `decay`: L2 as a decay beside the step, w ← (1 − η λ₂) w, before the optimiser's update.
/// - `shrink`: L1 as a proximal step after the update, w ← sign(w) max(|w| − η λ₁, 0), which reaches
///   exactly 0 and lets a weight come back when the data pulls at it.
/// - `limitRows`: the incoming weights of a unit, as a vector, are scaled back to a largest length.
///
/// L1 is a penalty or proximal, L2 a penalty or a decay, never both. For plain gradient descent the
/// two forms of L2 are the same rule; optimisers with moments blur a penalty, not a decay.
///
/// Source: N. Parikh and S. Boyd, *Proximal Algorithms* (2014), §6.5.2, for soft thresholding;
/// I. Loshchilov and F. Hutter, *Decoupled Weight Decay Regularization* (2019); N. Srebro,
/// J. Rennie, T. Jaakkola, *Maximum-Margin Matrix Factorization* (2004), and G. Hinton et al.,
/// *Improving neural networks by preventing co-adaptation of feature detectors* (2012), for the
/// largest length.
public struct Regularization: Equatable, Sendable {
  /// λ₁, 0 or more.
  public var l1: Float
  /// λ₂, 0 or more.
  public var l2: Float
  /// Whether L1 acts as a proximal step rather than through its subgradient.
  public var l1IsProximal: Bool
  /// Whether L2 acts as a decay beside the step rather than through its gradient.
  public var l2IsDecoupled: Bool
  /// The largest length of a unit's incoming weights; 0 for no limit.
  public var maxNorm: Float

  /// Regularisation of these strengths; none by default.
  public init(
    l1: Float = 0, l2: Float = 0, l1IsProximal: Bool = true, l2IsDecoupled: Bool = false,
    maxNorm: Float = 0
  ) {
    self.l1 = l1
    self.l2 = l2
    self.l1IsProximal = l1IsProximal
    self.l2IsDecoupled = l2IsDecoupled
    self.maxNorm = maxNorm
  }

  /// No regularisation.
  public static let none = Regularization()

  /// λ₁ where it is the strength of a penalty, else 0.
  var l1Penalty: Float { l1IsProximal ? 0 : l1 }
  /// λ₂ where it is the strength of a penalty, else 0.
  var l2Penalty: Float { l2IsDecoupled ? 0 : l2 }

  /// What joins the loss: λ₁ Σ|w| + λ₂/2 Σw² over the weights of a network, of the parts that are
  /// penalties. A proximal L1, a decay and a largest length are none and count 0.
  public func penalty(of network: Network) -> Double {
    var sum = 0.0
    for matrix in network.weights {
      sum += penalty(of: network.parameters.span, weights: matrix.range)
    }
    return sum
  }

  /// What the weights in a range add to the loss.
  func penalty(of parameters: Span<Float>, weights: Range<Int>) -> Double {
    guard l1Penalty != 0 || l2Penalty != 0 else { return 0 }
    var absolute = 0.0
    var squared = 0.0
    for index in weights {
      let weight = Double(parameters[index])
      absolute += abs(weight)
      squared += weight * weight
    }
    return Double(l1Penalty) * absolute + Double(l2Penalty) / 2 * squared
  }

  /// Whether L2 is so strong at learning rate η that it throws weights ever further from 0.
  ///
  /// A step takes η λ₂ w from each weight w, which leaves (1 − η λ₂) w. From η λ₂ = 2 on this is no
  /// smaller than w, with the other sign each time. A decay does so beside every optimiser. A penalty
  /// does so in plain descent, `SGD` without clipping, alone: with momentum the bound is higher, and
  /// optimisers that divide by the size of gradients have none. What the data and L1 add is left out; where there
  /// is a largest length, weights can't grow, and the answer is no.
  ///
  /// - Parameter rate: η, above 0.
  public func mustDiverge(rate: Float) -> Bool {
    maxNorm <= 0 && Double(rate) * Double(l2) >= 2
  }

  /// Adds the penalties' (sub)gradient at `parameters` to `gradient`; that of |w| at 0 is 0.
  func addGradient(
    at parameters: Span<Float>, weights: Range<Int>, to gradient: inout MutableSpan<Float>
  ) {
    if l2Penalty != 0 {
      for index in weights { gradient[index] += l2 * parameters[index] }
    }
    if l1Penalty != 0 {
      for index in weights {
        let weight = parameters[index]
        gradient[index] += weight > 0 ? l1 : weight < 0 ? -l1 : 0
      }
    }
  }

  /// Takes the share η λ₂ from weights before the optimiser's update, where L2 is a decay.
  func decay(_ parameters: inout MutableSpan<Float>, weights: Range<Int>, rate: Float) {
    guard l2 != 0 && l2IsDecoupled else { return }
    let share = 1 - rate * l2
    for index in weights { parameters[index] *= share }
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

  /// Scales each unit's incoming weights back to the largest length after the update, where they
  /// are longer; a row with an infinity or NaN in it stays, for the step to find.
  ///
  /// - Parameters:
  ///   - weights: rows one after the other, one for each unit.
  ///   - rowLength: the weights of a unit, 1 or more.
  func limitRows(
    of parameters: inout MutableSpan<Float>, weights: Range<Int>, rowLength: Int
  ) {
    guard maxNorm > 0 && rowLength > 0 else { return }
    var row = weights.lowerBound
    while row < weights.upperBound {
      let end = min(row + rowLength, weights.upperBound)
      var squared = 0.0
      for index in row..<end {
        let weight = Double(parameters[index])
        squared += weight * weight
      }
      let length = squared.squareRoot()
      if length > Double(maxNorm) && length.isFinite {
        let share = Float(Double(maxNorm) / length)
        for index in row..<end { parameters[index] *= share }
      }
      row = end
    }
  }
}
