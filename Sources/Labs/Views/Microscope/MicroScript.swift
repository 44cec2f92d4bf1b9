import Drawing
import Engine
import Lessons
import Studio

/// What is worked out where the microscope stands, line by line, with the engine's numbers.
struct MicroScript {
  let session: Session
  let trace: StepTrace
  let walk: MicroWalk

  var names: MicroNames { MicroNames(session: session) }
  var network: Network { trace.network }
  var level: Int { walk.level }
  var unit: Int { walk.unit }
  var sample: Int { walk.sample }
  var place: UnitPlace { UnitPlace(level: level, unit: unit) }
  var isOutput: Bool { level == network.levels.count - 1 }
  var isKilled: Bool { network.killed.contains(place) }

  /// The parameters of the unit that is looked at.
  var parameters: [ParameterPlace] {
    network.parameters(of: place).compactMap(network.place(ofParameter:))
  }

  /// The parameter that is looked at; nil for a unit without any.
  var parameter: ParameterPlace? {
    let all = parameters
    return all.indices.contains(walk.row) ? all[walk.row] : all.first
  }

  var activation: Activation { Self.activation(level, network) }

  static func activation(_ level: Int, _ network: Network) -> Activation {
    let hidden = network.spec.hidden
    return hidden.indices.contains(level) ? hidden[level].activation : network.spec.outputActivation
  }

  /// Whether a level's units look at each other in a solver's steps.
  func isContinuous(_ level: Int) -> Bool {
    trace.stations.indices.contains(level)
      && trace.stations[level].contains { $0.kind == .solved }
  }

  /// Whether a level adds what came in to what it makes of it.
  func hasShortcut(_ level: Int) -> Bool {
    trace.stations.indices.contains(level)
      && trace.stations[level].contains { $0.kind == .shortcut }
  }

  /// The station of a kind in the level that is looked at.
  func station(_ kind: Station.Kind) -> Station? {
    trace.stations.indices.contains(level)
      ? trace.stations[level].first { $0.kind == kind } : nil
  }

  func value(_ station: Station) -> Float {
    trace.value(station, unit: unit, sample: sample)
  }

  func slope(_ station: Station) -> Float {
    trace.slope(station, unit: unit, sample: sample)
  }

  /// What a level takes in for the sample; 0 past what comes in, as a wider continuous layer has it.
  func input(_ input: Int, of level: Int, sample: Int? = nil) -> Float {
    let sample = sample ?? self.sample
    if level == 0 {
      return input < network.spec.inputCount ? trace.input(input, sample: sample) : 0
    }
    guard let station = trace.output(ofLevel: level - 1), input < station.units else { return 0 }
    return trace.value(station, unit: input, sample: sample)
  }

  /// What is worked out.
  var lines: [MicroLine] {
    switch walk.phase {
    case .input: inputLines
    case .forward: forwardLines
    case .loss: lossLines
    case .backward: backwardLines
    case .mean: meanLines + divergenceLines
    case .shaping: shapingLines + divergenceLines
    case .update: updateLines + divergenceLines
    }
  }

  /// What is told of a step that ends with a number that is not finite.
  private var divergenceLines: [MicroLine] {
    guard let divergence = trace.divergence else { return [] }
    let level = names.level(divergence.level - 1)
    return [
      MicroLine(
        words: "This step diverges: \(level) has a \(divergence.quantity.rawValue)"
          + " that is no finite number.")
    ]
  }

  /// Where one is, in words.
  var title: String {
    let unitName = names.unit(level, unit)
    return switch walk.phase {
    case .input: "the sample comes in"
    case .forward: "forward: \(unitName)"
    case .loss: "the loss"
    case .backward: "backward: \(unitName)"
    case .mean: "the mean gradient: \(unitName)"
    case .shaping: "what the optimiser gets: \(unitName)"
    case .update: "the update: \(unitName)"
    }
  }

  /// The equations in use.
  var equations: Set<Int> {
    switch walk.phase {
    case .input, .forward, .loss, .shaping, .update: []
    case .backward: isContinuous(level) ? [] : isOutput ? [1, 3, 4] : [2, 3, 4]
    case .mean: isContinuous(level) ? [] : [3, 4]
    }
  }
}
