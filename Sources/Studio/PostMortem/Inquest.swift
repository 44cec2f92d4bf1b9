import Datasets
import Engine
import Lessons

/// Looks for the cause of a divergence: a sign in the numbers first, then a trial on a copy.
struct Inquest {
  private let session: Session
  private let trail: FailureTrail?
  private let start: Trainer
  /// Where trials set out from: the newest place, and, where that is lost already, the sound one.
  private let places: [Trainer]

  /// The most steps that a trial takes.
  private static let trialLimit = 400

  init(_ session: Session, _ trail: FailureTrail?) {
    self.session = session
    self.trail = trail
    start = session.refuge.latest
    let sound = session.refuge.sound
    places = sound.stepCount == start.stepCount ? [start] : [start, sound]
  }

  /// The first cause in the order of kinds that the evidence speaks for.
  var cause: PostMortem.Cause {
    decay ?? inputs ?? firstWeights ?? rate ?? unknown
  }

  // MARK: Causes

  private var decay: PostMortem.Cause? {
    let training = session.preset.training
    var spec = start.settings
    let rate = Double(start.learningRate)
    var (name, key, strength) = ("L2", "training.l2", training.l2)
    var product = rate * training.l2
    if let adamW = spec.optimizer as? AdamW, rate * Double(adamW.weightDecay) > product {
      strength = Double(adamW.weightDecay)
      (name, key) = ("weight-decay", "training.weight-decay")
      product = rate * strength
      var without = adamW
      without.weightDecay = 0
      spec.optimizer = without
    } else {
      spec.regularization.l2 = 0
    }
    guard product >= 2 else { return nil }
    let factor = Words.number(abs(1 - product))
    let cures = isFinite(spec)
    let weights = trail.flatMap(Self.weightGrowth)
    return PostMortem.Cause(
      kind: .decay, title: "rate × \(name) is too large",
      evidence: [
        "rate × \(name) is \(Words.number(product)): each step multiplies every weight by"
          + " -\(factor); from 2 on that never ends.",
        weights, cures ? "On a copy with \(name) 0 the same steps stay finite." : nil,
      ].compactMap { $0 },
      advice: [
        Self.advice(session, key, strength, below: 1 / max(rate, 1e-30)),
        session.advice("training.learning-rate", by: -2),
      ].compactMap { $0 })
  }

  /// Inputs ten times as large as those of the plane already leave no usual rate.
  private static let largeInput = 30.0

  private var inputs: PostMortem.Cause? {
    let inputs = session.yardstick.inputs
    let sizes = inputs.map { ($0.mean * $0.mean + $0.deviation * $0.deviation).squareRoot() }
    guard !session.preset.data.standardizes,
      let worst = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[worst] >= Self.largeInput
    else { return nil }
    var preset = session.preset
    preset.data.standardizes = true
    guard staysFinite(from: preset) else { return nil }
    return PostMortem.Cause(
      kind: .inputs, title: "the inputs are too large",
      evidence: [
        "\(session.preset.features[worst].title) is about \(Words.number(sizes[worst])) in size;"
          + " gradients grow with it, and how steep the loss is with its square.",
        "On a copy with standardised inputs the same number of steps stays finite.",
      ],
      advice: [
        session.advice("data.standardize", to: "true"),
        session.advice("training.learning-rate", by: -2),
      ].compactMap { $0 })
  }

  private var firstWeights: PostMortem.Cause? {
    // Weights that training made large are not the first ones.
    guard start.epochCount <= 1, session.trainer.stepCount <= 20 else { return nil }
    let levels = Diagnosis(of: start, sampleLimit: Checkup.sampleLimit).levels
    let (worst, ratio) =
      levels.enumerated()
      .map { ($0.offset, $0.element.gradientNorm / max($0.element.weightNorm, 1e-30)) }
      .max { $0.1 < $1.1 || !$1.1.isFinite } ?? (0, 0)
    guard ratio >= 100 || !ratio.isFinite else { return nil }
    var preset = session.preset
    preset.network.initialization =
      preset.network.activation.values.contains(.relu) ? .he : .xavier
    preset.network.initializationSettings = [:]
    guard preset.network.initialization != session.preset.network.initialization,
      staysFinite(from: preset)
    else { return nil }
    let name = preset.network.initialization.name
    return PostMortem.Cause(
      kind: .firstWeights, title: "the first weights are too large",
      evidence: [
        "At the start the gradient of \(session.name(ofLevel: worst)) was"
          + " \(Words.number(ratio)) times as long as its weights.",
        "On a copy with first weights by \(name) the same number of steps stays finite.",
      ],
      advice: [
        session.advice("network.initialization", to: name),
        session.advice("training.clipping", to: "norm", because: "bounds every step"),
      ].compactMap { $0 })
  }

  private var rate: PostMortem.Cause? {
    let rate = Double(start.learningRate)
    var spec = start.settings
    var tried: Double?
    for share: Float in [0.3, 0.1, 0.03, 0.01, 0.001] where tried == nil {
      spec.learningRate = start.settings.learningRate * share
      if isFinite(spec, andFalls: true) { tried = Double(spec.learningRate) }
    }
    guard let tried, let sound = places.last else { return nil }
    let bound = Self.curvature(at: sound)
    return PostMortem.Cause(
      kind: .rate, title: "the rate is too high",
      evidence: [
        bound.flatMap { bend in
          bend > 0 && rate > 2 / bend
            ? "Where it bends most, the loss bends by \(Words.number(bend)): above a rate of"
              + " 2/\(Words.number(bend)) = \(Words.number(2 / bend)) plain steps overshoot ever more;"
              + " it was \(Words.number(rate))."
            : nil
        },
        "On a copy with rate \(Words.number(tried)) the same steps stay finite, and the loss falls.",
      ].compactMap { $0 },
      advice: [
        Self.rateAdvice(session, tried),
        session.advice("training.clipping", to: "norm", because: "bounds every step"),
      ].compactMap { $0 })
  }

  /// The largest curvature of the training loss, or what is known of it after some turns: less.
  private static func curvature(at trainer: Trainer) -> Double? {
    var search = CurvatureSearch(
      of: trainer.network, over: trainer.samples, loss: trainer.settings.loss,
      regularization: trainer.settings.regularization, frozen: trainer.frozen)
    while !search.isFinished && search.turns < 30 { search.advance() }
    return search.largest.isFinite ? search.largest : nil
  }

  private var unknown: PostMortem.Cause {
    PostMortem.Cause(
      kind: .unknown, title: "no single cause shows",
      evidence: [
        "Neither a lower rate, nor no L2, nor other first weights kept the same steps finite on a"
          + " copy."
      ],
      advice: [
        session.advice("training.learning-rate", by: -2),
        session.advice("training.clipping", to: "norm", because: "bounds every step"),
      ].compactMap { $0 })
  }

  // MARK: Trials

  /// Whether the same steps stay finite with other settings.
  ///
  /// - Parameter falls: whether the training loss has to be no higher after them as well: what only
  ///   grows more slowly is no cure.
  private func isFinite(_ spec: TrainingSpec, andFalls falls: Bool = false) -> Bool {
    places.contains { place in
      var copy = place
      copy.settings = spec
      guard let end = finiteEnd(of: copy) else { return false }
      return !falls || (loss(place).isFinite && loss(end) <= loss(place))
    }
  }

  private func loss(_ trainer: Trainer) -> Double {
    trainer.network.evaluate(trainer.samples, loss: trainer.settings.loss).loss
  }

  /// Whether as many steps from epoch 0 of another preset stay finite.
  private func staysFinite(from preset: Preset) -> Bool {
    let samples = ShareSamples(preset, session.dataset)
    let trainer = Trainer(
      network: preset.firstNetwork(nil), samples: samples.training, spec: preset.trainingSpec,
      seed: preset.training.seed)
    return finiteEnd(of: trainer) != nil
  }

  /// A trainer after as many steps as led to the failure from there; nil if that does not end well.
  private func finiteEnd(of trainer: Trainer) -> Trainer? {
    var copy = trainer
    let steps = session.trainer.stepCount - trainer.stepCount + 1
    // Many more than it took: a bare escape is none.
    for _ in 0..<min(max(100, 2 * steps), Self.trialLimit) where !copy.hasStopped { copy.step() }
    return copy.divergence == nil && copy.network.isSane ? copy : nil
  }

  // MARK: Words

  private static func weightGrowth(_ trail: FailureTrail) -> String? {
    guard let first = trail.steps.first, let last = trail.steps.last, last.number > first.number
    else { return nil }
    func length(_ step: FailureTrail.Step) -> Double {
      step.weightNorms.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    guard length(last) > 2 * length(first) else { return nil }
    return "All weights together grew from \(Words.number(length(first))) to"
      + " \(Words.number(length(last))) in \(last.number - first.number) steps."
  }

  /// The largest stop of a setting below a bound.
  private static func advice(
    _ session: Session, _ key: String, _ value: Double, below bound: Double
  ) -> Advice? {
    guard let setting = SettingCatalogue.keyed(key),
      case .number(_, let steps, _, _) = setting.domain(in: session.preset),
      let stop = steps.last(where: { $0 < min(bound, value) })
    else { return nil }
    return session.advice(key, to: "\(stop)")
  }

  /// The largest stop of the rate that is no more than one that went well.
  private static func rateAdvice(_ session: Session, _ tried: Double) -> Advice? {
    advice(session, "training.learning-rate", .infinity, below: tried * 1.5)
  }
}

extension Network {
  /// Whether no parameter is so large that squares of it are not finite.
  fileprivate var isSane: Bool { parameters.allSatisfy { abs($0) < 1e18 } }
}
