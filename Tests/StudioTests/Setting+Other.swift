import Lessons

extension Setting {
  /// Chooses what a number belongs to: the first optimiser with that knob, and so on.
  func chooseOwner(in preset: inout Preset) {
    if key == "network.solver-steps" { preset.network.wiring = PerLayer("ode-euler") }
    for choice in SettingCatalogue.all {
      guard case .choice(let names) = choice.domain else { continue }
      for name in names {
        var trial = preset
        try? choice.set(name, in: &trial)
        guard SettingCatalogue.numbers(of: choice.key, in: trial).contains(key) else { continue }
        preset = trial
        return
      }
    }
  }

  /// Another value than the preset has.
  func otherValue(in preset: Preset) -> String { otherValue(domain(in: preset), in: preset) }

  private func otherValue(_ domain: Domain, in preset: Preset) -> String {
    switch domain {
    case .number(_, let steps, _, _):
      let next = stepped(1, in: preset)
      if steps.isEmpty { return "77" }
      return next == value(in: preset) ? stepped(-1, in: preset) : next
    case .choice(let names): return names.first { $0 != value(in: preset) } ?? ""
    case .list(let names, let numbers, _): return names.first ?? "\(numbers.upperBound)"
    case .perLayer(let element, _): return otherValue(element, in: preset)
    }
  }
}
