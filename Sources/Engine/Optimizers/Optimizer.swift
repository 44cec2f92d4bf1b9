/// How a gradient becomes a step.
///
/// An optimiser is a value with its own moments, so that a copy goes on exactly like the original.
public protocol Optimizer: Sendable {
  /// Its name in menus and presets.
  static var name: String { get }
  /// The update as a formula in the course's notation.
  static var formula: String { get }
  /// What can be turned, beside the learning rate.
  static var knobs: [Knob<Self>] { get }

  /// The optimiser with the usual settings and no past.
  init()

  /// Forgets the past and makes room for so many parameters.
  mutating func prepare(parameterCount: Int)

  /// Moves the parameters one step along −gradient.
  ///
  /// - Parameter rate: the learning rate η.
  mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float)
}

extension Optimizer {
  /// The names of its knobs.
  public var settingNames: [String] { Self.knobs.map(\.name) }

  /// The present value of a knob; nil if there is none of that name.
  public func setting(_ name: String) -> Float? {
    Self.knobs.first { $0.name == name }.map { self[keyPath: $0.value] }
  }

  /// Turns a knob, clamped to its range; a name it does not have changes nothing.
  public mutating func set(_ name: String, to value: Float) {
    guard let knob = Self.knobs.first(where: { $0.name == name }) else { return }
    self[keyPath: knob.value] = min(max(value, knob.range.lowerBound), knob.range.upperBound)
  }
}

/// Every optimiser there is, simplest first. Menus, presets and tests read this list.
public enum OptimizerCatalogue {
  /// The types, in the order of the menus.
  public static let all: [any Optimizer.Type] = [SGD.self, Momentum.self]

  /// The optimiser of that name, with its usual settings.
  public static func named(_ name: String) -> (any Optimizer)? {
    all.first { $0.name == name }.map { $0.init() }
  }
}
