/// The largest curvature of a training loss: the largest eigenvalue of its matrix of second
/// derivatives H, found by multiplying a direction with H again and again.
///
/// ```
/// v ← (H + σ) v / ‖(H + σ) v‖,  λ = vᵀHv
/// ```
///
/// Hv is the difference of the gradients at w + ε v and w − ε v, by 2ε; the curvature of an L2
/// penalty, λ₂, is added to weights, and an L1 has none. What the direction does not move, frozen
/// parameters, is left out. With σ = 0 the direction turns to the eigenvalue that is largest in size.
/// Where that is negative, or two of both signs are about as large, σ becomes that size, and no
/// eigenvalue of H + σ is negative any more: its largest is λ + σ.
///
/// It ends when Hv is λv to 10⁻⁴ of λ, or when ten more turns change λ by less than 2·10⁻⁵ of it.
///
/// Source: R. von Mises, H. Pollaczek-Geiringer, *Praktische Verfahren der Gleichungsauflösung* (1929);
/// B. A. Pearlmutter, *Fast Exact Multiplication by the Hessian* (1994), §2, for the differences.
public struct CurvatureSearch: Sendable {
  /// λ of the present direction; NaN before the first turn, and where a gradient is not finite.
  public private(set) var largest = Double.nan
  /// Turns so far.
  public private(set) var turns = 0
  /// Whether the last turns agree.
  public private(set) var hasSettled = false
  /// Whether it has settled or given up.
  public private(set) var isFinished = false

  /// After so many turns it gives up; λ is then a lower bound that is usually near.
  public static let turnLimit = 600
  /// ε of the differences: wide, for the gradients are in `Float`.
  private static let step = 0x1p-7

  private let middle: [Float]
  /// λ₂ of each parameter.
  private let decay: [Double]
  private let isFrozen: [Bool]
  private let seed: UInt64
  private var network: Network
  private var gradient: PartialGradient
  /// The gradient on the far side, once it is known.
  private var far: [Double]?
  private var direction: [Double]
  private var shift = 0.0
  /// λ after each of the last turns.
  private var recent: [Double] = []

  /// A search that has not begun.
  ///
  /// - Parameters:
  ///   - network: where the curvature is looked for.
  ///   - samples: those that it learns from; without any there is nothing to find.
  ///   - loss: what is made small.
  ///   - regularization: of which the L2 penalty counts; a decay beside the step is none.
  ///   - frozen: places of parameters that no step changes.
  ///   - seed: where the first direction comes from.
  public init(
    of network: Network, over samples: Samples, loss: Loss,
    regularization: Regularization = .none, frozen: [Int] = [], seed: UInt64 = 0
  ) {
    self.network = network
    self.seed = seed
    middle = network.parameters
    gradient = PartialGradient(of: network, over: samples, loss: loss)
    var decay = [Double](repeating: 0, count: network.parameterCount)
    for matrix in network.weights {
      for index in matrix.range { decay[index] = Double(regularization.l2Penalty) }
    }
    self.decay = decay
    var isFrozen = [Bool](repeating: false, count: network.parameterCount)
    for index in frozen where isFrozen.indices.contains(index) { isFrozen[index] = true }
    self.isFrozen = isFrozen
    direction = Self.drawn(isFrozen, seed: seed, number: 0)
    isFinished = samples.count == 0 || !isFrozen.contains(false)
    if !isFinished { look(1) }
  }

  /// The share of the turns it may take; 1 when it has finished, which is usually sooner.
  public var progress: Double {
    isFinished ? 1 : min(1, Double(turns) / Double(Self.turnLimit))
  }
  /// About how many multiplications one `advance` takes.
  public var pieceCost: Int { gradient.pieceCost(network) }

  /// Looks at a few more samples.
  public mutating func advance() {
    guard !isFinished else { return }
    gradient.add(network)
    guard gradient.isFinished else { return }
    if let far {
      self.far = nil
      turn(far, gradient.gradient)
      if !isFinished { look(1) }
    } else {
      far = gradient.gradient
      look(-1)
    }
  }

  /// Goes to one side of the middle.
  private mutating func look(_ side: Double) {
    for index in middle.indices {
      network.parameters[index] = Self.moved(middle[index], side * Self.step * direction[index])
    }
    gradient.restart()
  }

  private static func moved(_ value: Float, _ step: Double) -> Float { Float(Double(value) + step) }

  /// Puts H v in the place of v.
  private mutating func turn(_ far: [Double], _ near: [Double]) {
    // Rounded to `Float`, the step is not quite along v: what was really gone is what H acts on.
    var taken = direction
    var product = direction
    for index in middle.indices {
      let step = Self.step * direction[index]
      taken[index] =
        isFrozen[index]
        ? 0
        : (Double(Self.moved(middle[index], step)) - Double(Self.moved(middle[index], -step)))
          / (2 * Self.step)
      product[index] =
        isFrozen[index]
        ? 0
        : (far[index] - near[index]) / (2 * Self.step) + decay[index] * taken[index]
    }
    turns += 1
    let square = Engine.product(taken, taken)
    largest = Engine.product(taken, product) / square
    let size = (Engine.product(product, product) / square).squareRoot()
    let rest = max(0, size * size - largest * largest).squareRoot()
    guard size.isFinite, largest.isFinite else {
      largest = .nan
      isFinished = true
      return
    }
    recent.append(largest)
    if recent.count > 11 { recent.removeFirst() }
    guard goesOn(size: size, rest: rest) else { return }
    for index in product.indices { product[index] += shift * taken[index] }
    let length = Engine.product(product, product).squareRoot()
    guard length > 0 else {
      _ = settle()
      return
    }
    direction = product.map { $0 / length }
  }

  /// Whether the present direction is to be turned further: not after the end, nor where a search
  /// with a shift has begun.
  ///
  /// - Parameters:
  ///   - size: ‖Hv‖, which comes near the largest size of an eigenvalue.
  ///   - rest: ‖Hv − λv‖.
  private mutating func goesOn(size: Double, rest: Double) -> Bool {
    if size == 0 { return settle() }
    // With a shift, λ itself may be close to 0, where a share of it says nothing.
    let scale = max(abs(largest), 0.01 * shift)
    let isStill =
      recent.count == 11 && recent.allSatisfy { abs($0 - largest) <= 2e-5 * scale }
    if shift == 0 {
      let hasTurned = rest <= 1e-4 * scale || isStill && rest <= 0.03 * scale
      if hasTurned && largest > 0 { return settle() }
      let isMixed = largest < 0 || rest > 0.3 * scale
      if hasTurned || turns >= 40 && isMixed || turns >= 200 && rest > 0.03 * scale {
        shift = 1.01 * size
        recent = []
        direction = Self.drawn(isFrozen, seed: seed, number: 1)
        return false
      }
    } else if rest <= 1e-4 * scale || isStill {
      return settle()
    }
    isFinished = turns >= Self.turnLimit
    return !isFinished
  }

  /// Ends the search; nothing goes on.
  private mutating func settle() -> Bool {
    hasSettled = true
    isFinished = true
    return false
  }

  /// A random direction of length 1 that leaves frozen parameters alone.
  private static func drawn(_ isFrozen: [Bool], seed: UInt64, number: UInt64) -> [Double] {
    // Apart from the numbers of the planes.
    var random = Random(seed: seed, stream: .landscape, index: 1 << 31 + number)
    let drawn = isFrozen.map { isFrozen in
      let value = random.normal()
      return isFrozen ? 0 : value
    }
    let length = Engine.product(drawn, drawn).squareRoot()
    return length > 0 ? drawn.map { $0 / length } : drawn
  }
}
