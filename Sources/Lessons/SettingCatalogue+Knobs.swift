import Engine

/// The numbers that belong to the members of a family, such as the knobs of optimisers, as settings.
///
/// Members may share a knob's name, each with a usual value and a range of its own.
struct KnobFamily: Sendable {
  /// A number of one member of the family.
  struct Member: Sendable {
    let kind: String
    let name: String
    let help: String
    let usual: Float
    let range: ClosedRange<Float>
    let domain: Setting.Domain

    init(
      kind: String, name: String, help: String, usual: Float, range: ClosedRange<Float>,
      steps: [Float], isWhole: Bool = false
    ) {
      self.kind = kind
      self.name = name
      self.help = help
      self.usual = usual
      self.range = range
      domain = .number(
        range: Self.number(range.lowerBound)...Self.number(range.upperBound),
        steps: steps.map(Self.number), isWhole: isWhole, unit: "")
    }

    /// By way of its digits: 0.999 in single precision is no round number in double.
    static func number(_ value: Float) -> Double { Double("\(value)") ?? Double(value) }
  }

  /// The key of the choice among the family: `training.optimizer`.
  let choice: String
  let members: [Member]
  /// What stands before a knob's name in its key: `training.`, `training.schedule-`.
  let prefix: String
  /// What a change of a number asks of a session.
  let effect: Setting.Effect
  /// The member that a preset has chosen.
  let chosen: @Sendable (Preset) -> String
  /// Where the numbers are that differ from the usual ones.
  let values: any WritableKeyPath<Preset, [String: Float]> & Sendable

  /// Forgets the numbers that the chosen member does not take, or has as usual: knobs keep the
  /// values that were given to them where another member takes them.
  func tidy(_ preset: inout Preset) {
    for member in members where member.kind == chosen(preset) {
      guard let value = preset[keyPath: values][member.name] else { continue }
      if value == member.usual || !member.range.contains(value) {
        preset[keyPath: values][member.name] = nil
      }
    }
  }

  /// One setting for each name.
  ///
  /// It is the knob of the preset's choice, with the range and the usual value there. Where the
  /// choice has none of that name, the first member that has one lends its own, so that a value can
  /// be given before the choice is made.
  var settings: [Setting] {
    var firsts: [Member] = []
    for member in members where !firsts.contains(where: { $0.name == member.name }) {
      firsts.append(member)
    }
    return firsts.map { setting(of: $0.name, or: $0) }
  }

  /// The keys of the numbers that the preset's choice has.
  func keys(in preset: Preset) -> [String] {
    members.filter { $0.kind == chosen(preset) }.map { prefix + $0.name }
  }

  private func setting(of name: String, or first: Member) -> Setting {
    let (same, chosen, values) = (members.filter { $0.name == name }, chosen, values)
    let present: @Sendable (Preset) -> Member = { preset in
      same.first { $0.kind == chosen(preset) } ?? first
    }
    return Setting(
      key: prefix + name, title: name, help: first.help, effect: effect, domain: first.domain,
      special: { present($0).domain },
      read: { preset in
        Setting.text(Member.number(preset[keyPath: values][name] ?? present(preset).usual))
      },
      write: { preset, text in
        let value = Float(text)
        preset[keyPath: values][name] = value == present(preset).usual ? nil : value
      })
  }
}

extension KnobFamily {
  /// The knobs of optimisers.
  static func optimizers(_ kinds: [any Optimizer.Type]) -> KnobFamily {
    KnobFamily(
      choice: "training.optimizer",
      members: kinds.flatMap { knobs(of: $0.init(), $0.name) }, prefix: "training.",
      effect: .live, chosen: { $0.training.optimizer }, values: \.training.optimizerSettings)
  }

  /// The knobs of schedules.
  static func schedules(_ kinds: [any Schedule.Type]) -> KnobFamily {
    KnobFamily(
      choice: "training.schedule",
      members: kinds.flatMap { knobs(of: $0.init(), $0.name) },
      prefix: "training.schedule-", effect: .live, chosen: { $0.training.schedule },
      values: \.training.scheduleSettings)
  }

  /// The knobs of a member as they usually stand.
  private static func knobs<Kind: Adjustable>(of usual: Kind, _ name: String) -> [Member] {
    Kind.knobs.map { knob in
      Member(
        kind: name, name: knob.name, help: knob.help, usual: usual[keyPath: knob.value],
        range: knob.range, steps: knob.steps, isWhole: knob.isWhole)
    }
  }

  /// The limits of gradient clipping.
  static let clippings = KnobFamily(
    choice: "training.clipping",
    members: Clipping.allCases.compactMap { clipping in
      clipping.limit.map { limit in
        Member(
          kind: clipping.name, name: "limit", help: "The largest gradient that passes unclipped.",
          usual: limit, range: 0.0001...1000,
          steps: [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 100])
      }
    }, prefix: "training.clipping-", effect: .live, chosen: { $0.training.clipping },
    values: \.training.clippingSettings)

  /// The numbers of losses.
  static let losses = KnobFamily(
    choice: "training.loss",
    members: [
      Member(
        kind: Preset.LossChoice.huber.rawValue, name: "delta",
        help: "The error δ from which on Huber's loss goes straight.", usual: 1,
        range: 0.001...1000, steps: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10])
      // Values of two losses do not go into one curve: it begins anew, as with another loss.
    ], prefix: "training.loss-", effect: .keepsWeights, chosen: { $0.training.loss.rawValue },
    values: \.training.lossSettings)

  /// The numbers of initialisations.
  static let initializers = KnobFamily(
    choice: "network.initialization",
    members: Initializer.allCases.compactMap { initializer in
      initializer.scale.map { scale in
        Member(
          kind: initializer.name, name: "scale",
          help: "The constant, the limit or the standard deviation of the first weights.",
          usual: scale, range: 0...100,
          steps: [0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10])
      }
    }, prefix: "network.initialization-", effect: .startsAnew,
    chosen: { $0.network.initialization.name }, values: \.network.initializationSettings)
}
