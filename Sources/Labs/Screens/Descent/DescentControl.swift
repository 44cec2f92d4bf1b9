import Drawing
import Engine
import Lessons
import Studio

/// Something of a race that arrow keys change.
enum DescentControl: Hashable, Sendable {
  /// Which surface.
  case surface
  /// The weight w₁ or w₂ of the start.
  case start(Int)
  /// The strength of the noise.
  case noise
  /// What draws the noise.
  case seed
  /// A setting of the chosen racer, by its key in the catalogue of settings.
  case setting(String)

  /// The controls of the surface's panel.
  static let ofSurface: [DescentControl] = [.surface, .start(0), .start(1), .noise, .seed]

  /// The setting behind it, if there is one.
  private var described: Setting? {
    if case .setting(let key) = self { return SettingCatalogue.keyed(key) }
    return nil
  }

  /// Its name on the screen.
  var title: String {
    switch self {
    case .surface: "surface"
    case .start(let axis): axis == 0 ? "start w₁" : "start w₂"
    case .noise: "noise"
    case .seed: "seed"
    case .setting(let key): described?.title ?? key
    }
  }

  /// What values it takes.
  func domain(_ spec: RaceSpec, _ racer: Int) -> Setting.Domain {
    switch self {
    case .surface: return .choice(SurfaceCatalogue.all.map(\.name))
    case .start(let axis):
      let window = spec.surface.window
      let side = axis == 0 ? window.w1 : window.w2
      let length = side.upperBound - side.lowerBound
      return .number(
        range: (side.lowerBound - length)...(side.upperBound + length),
        steps: (0...32).map { side.lowerBound + length * Double($0) / 32 }, isWhole: false, unit: ""
      )
    case .noise:
      return .number(
        range: 0...1000, steps: [0, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30], isWhole: false, unit: "")
    case .seed: return .number(range: 0...999_999_999, steps: [], isWhole: true, unit: "")
    case .setting:
      guard let described, let racer = spec.racer(racer) else { return .choice([]) }
      return described.domain(in: racer.preset)
    }
  }

  /// Its present value as text.
  func value(_ spec: RaceSpec, _ racer: Int) -> String {
    switch self {
    case .surface: spec.surface.name
    case .start(let axis): format(Double(spec.start[axis]), significantDigits: 4)
    case .noise: format(Double(spec.normalNoise.strength), significantDigits: 4)
    case .seed: "\(spec.normalNoise.seed)"
    case .setting: spec.racer(racer).flatMap { described?.value(in: $0.preset) } ?? ""
    }
  }

  /// Its present value as a number; nil if it is none.
  func number(_ spec: RaceSpec, _ racer: Int) -> Double? {
    switch self {
    case .surface: nil
    case .start(let axis): Double(spec.start[axis])
    case .noise: Double("\(spec.normalNoise.strength)")
    case .seed: Double(spec.normalNoise.seed)
    case .setting: Double(value(spec, racer))
    }
  }

  /// One line about it.
  func help(_ spec: RaceSpec, _ racer: Int) -> String {
    switch self {
    case .surface:
      return NoticeLine.fitting(["Surface: \(spec.surface.lesson)", spec.surface.lesson])
    case .start(let axis):
      return "Start: the weight w\(axis == 0 ? "₁" : "₂") from which all go down;"
        + " p chooses a place on the map."
    case .noise:
      return "Noise: the spread of what is added to each gradient, as by mini-batches."
    case .seed: return "Seed: draws the noise, which is the same for all racers."
    case .setting:
      guard let described, let racer = spec.racer(racer) else { return "" }
      let title = described.title.prefix(1).uppercased() + described.title.dropFirst()
      let formula = formula(racer.preset)
      return NoticeLine.fitting(
        [
          formula.map { "\(title): \(described.help) \($0)" }, formula.map { "\(title): \($0)" },
          formula.map { $0.replacing("  ", with: " ") }, "\(title): \(described.help)",
        ].compactMap { $0 } + [described.help])
    }
  }

  /// The formula of what is chosen.
  private func formula(_ preset: Preset) -> String? {
    let spec = preset.trainingSpec
    switch self {
    case .setting("training.optimizer"): return type(of: spec.optimizer).formula
    case .setting("training.schedule"): return type(of: spec.schedule.shape).formula
    case .setting("training.clipping"): return spec.clipping.formula
    case .setting, .surface, .start, .noise, .seed: return nil
    }
  }
}

extension RaceSpec {
  /// The racer of that place; nil if there is none.
  func racer(_ index: Int) -> RacerSpec? { racers.indices.contains(index) ? racers[index] : nil }

  /// The noise that this screen makes.
  var normalNoise: NormalNoise { noise as? NormalNoise ?? NormalNoise() }
}
