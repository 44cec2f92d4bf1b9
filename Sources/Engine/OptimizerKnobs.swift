/// Knobs that several optimisers have, told once so that they read the same everywhere.
extension Knob where Root: Optimizer {
  /// μ, from 0 (none) to below 1.
  static func momentum(at path: any WritableKeyPath<Root, Float> & Sendable) -> Knob {
    Knob(
      name: "momentum", value: path, range: 0...0.999,
      steps: [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999],
      help: "The share μ of the last step that is kept in the next one.")
  }

  /// ρ, from 0 (the last gradient alone) to below 1.
  static func rho(at path: any WritableKeyPath<Root, Float> & Sendable) -> Knob {
    Knob(
      name: "rho", value: path, range: 0...0.9999,
      steps: [0, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999],
      help: "The share ρ of the last average of squares that is kept in the next one.")
  }

  /// β₁, from 0 (no momentum) to below 1.
  static func beta1(at path: any WritableKeyPath<Root, Float> & Sendable) -> Knob {
    Knob(
      name: "beta1", value: path, range: 0...0.9999,
      steps: [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999],
      help: "The share β₁ of the last average of gradients that is kept in the next one.")
  }

  /// β₂, from 0 (the last gradient alone) to below 1.
  static func beta2(at path: any WritableKeyPath<Root, Float> & Sendable) -> Knob {
    Knob(
      name: "beta2", value: path, range: 0...0.9999,
      steps: [0, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999],
      help: "The share β₂ of the last average of squares that is kept in the next one.")
  }

  /// ε, above 0.
  static func epsilon(at path: any WritableKeyPath<Root, Float> & Sendable) -> Knob {
    Knob(
      name: "epsilon", value: path, range: 1e-12...1,
      steps: [1e-12, 1e-10, 1e-8, 1e-6, 0.0001, 0.01, 1],
      help: "The small ε that keeps a division from growing without bound.")
  }
}
