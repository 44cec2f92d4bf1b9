/// A network: its layers hold shapes, two flat vectors hold all numbers.
///
/// Optimisers, checkpoints, undo and gradient checks are array code over `parameters`.
public struct Network: Sendable {
  /// The shape it was made from.
  public let spec: NetworkSpec
  /// Every layer in the order of the forward pass.
  public let layers: [any Layer]
  /// All weights and biases: layer by layer, each `weight` `[out, in]` row by row, then `bias`.
  public var parameters: [Float]
  /// Running means and variances, layer by layer.
  public var statistics: [Float]
  /// Where each layer's numbers stand.
  let places: [Place]
  /// How each layer is reached.
  private let routes: [Route]
  /// The hidden levels, then the output.
  public let levels: [Level]
  /// The weight matrices, in order: what regularisation applies to.
  public let weights: [WeightMatrix]
  /// The units that a pass needs in all: inputs, outputs of layers, scratch.
  let unitCount: Int
  /// The units that hand on 0, in rising order.
  public internal(set) var killed: [UnitPlace] = []
  /// The same units as the passes find them.
  var silences: [Silence] = []

  /// A network with first weights drawn from `seed`; each level has a stream of its own.
  public init(_ spec: NetworkSpec, seed: UInt64) {
    self.spec = spec
    var plan = Plan(inputCount: spec.inputCount)
    for level in spec.levels { plan.append(level: level) }
    layers = plan.layers
    places = plan.places
    routes = plan.layers.map(Route.init)
    levels = plan.levels
    weights = plan.weights
    unitCount = plan.unitCount
    var parameters = [Float](repeating: 0, count: plan.parameterCount)
    var statistics = [Float](repeating: 0, count: plan.statisticCount)
    for (number, level) in plan.levels.enumerated() {
      var random = Random(seed: seed, stream: .initialization, index: UInt64(number))
      for index in level.layers {
        let (layer, place) = (layers[index], places[index])
        let own = place.parameters..<(place.parameters + layer.parameterCount)
        layer.initialize(&parameters[own], using: &random)
        let gathered = place.statistics..<(place.statistics + layer.statisticCount)
        layer.initialize(statistics: &statistics[gathered])
      }
    }
    self.parameters = parameters
    self.statistics = statistics
  }

  /// The number of weights, biases and other learned numbers.
  public var parameterCount: Int { parameters.count }

  /// The first unit of the output among the values of a pass.
  var output: Int { places.last?.output ?? 0 }

  /// The place of the weight from `input` to `unit` of a level; nil where a level's units do not
  /// see that input. Levels count from the first hidden layer, the output is the last.
  public func weightIndex(level: Int, unit: Int, input: Int) -> Int? {
    let level = levels[level]
    guard input < level.columns else { return nil }
    return level.weights + unit * level.columns + input
  }

  /// The place of the bias of a level's unit.
  public func biasIndex(level: Int, unit: Int) -> Int {
    levels[level].weights + levels[level].units * levels[level].columns + unit
  }

  /// Computes every layer's values from the inputs that stand in the workspace.
  func forward(in workspace: inout Workspace) {
    let pass = workspace.pass
    var values = workspace.values.mutableSpan
    let routes = routes.span
    let places = places.span
    let silences = silences.span
    var silenced = 0
    for index in 0..<routes.count {
      let place = places[index]
      switch routes[index] {
      case .dense(let layer):
        layer.forward(
          &values, pass, at: place, parameters: parameters.span, statistics: statistics.span)
      case .activation(let layer):
        layer.forward(
          &values, pass, at: place, parameters: parameters.span, statistics: statistics.span)
      case .other:
        layers[index].forward(
          &values, pass, at: place, parameters: parameters.span, statistics: statistics.span)
      }
      while silenced < silences.count && silences[silenced].layer == index {
        values.silence(silences[silenced].unit, blocks: pass.blocks)
        silenced += 1
      }
    }
  }

  /// Carries the gradient that stands at the output back to every parameter.
  func backward(in workspace: inout Workspace) {
    backward(
      workspace.pass, values: workspace.values, gradients: &workspace.gradients,
      parameterGradient: &workspace.parameterGradient)
  }

  private func backward(
    _ pass: Pass, values: borrowing [Lanes], gradients: inout [Lanes],
    parameterGradient: inout [Float]
  ) {
    var gradients = gradients.mutableSpan
    var parameterGradient = parameterGradient.mutableSpan
    let routes = routes.span
    let places = places.span
    let silences = silences.span
    var silenced = silences.count
    var index = routes.count
    while index > 0 {
      index -= 1
      let place = places[index]
      while silenced > 0 && silences[silenced - 1].layer == index {
        silenced -= 1
        gradients.silence(silences[silenced].unit, blocks: pass.blocks)
      }
      switch routes[index] {
      case .dense(let layer):
        layer.backward(
          &gradients, values: values.span, pass, at: place, parameters: parameters.span,
          parameterGradient: &parameterGradient)
      case .activation(let layer):
        layer.backward(
          &gradients, values: values.span, pass, at: place, parameters: parameters.span,
          parameterGradient: &parameterGradient)
      case .other:
        layers[index].backward(
          &gradients, values: values.span, pass, at: place, parameters: parameters.span,
          parameterGradient: &parameterGradient)
      }
    }
  }

  /// Lets the layers gather statistics of the batch that `forward` has just seen.
  mutating func gatherStatistics(from workspace: Workspace) {
    if statistics.isEmpty { return }
    Self.gather(
      &statistics, from: workspace.values, workspace.pass, layers: layers, places: places)
  }

  private static func gather(
    _ statistics: inout [Float], from values: borrowing [Lanes], _ pass: Pass,
    layers: borrowing [any Layer], places: borrowing [Place]
  ) {
    var span = statistics.mutableSpan
    let layers = layers.span
    for index in 0..<layers.count {
      layers[index].gather(&span, from: values.span, pass, at: places[index])
    }
  }
}

/// How a layer is reached.
///
/// A call through the protocol copies the layer first, which costs more than a small layer's whole
/// arithmetic: the two that nearly every network is made of are called directly.
private enum Route: Sendable {
  case dense(Dense)
  case activation(ActivationLayer)
  case other

  init(_ layer: any Layer) {
    if let layer = layer as? Dense {
      self = .dense(layer)
    } else if let layer = layer as? ActivationLayer {
      self = .activation(layer)
    } else {
      self = .other
    }
  }
}
