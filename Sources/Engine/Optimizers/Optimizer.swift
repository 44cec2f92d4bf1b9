/// How a gradient becomes a step.
///
/// An optimiser is a value with its own moments, so that a copy goes on exactly like the original.
/// What it remembers lies open in `moments` and `counters`, for showing and for checkpoints.
public protocol Optimizer: Adjustable {
  /// Its name in menus and presets.
  static var name: String { get }
  /// The update as a formula in the course's notation.
  static var formula: String { get }
  /// What can be turned, beside the learning rate.
  static var knobs: [Knob<Self>] { get }
  /// What it remembers of every parameter; none unless it says so.
  static var moments: [Moment<Self>] { get }

  /// The optimiser with the usual settings and no past.
  init()

  /// What it remembers beside its moments, such as running products; none unless it says so.
  ///
  /// Setting another number of values than it has changes nothing.
  var counters: [Double] { get set }

  /// Forgets the past and makes room for so many parameters.
  mutating func prepare(parameterCount: Int)

  /// Moves the parameters one step along −gradient.
  ///
  /// - Parameters:
  ///   - parameters: all of a network's, in its order.
  ///   - gradient: the slope of the loss along each parameter.
  ///   - rate: the learning rate η, 0 or more.
  /// - Precondition: parameters and gradient are as many as it was prepared for.
  mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float)

  /// The largest curvature of the loss with which its steps still come to rest, at a learning rate
  /// above 0; nil where no one number tells, as each parameter has a rate of its own.
  ///
  /// It is exact for a loss C(w) = λ/2 w² and steps along its gradient: below this λ they shrink, above
  /// it they grow. A gradient of some samples, clipping and a changing rate move it.
  func largestStableCurvature(rate: Double) -> Double?

  /// Its update of one parameter written out, with its own settings: the parts of the formula in
  /// their order, the parameter itself last.
  func workings(of step: ParameterStep) -> [Working]
}

extension Optimizer {
  public static var moments: [Moment<Self>] { [] }

  public func largestStableCurvature(rate: Double) -> Double? { nil }

  public var counters: [Double] {
    get { [] }
    set {}
  }
}

/// Every optimiser there is, simplest first. Menus, presets and tests read this list.
public enum OptimizerCatalogue {
  /// The types, in the order of the menus.
  public static let all: [any Optimizer.Type] = [
    SGD.self, Momentum.self, AveragedMomentum.self, Nesterov.self, AdaGrad.self, AdaDelta.self,
    RMSProp.self, Adam.self, AdamW.self,
  ]

  /// The optimiser of that name, with its usual settings.
  public static func named(_ name: String) -> (any Optimizer)? {
    all.first { $0.name == name }.map { $0.init() }
  }
}
