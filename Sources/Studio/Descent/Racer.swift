public import Engine
internal import Lessons

/// One optimiser on its way down a surface.
public struct Racer: Sendable {
  /// How it fares.
  public enum State: Equatable, Sendable {
    /// It is on its way.
    case running
    /// It stands still, and not at a minimum that is known.
    case resting
    /// It has stayed near the least minimum since this step.
    case arrived(at: Int)
    /// It has stayed near another minimum since this step.
    case trapped(at: Int)
    /// At this step it came to numbers without end, or so far away that it won't come back.
    case diverged(at: Int)
  }

  /// How many steps in a row it has to stay near a minimum to have arrived.
  public static let patience = 20
  /// How near that is, as a share of the window's radius.
  public static let reach = 0.01
  /// How far from the window's middle it is lost, in radii of the window.
  public static let edge = 100.0

  /// The weights (w₁, w₂); of a step into nothing, where it began.
  public private(set) var place: SIMD2<Float>
  /// The loss there.
  public private(set) var loss: Double
  /// The surface's gradient there.
  public private(set) var slope: SIMD2<Float>
  /// Steps taken.
  public private(set) var stepCount = 0
  /// How it fares.
  public private(set) var state = State.running
  /// Where it was.
  public private(set) var trail = Trail()
  /// Where it was after 10, 100, 1000 … steps.
  public private(set) var milestones: [Trail.Entry] = []
  /// The last step; nil before the first.
  public private(set) var lastStep: DescentStep?
  /// The optimiser with its memory.
  public private(set) var optimizer: any Optimizer

  private let learningRate: Float
  private let schedule: LearningRateSchedule
  private let clipping: Clipping
  private let surface: any Surface
  /// Since which step it has been near a minimum; nil while it is not.
  private var nearSince: Int?

  /// A racer at a start.
  init(_ spec: RacerSpec, on surface: any Surface, at start: SIMD2<Float>) {
    let training = spec.preset.trainingSpec
    optimizer = training.optimizer
    optimizer.prepare(parameterCount: 2)
    learningRate = training.learningRate
    schedule = training.schedule
    clipping = training.clipping
    self.surface = surface
    place = start
    loss = surface.value(at: SIMD2(start))
    slope = SIMD2(surface.slope(at: SIMD2(start)))
    trail.note(step: 0, place: place, loss: loss)
  }

  /// Whether it takes no more steps.
  public var hasDiverged: Bool {
    if case .diverged = state { return true }
    return false
  }

  /// How far above the least loss it is.
  public var gap: Double { loss - surface.least }

  /// The rate η of the step to come.
  public var nextRate: Float { schedule.rate(base: learningRate, at: stepCount) }

  /// The way of the next step if the gradient were 0: what is left of earlier steps.
  public var momentum: SIMD2<Float> { move(along: .zero) }

  /// The way of the next step without noise.
  public var nextMove: SIMD2<Float> { move(along: slope) }

  private func move(along slope: SIMD2<Float>) -> SIMD2<Float> {
    var optimizer = optimizer
    var weights = [place.x, place.y]
    var gradient = [slope.x, slope.y]
    var gradientSpan = gradient.mutableSpan
    clipping.apply(to: &gradientSpan)
    var span = weights.mutableSpan
    optimizer.update(&span, along: gradient.span, rate: nextRate)
    return SIMD2(weights[0], weights[1]) - place
  }

  /// Takes a step; none once it has diverged.
  ///
  /// - Parameter keepsRecord: whether the step can be asked for afterwards.
  mutating func step(noise: SIMD2<Float>, keepsRecord: Bool) {
    guard !hasDiverged else { return }
    var gradient = [slope.x + noise.x, slope.y + noise.y]
    var gradientSpan = gradient.mutableSpan
    clipping.apply(to: &gradientSpan)
    let rate = nextRate
    let before = optimizer
    var weights = [place.x, place.y]
    var span = weights.mutableSpan
    optimizer.update(&span, along: gradient.span, rate: rate)
    let after = SIMD2(weights[0], weights[1])
    let record = DescentStep(
      number: stepCount, before: place, after: after, slope: slope, noise: noise,
      gradient: SIMD2(gradient[0], gradient[1]), rate: rate, optimizerBefore: before,
      optimizerAfter: optimizer)
    stepCount += 1
    arrive(at: after)
    // The step into nothing is the one that people ask for.
    if keepsRecord || hasDiverged { lastStep = record }
  }

  /// Stands at a new place, if it is one.
  private mutating func arrive(at after: SIMD2<Float>) {
    let w = SIMD2<Double>(after)
    let value = surface.value(at: w)
    let slope = SIMD2<Float>(surface.slope(at: w))
    let away = w - surface.window.middle
    let distance = (away * away).sum().squareRoot()
    guard value.isFinite, slope.x.isFinite, slope.y.isFinite,
      distance <= Self.edge * surface.window.radius
    else {
      state = .diverged(at: stepCount)
      return
    }
    let move = after - place
    (place, loss, self.slope) = (after, value, slope)
    trail.note(step: stepCount, place: after, loss: value)
    if stepCount == 10 * (milestones.last?.step ?? 1) {
      milestones.append(Trail.Entry(step: stepCount, place: after, loss: value))
    }
    judge(isStill: move == .zero)
  }

  private mutating func judge(isStill: Bool) {
    // Whoever has arrived stays so, whatever noise does to it later.
    if case .arrived = state { return }
    let near = surface.nearestMinimum(to: SIMD2(place))
    guard let near, near.distance <= Self.reach * surface.window.radius else {
      nearSince = nil
      state = isStill ? .resting : .running
      return
    }
    let first = nearSince ?? stepCount
    nearSince = first
    guard stepCount - first + 1 >= Self.patience else {
      state = .running
      return
    }
    state = near.minimum.value <= surface.least ? .arrived(at: first) : .trapped(at: first)
  }
}
