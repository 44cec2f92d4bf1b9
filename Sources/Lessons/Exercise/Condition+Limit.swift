import Engine

extension Condition {
  /// Whether settings keep it as a limit: a setting, or a measure that follows from settings alone.
  public func isKept(by preset: Preset) -> Bool {
    guard case .measure(let measure) = subject else { return holds(for: preset) }
    let value: Int
    switch measure {
    case .parameters: value = Network(preset.networkSpec, seed: 0).parameterCount
    case .hiddenLayers: value = preset.network.hidden.count
    case .units: value = preset.network.hidden.reduce(0, +)
    case .inputs: value = preset.features.count
    default: return true
    }
    return holds(for: Double(value), start: .nan)
  }
}
