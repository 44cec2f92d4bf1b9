/// A layer of continuous depth: y = h(1) of dh/dt = f(W h + b) from h(0) = x, by n steps of a solver.
///
/// Gradients are those of the solver's own arithmetic, carried back through every step. Where the
/// layer is wider than what comes in, h(0) has 0 in the other units (an augmented neural ODE); where
/// it is narrower, the values past its width are left out.
///
/// Source: R. T. Q. Chen et al., *Neural Ordinary Differential Equations* (2018); E. Dupont,
/// A. Doucet, Y. W. Teh, *Augmented Neural ODEs* (2019).
public struct ODEBlock: Layer {
  static let eulerWiring = wiring(
    "ode-euler", .euler, "h <- h + f(W h + b) / n, n times",
    help: "A layer of continuous depth, followed by n steps of Euler's method.")
  static let rk4Wiring = wiring(
    "ode-rk4", .rk4, "dh/dt = f(W h + b) from 0 to 1, n steps of Runge-Kutta",
    help: "A layer of continuous depth, followed by n steps of the Runge-Kutta method.")

  private static func wiring(
    _ name: String, _ method: Method, _ formula: String, help: String
  ) -> LayerKind {
    LayerKind(name: name, formula: formula, help: help, hasSolver: true) { context in
      [
        ODEBlock(
          inputCount: context.inputCount, outputCount: context.level.units,
          activation: context.level.activation, method: method,
          steps: context.level.solverSteps, initializer: context.initializer)
      ] + context.normalization + context.dropout
    }
  }

  /// How a step is taken.
  public struct Method: Equatable, Sendable {
    /// Where stage *s* looks: at h + Δt · `looksAhead[s]` · k of the stage before.
    let looksAhead: [Float]
    /// The share of each stage's k in the step.
    let shares: [Float]

    /// h ← h + Δt f(h).
    public static let euler = Method(looksAhead: [0], shares: [1])
    /// The classical method of fourth order, with four looks a step (M. W. Kutta, 1901).
    public static let rk4 = Method(
      looksAhead: [0, 0.5, 0.5, 1], shares: [1 / 6, 1 / 3, 1 / 3, 1 / 6])
  }

  public let inputCount: Int
  public let outputCount: Int
  /// f.
  public let activation: Activation
  /// How a step is taken.
  public let method: Method
  /// n, at least 1.
  public let steps: Int
  /// How W is drawn.
  public let initializer: Initializer

  /// A block of `outputCount` units.
  public init(
    inputCount: Int, outputCount: Int, activation: Activation, method: Method, steps: Int,
    initializer: Initializer
  ) {
    precondition(steps >= 1, "a solver takes at least one step")
    self.inputCount = inputCount
    self.outputCount = outputCount
    self.activation = activation
    self.method = method
    self.steps = steps
    self.initializer = initializer
  }

  private var field: Dense {
    Dense(inputCount: outputCount, outputCount: outputCount, initializer: initializer)
  }

  public var parameterGroups: [ParameterGroup] { field.parameterGroups }

  /// h, then for every stage of every step where it looks, W h + b, and k.
  public var scratchCount: Int {
    outputCount * (1 + 3 * steps * method.shares.count)
  }

  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {
    field.initialize(&parameters, using: &random)
  }

  /// The first units of a stage: where it looks, W h + b, k.
  private func stage(_ step: Int, _ stage: Int, _ place: Place) -> (look: Int, sum: Int, k: Int) {
    let first =
      place.scratch + outputCount * (1 + 3 * (step * method.shares.count + stage))
    return (first, first + outputCount, first + 2 * outputCount)
  }

  public func kinks(at place: Place) -> [Range<Int>] {
    activation.hasKink ? units(of: { $0.sum }, at: place) : []
  }

  /// W h + b where the solver sets out, from what comes in.
  public func sums(at place: Place) -> Int? { stage(0, 0, place).sum }

  /// W h + b and f of it where the solver sets out; then where it ends, all its other steps later.
  public func stations(at place: Place) -> [Station] {
    let start = stage(0, 0, place)
    return [
      Station(.sum, units: outputCount, from: start.sum),
      Station(.activated, units: outputCount, from: start.k),
      Station(.solved, units: outputCount, from: place.output),
    ]
  }

  public func activated(at place: Place) -> [Range<Int>] { units(of: { $0.k }, at: place) }

  /// The units of one part of every stage of every step.
  private func units(
    of part: (_ stage: (look: Int, sum: Int, k: Int)) -> Int, at place: Place
  ) -> [Range<Int>] {
    (0..<steps).flatMap { step in
      method.shares.indices.map { number in
        let first = part(stage(step, number, place))
        return first..<(first + outputCount)
      }
    }
  }

  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    let blocks = pass.blocks
    let size = outputCount * blocks
    let state = place.scratch * blocks
    let shared = min(inputCount, outputCount) * blocks
    let dt = 1 / Float(steps)
    for index in 0..<size {
      values[state + index] = index < shared ? values[place.input * blocks + index] : Lanes()
    }
    for step in 0..<steps {
      for number in method.shares.indices {
        let stage = stage(step, number, place)
        let ahead = dt * method.looksAhead[number]
        let before = stage.k - 3 * outputCount
        for index in 0..<size {
          let h = values[state + index]
          values[stage.look * blocks + index] =
            number == 0 ? h : h + values[before * blocks + index] * ahead
        }
        Affine.forward(
          &values, blocks: blocks, input: stage.look, inputs: outputCount, output: stage.sum,
          outputs: outputCount, parameters: parameters, offset: place.parameters)
        activation.apply(
          &values, from: stage.sum, to: stage.k, units: outputCount, blocks: blocks)
      }
      for number in method.shares.indices {
        let k = stage(step, number, place).k * blocks
        let share = dt * method.shares[number]
        for index in 0..<size { values[state + index] += values[k + index] * share }
      }
    }
    for index in 0..<size { values[place.output * blocks + index] = values[state + index] }
  }

  /// With g = ∂C/∂h after a step: ∂C/∂k_s = Δt (share_s g + looksAhead_{s+1} ∂C/∂look_{s+1}), then
  /// back through f and W to ∂C/∂look_s; before the step it is g + Σ ∂C/∂look_s.
  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    let blocks = pass.blocks
    let size = outputCount * blocks
    let state = place.scratch * blocks
    let dt = 1 / Float(steps)
    let stages = method.shares.count
    for index in 0..<(outputCount * (outputCount + 1)) {
      parameterGradient[place.parameters + index] = 0
    }
    for index in 0..<size { gradients[state + index] = gradients[place.output * blocks + index] }
    for step in (0..<steps).reversed() {
      for number in (0..<stages).reversed() {
        let stage = stage(step, number, place)
        let share = dt * method.shares[number]
        let isLast = number == stages - 1
        let ahead = isLast ? 0 : dt * method.looksAhead[number + 1]
        let after = stage.look + 3 * outputCount
        for index in 0..<size {
          let own = gradients[state + index] * share
          gradients[stage.k * blocks + index] =
            isLast ? own : own + gradients[after * blocks + index] * ahead
        }
        activation.applySlope(
          &gradients, values: values, from: stage.k, to: stage.sum, units: outputCount,
          blocks: blocks)
        Affine.parameterGradient(
          gradients.span, values: values, blocks: blocks, input: stage.look,
          inputs: outputCount, delta: stage.sum, outputs: outputCount, into: &parameterGradient,
          offset: place.parameters, adds: true)
        Affine.inputGradient(
          &gradients, blocks: blocks, input: stage.look, inputs: outputCount, delta: stage.sum,
          outputs: outputCount, parameters: parameters, offset: place.parameters)
      }
      for number in 0..<stages {
        let look = stage(step, number, place).look * blocks
        for index in 0..<size { gradients[state + index] += gradients[look + index] }
      }
    }
    guard place.wantsInputGradient else { return }
    let shared = min(inputCount, outputCount) * blocks
    for index in 0..<(inputCount * blocks) {
      gradients[place.input * blocks + index] =
        index < shared ? gradients[state + index] : Lanes()
    }
  }
}
