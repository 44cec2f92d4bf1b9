import Engine

/// How the knobs of all optimisers become settings.
extension SettingCatalogue {
  /// A knob without the type of its optimiser.
  private struct OptimizerKnob: Sendable {
    let optimizer: String
    let name: String
    let help: String
    let usual: Float
    let range: ClosedRange<Float>
    let domain: Setting.Domain
  }

  /// The choice among these optimisers.
  ///
  /// Knobs keep the values that were given to them where the new optimiser takes them; the others
  /// have its usual values.
  static func optimizerChoice(of kinds: [any Optimizer.Type]) -> Setting {
    let knobs = kinds.flatMap { Self.knobs(of: $0) }
    return choice(
      "training.optimizer", "optimizer", "How a gradient becomes a step.", .live,
      kinds.map { $0.name }, { $0.training.optimizer },
      { preset, name in
        preset.training.optimizer = name
        for knob in knobs where knob.optimizer == name {
          guard let value = preset.training.optimizerSettings[knob.name] else { continue }
          if value == knob.usual || !knob.range.contains(value) {
            preset.training.optimizerSettings[knob.name] = nil
          }
        }
      })
  }

  /// One setting for each name that knobs of these optimisers have.
  ///
  /// It is the knob of the preset's optimiser, with the range and the usual value there. Where the
  /// preset's has none of that name, the first optimiser that has one lends its own, so that a
  /// value can be given before the optimiser is chosen.
  static func optimizerKnobs(of kinds: [any Optimizer.Type]) -> [Setting] {
    let knobs = kinds.flatMap { Self.knobs(of: $0) }
    var firsts: [OptimizerKnob] = []
    for knob in knobs where !firsts.contains(where: { $0.name == knob.name }) {
      firsts.append(knob)
    }
    return firsts.map { first in
      setting(of: knobs.filter { $0.name == first.name }, or: first)
    }
  }

  private static func setting(of knobs: [OptimizerKnob], or first: OptimizerKnob) -> Setting {
    let name = first.name
    let present: @Sendable (Preset) -> OptimizerKnob = { preset in
      knobs.first { $0.optimizer == preset.training.optimizer } ?? first
    }
    return Setting(
      key: "training.\(name)", title: name, help: first.help, effect: .live, domain: first.domain,
      special: { present($0).domain },
      read: { Setting.text(number($0.training.optimizerSettings[name] ?? present($0).usual)) },
      write: { preset, text in
        let value = Float(text)
        preset.training.optimizerSettings[name] = value == present(preset).usual ? nil : value
      })
  }

  private static func knobs<Kind: Optimizer>(of kind: Kind.Type) -> [OptimizerKnob] {
    kind.knobs.map { knob in
      OptimizerKnob(
        optimizer: kind.name, name: knob.name, help: knob.help, usual: Kind()[keyPath: knob.value],
        range: knob.range,
        domain: .number(
          range: number(knob.range.lowerBound)...number(knob.range.upperBound),
          steps: knob.steps.map(number), isWhole: knob.isWhole, unit: ""))
    }
  }

  /// By way of its digits: 0.999 in single precision is no round number in double.
  private static func number(_ value: Float) -> Double { Double("\(value)") ?? Double(value) }
}
