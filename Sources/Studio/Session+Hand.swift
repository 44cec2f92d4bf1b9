import Engine
import Lessons

/// Single parameters and units, changed by hand.
extension Session {
  /// Carries out an action on parameters or units; nil for an action of another kind.
  mutating func touch(_ action: Action) -> Outcome? {
    switch action {
    case .setParameter(let index, let value): return setParameter(index, to: value)
    case .freeze(let index): return freeze([index], "\(name(ofParameter: index))")
    case .unfreeze(let index): return unfreeze([index], "\(name(ofParameter: index))")
    case .freezeLayer(let level): return freeze(parameters(ofLevel: level), name(ofLevel: level))
    case .unfreezeLayer(let level):
      return unfreeze(parameters(ofLevel: level), name(ofLevel: level))
    case .freezeUnit(let level, let unit):
      return touch(UnitPlace(level: level, unit: unit), freezing: true)
    case .unfreezeUnit(let level, let unit):
      return touch(UnitPlace(level: level, unit: unit), freezing: false)
    case .killUnit(let level, let unit): return kill(UnitPlace(level: level, unit: unit))
    case .reviveUnit(let level, let unit): return revive(UnitPlace(level: level, unit: unit))
    default: return nil
    }
  }

  private mutating func setParameter(_ index: Int, to value: Float) -> Outcome {
    guard trainer.network.parameters.indices.contains(index) else { return Self.noParameter }
    guard value.isFinite else { return .refused("A parameter is a finite number.") }
    // What a value does can only be seen where training can go on.
    guard trainer.divergence == nil else {
      return .refused("Training has diverged; start anew before you set a parameter.")
    }
    let old = trainer.network.parameters[index]
    guard old.bitPattern != value.bitPattern else { return .unchanged }
    trainer.setParameter(index, to: value)
    return Outcome(
      effect: .keptWeights, message: "Set \(name(ofParameter: index)) to \(value).")
  }

  private mutating func freeze(_ indices: [Int], _ name: String) -> Outcome {
    guard !indices.isEmpty, indices.allSatisfy(trainer.network.parameters.indices.contains) else {
      return Self.noParameter
    }
    let new = indices.filter { !isFrozen($0) }
    guard !new.isEmpty else { return .unchanged }
    trainer.freeze(frozen + new)
    return Outcome(effect: .live, message: "Frozen: no step changes \(name).")
  }

  private mutating func unfreeze(_ indices: [Int], _ name: String) -> Outcome {
    guard !indices.isEmpty, indices.allSatisfy(trainer.network.parameters.indices.contains) else {
      return Self.noParameter
    }
    let gone = Set(indices)
    let rest = frozen.filter { !gone.contains($0) }
    guard rest.count < frozen.count else { return .unchanged }
    trainer.freeze(rest)
    return Outcome(effect: .live, message: "Steps change \(name) again.")
  }

  private mutating func touch(_ unit: UnitPlace, freezing: Bool) -> Outcome {
    let network = trainer.network
    guard network.levels.indices.contains(unit.level),
      (0..<network.levels[unit.level].units).contains(unit.unit)
    else { return .refused("There is no such unit.") }
    let indices = network.parameters(of: unit)
    guard !indices.isEmpty else { return .refused("This unit has no weights of its own.") }
    return freezing ? freeze(indices, name(of: unit)) : unfreeze(indices, name(of: unit))
  }

  private mutating func kill(_ unit: UnitPlace) -> Outcome {
    let levels = trainer.network.levels
    guard trainer.network.canKill(unit) else {
      let isOutput =
        unit.level == levels.count - 1 && (0..<(levels.last?.units ?? 0)).contains(unit.unit)
      return .refused(
        isOutput
          ? "An output can't be killed: it is the answer; set or freeze its weights instead."
          : "There is no such unit.")
    }
    guard !killed.contains(unit) else { return .unchanged }
    trainer.kill(killed + [unit])
    return Outcome(
      effect: .live, message: "Killed: \(name(of: unit)) gives 0, and learns nothing from the data."
    )
  }

  private mutating func revive(_ unit: UnitPlace) -> Outcome {
    guard trainer.network.canKill(unit) else { return .refused("There is no such unit.") }
    guard killed.contains(unit) else { return .unchanged }
    trainer.kill(killed.filter { $0 != unit })
    return Outcome(effect: .live, message: "Revived: \(name(of: unit)) gives what it computes.")
  }

  private func parameters(ofLevel level: Int) -> [Int] {
    let levels = trainer.network.levels
    return levels.indices.contains(level) ? Array(levels[level].parameters) : []
  }

  private static let noParameter = Outcome.refused("There is no such parameter.")
}

extension Outcome {
  /// Nothing had to be done.
  static let unchanged = Outcome(effect: .unchanged, message: "")

  /// The same, with a sentence after it where both fit into a line; that one alone where a branch had
  /// to go or a run counts no more, since nobody asked for that.
  func adding(_ sentence: String) -> Outcome {
    let whole = message.isEmpty || sentence.isEmpty ? message + sentence : "\(message) \(sentence)"
    let isNews = sentence.hasSuffix("is dropped.") || sentence.hasSuffix("begins anew.")
    let short = isNews ? sentence : message
    return Outcome(effect: effect, message: whole.count <= 78 ? whole : short)
  }

  /// It can't be done, for that reason.
  static func refused(_ reason: String) -> Outcome { Outcome(effect: .refused, message: reason) }
}
