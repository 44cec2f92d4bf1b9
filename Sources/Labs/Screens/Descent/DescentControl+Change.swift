import Drawing
import Lessons
import Studio

/// Changes of a race's spec.
extension DescentControl {
  /// The spec with the value `offset` stops further; nil at the end of the stops.
  func stepped(_ offset: Int, _ spec: RaceSpec, _ racer: Int) -> RaceSpec? {
    var changed = spec
    switch self {
    case .surface:
      let all = SurfaceCatalogue.all
      guard let here = all.firstIndex(where: { $0.name == spec.surface.name }),
        all.indices.contains(here + offset)
      else { return nil }
      return spec.moved(to: all[here + offset])
    case .setting(let key):
      guard let setting = SettingCatalogue.keyed(key), let present = spec.racer(racer) else {
        return nil
      }
      let value = setting.stepped(offset, in: present.preset)
      guard value != setting.value(in: present.preset) else { return nil }
      return try? typed(value, spec, racer)
    case .seed:
      let seed = Int(clamping: spec.normalNoise.seed) + offset
      guard (0...999_999_999).contains(seed) else { return nil }
      changed.noise = NormalNoise(strength: spec.normalNoise.strength, seed: UInt64(seed))
    case .start, .noise:
      guard case .number(_, let steps, _, _) = domain(spec, racer),
        let present = number(spec, racer),
        let next = offset > 0
          ? steps.first(where: { $0 > present + 1e-6 }) : steps.last(where: { $0 < present - 1e-6 })
      else { return nil }
      changed.put(next, self)
    }
    return changed
  }

  /// The spec with a typed value.
  func typed(_ text: String, _ spec: RaceSpec, _ racer: Int) throws(DescentProblem) -> RaceSpec {
    var changed = spec
    switch self {
    case .surface:
      guard let surface = SurfaceCatalogue.named(text) else {
        throw DescentProblem(description: "There is no surface “\(text)”.")
      }
      return spec.moved(to: surface)
    case .setting(let key):
      guard let setting = SettingCatalogue.keyed(key), spec.racers.indices.contains(racer) else {
        return spec
      }
      do {
        try setting.set(text, in: &changed.racers[racer].preset)
      } catch {
        throw DescentProblem(description: "\(setting.title): expected \(error.expected).")
      }
      // A rate that suits one optimiser may be hundreds of times off for another.
      if key == "training.optimizer" { changed.racers[racer].useUsualRate(on: spec.surface) }
    case .start, .noise, .seed:
      guard case .number(let range, _, let isWhole, _) = domain(spec, racer),
        let number = Double(text), number.isFinite, range.contains(number),
        !isWhole || number == number.rounded()
      else {
        throw DescentProblem(description: "\(title): expected \(expected(spec, racer)).")
      }
      changed.put(number, self)
    }
    return changed
  }

  private func expected(_ spec: RaceSpec, _ racer: Int) -> String {
    guard case .number(let range, _, let isWhole, _) = domain(spec, racer) else { return "a name" }
    return (isWhole ? "a whole number" : "a number")
      + " from \(format(range.lowerBound, significantDigits: 4))"
      + " to \(format(range.upperBound, significantDigits: 9))"
  }
}

/// Why a value was not taken.
struct DescentProblem: Error, Equatable, CustomStringConvertible {
  let description: String
}

extension RaceSpec {
  /// The same race on another surface: from its usual start, with the rates that suit it.
  func moved(to surface: any Surface) -> RaceSpec {
    var changed = self
    changed.surface = surface
    changed.start = surface.start
    for index in changed.racers.indices { changed.racers[index].useUsualRate(on: surface) }
    return changed
  }

  /// Puts a number where a control has it.
  fileprivate mutating func put(_ number: Double, _ control: DescentControl) {
    switch control {
    case .start(let axis): start[axis] = Float(number)
    case .noise: noise = NormalNoise(strength: Float(number), seed: normalNoise.seed)
    case .seed:
      noise = NormalNoise(strength: normalNoise.strength, seed: UInt64(clamping: Int(number)))
    case .surface, .setting: break
    }
  }
}
