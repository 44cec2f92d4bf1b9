/// Compares a gradient with differences of the loss itself, parameter by parameter.
///
/// ```
/// numeric = (C(w − 2h) − 8 C(w − h) + 8 C(w + h) − C(w + 2h)) / 12 h,  h = 1/32
/// ```
///
/// The network runs in `Float`, the losses are summed in double. With h that wide, the formula's
/// own error h⁴/30·C⁗′ and the rounding 10⁻⁷·C/h balance: for losses about 1 over a few dozen
/// samples a right gradient is met within 3·10⁻⁴ of relative error, behind normalisations within
/// 10⁻³. Where a kink, such as relu's
/// or hinge's, is closer than 2h, h is halved until nothing crosses it, down to 2⁻¹²; so it is where
/// the loss bends so sharply, as behind a normalisation of nearly equal numbers, that h and h/2 tell
/// two slopes. The rounding grows as h falls, to 2·10⁻³ at the worst in small networks and 8·10⁻³
/// where many sums follow each other. Slopes that only stand in for the true ones, as the step's does,
/// differ from the numeric ones rightly. An entry that still crosses is marked and says nothing.
///
/// Source: B. Fornberg, *Generation of Finite Difference Formulas on Arbitrarily Spaced Grids*
/// (1988), for the coefficients.
public struct GradientCheck: Sendable {
  /// What was found for one parameter.
  public struct Entry: Equatable, Sendable {
    /// Its place in `Network.parameters`.
    public let parameter: Int
    /// The gradient to be checked.
    public let analytic: Double
    /// The gradient by differences.
    public let numeric: Double
    /// |numeric − analytic| as a share of the larger of them, or of a tenth of the largest gradient
    /// of any parameter, or of 0.001: near zero, rounding alone makes shares large.
    public let relativeError: Double
    /// Half the distance between the inner two points.
    public let step: Double
    /// Whether a unit or the loss crosses a kink between the points, so that they do not tell the slope.
    public let crossesKink: Bool
  }

  /// One entry for each parameter asked for, in that order.
  public let entries: [Entry]

  /// The entry with the largest relative error among those that cross no kink.
  public var worst: Entry? {
    entries.filter { !$0.crossesKink }.max { $0.relativeError < $1.relativeError }
  }

  /// Checks the network's own gradient of the mean loss and the penalties; a proximal L1 is none.
  ///
  /// Takes nine forward passes over the samples for each parameter, more near kinks.
  ///
  /// - Parameters:
  ///   - network: a small one, for the time that it takes.
  ///   - samples: at least one, with a target for each output.
  ///   - loss: whose mean over the samples is looked at.
  ///   - regularization: its penalties join the loss.
  ///   - parameters: places in `Network.parameters`; nil for all of them.
  ///   - analytic: a gradient to check in place of the network's own, as long as its parameters.
  public init(
    _ network: Network, samples: Samples, loss: Loss, regularization: Regularization = .none,
    parameters: [Int]? = nil, analytic: [Float]? = nil
  ) {
    let gradient =
      analytic ?? network.gradient(over: samples, loss: loss, regularization: regularization)
    precondition(gradient.count == network.parameterCount, "one number per parameter")
    let largest = gradient.reduce(0) { max($0, $1.magnitude) }
    let floor = max(0.001, 0.1 * Double(largest))
    var objective = Objective(network, samples: samples, loss: loss)
    let weights = network.weights.map(\.range)
    entries = (parameters ?? Array(network.parameters.indices)).map { parameter in
      let slope = objective.slope(at: parameter, floor: floor)
      var numeric = slope.value
      if weights.contains(where: { $0.contains(parameter) }) {
        numeric += regularization.numericSlope(at: Double(network.parameters[parameter]))
      }
      let analytic = Double(gradient[parameter])
      let size = max(abs(numeric), abs(analytic), floor)
      return Entry(
        parameter: parameter, analytic: analytic, numeric: numeric,
        relativeError: abs(numeric - analytic) / size, step: slope.step,
        crossesKink: slope.crossesKink)
    }
  }
}

/// The mean loss as a function of one parameter.
private struct Objective {
  private var network: Network
  private var workspace: Workspace
  private let sampleCount: Int
  private let loss: Loss
  /// The units, among the values of a pass, whose slope is another on the other side of 0.
  private let kinked: [Int]

  init(_ network: Network, samples: Samples, loss: Loss) {
    self.network = network
    self.loss = loss
    sampleCount = samples.count
    workspace = Workspace(for: network, holding: samples, draws: .check)
    kinked = zip(network.layers, network.places).flatMap { $0.kinks(at: $1) }.flatMap { $0 }
  }

  /// The loss's slope along a parameter, by the widest step that crosses no kink and agrees with
  /// half of it, to 10⁻⁴ of the slope or of `floor`; where none does, by the one that comes closest.
  mutating func slope(
    at parameter: Int, floor: Double
  ) -> (value: Double, step: Double, crossesKink: Bool) {
    let middle = network.parameters[parameter]
    defer { network.parameters[parameter] = middle }
    let home = evaluate(parameter, at: middle)
    var closest: (value: Double, step: Double, distance: Double)?
    var step: Float = 0x1p-5
    var wide = differences(parameter, middle, step, home: home.side)
    while step > 0x1p-12 {
      let narrow = differences(parameter, middle, step / 2, home: home.side)
      if !wide.crosses {
        let distance = abs(wide.slope - narrow.slope) / max(abs(wide.slope), floor)
        if distance <= 1e-4 { return (wide.slope, Double(step), false) }
        if distance < closest?.distance ?? .infinity {
          closest = (wide.slope, Double(step), distance)
        }
      }
      wide = narrow
      step /= 2
    }
    if let closest { return (closest.value, closest.step, false) }
    return (wide.slope, Double(step), wide.crosses)
  }

  /// The slope by the formula, and whether a unit or the loss crosses a kink between its points.
  private mutating func differences(
    _ parameter: Int, _ middle: Float, _ step: Float, home: [SIMDMask<SIMD16<Int32>>]
  ) -> (slope: Double, crosses: Bool) {
    let points = [-2, -1, 1, 2].map { evaluate(parameter, at: middle + $0 * step) }
    let c = points.map(\.loss)
    return (
      (c[0] - c[3] + 8 * (c[2] - c[1])) / (12 * Double(step)), points.contains { $0.side != home }
    )
  }

  /// The mean loss with a parameter set to `value`, and on which side of a kink every unit is.
  private mutating func evaluate(
    _ parameter: Int, at value: Float
  ) -> (loss: Double, side: [SIMDMask<SIMD16<Int32>>]) {
    network.parameters[parameter] = value
    network.forward(in: &workspace)
    let pass = workspace.pass
    let outputs = network.spec.outputCount
    let first = network.output * pass.blocks
    let prediction = workspace.values.span.extracting(first..<(first + outputs * pass.blocks))
    var sum = 0.0
    for block in 0..<pass.blocks {
      let values = loss.values(
        of: prediction, target: workspace.targets.span, block: block, blocks: pass.blocks,
        outputs: outputs)
      for lane in 0..<pass.filled(block) { sum += Double(values[lane]) }
    }
    var side: [SIMDMask<SIMD16<Int32>>] = []
    for index in 0..<prediction.count {
      let (a, y) = (prediction[index], workspace.targets[index])
      guard let distance = loss.distanceFromKink(of: a, target: y) else { break }
      side.append(distance.keepingFirst(pass.filled(index % pass.blocks)) .> 0)
    }
    for place in kinked {
      for block in 0..<pass.blocks {
        let sums = workspace.values[place * pass.blocks + block]
        side.append(sums.keepingFirst(pass.filled(block)) .> 0)
      }
    }
    return (sum / Double(sampleCount), side)
  }
}

extension Loss {
  /// How far each lane is from where the loss of an output has a kink, or Huber's its bend, with
  /// another sign on the other side; nil for a smooth loss.
  fileprivate func distanceFromKink(of a: Lanes, target y: Lanes) -> Lanes? {
    switch self {
    case .meanAbsoluteError: a - y
    case .huber(let delta): (a - y).magnitude - delta
    case .hinge: 1 - y * a
    case .halfSquaredError, .meanSquaredError, .binaryCrossEntropy, .softmaxCrossEntropy: nil
    }
  }
}

extension Regularization {
  /// The slope of the penalties of one weight by differences, on the weight's own side of 0.
  fileprivate func numericSlope(at weight: Double) -> Double {
    let (l1, l2) = (Double(l1Penalty), Double(l2Penalty))
    let penalty = { (w: Double) in l1 * abs(w) + l2 / 2 * w * w }
    let step = weight == 0 ? 0x1p-10 : min(0x1p-10, abs(weight) / 2)
    return (penalty(weight + step) - penalty(weight - step)) / (2 * step)
  }
}
