import Engine
import Lessons

/// Units of a layer that compute the same, or the same with the other sign, and are changed alike.
///
/// Source: I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning* (2016), §8.4, on breaking the
/// symmetry of units.
public enum SymmetricUnits: Symptom {
  public static let name = "symmetric units"
  public static let why =
    "Units with equal weights in and out get equal gradients and stay equal for ever: together they"
    + " are worth one unit. Only different first weights set them apart."
  public static let rule =
    "On where weights and bias of two units of a layer agree to 1/1000 (or with the other sign, for"
    + " tanh, sin and linear) and the next step changes both alike."

  public static func examine(_ run: Checkup) -> Finding {
    let layers = (0..<run.hiddenCount).filter { run.network.levels[$0].units > 1 }
    guard !layers.isEmpty else {
      return Finding(
        state: .notApplicable, measured: "No hidden layer has two units to be alike.",
        evidence: .parameters)
    }
    // The next step is looked at only where two units are equal at all.
    let candidates = layers.map { ($0, Twins(ofLevel: $0, run, run.network.parameters)) }
      .filter { !$0.1.pairs.isEmpty }
    guard !candidates.isEmpty else {
      return Finding(
        state: .off, measured: "No two units of a layer have the same weights.",
        evidence: .parameters)
    }
    let next =
      run.session.trainer.divergence == nil
      ? run.session.nextStep().parameters : run.network.parameters
    let change = zip(next, run.network.parameters).map { $0 - $1 }
    let found = candidates.map { ($0.0, $0.1.movingAlike(change)) }
    let worst = found.max { $0.1.alike < $1.1.alike } ?? found[0]
    let units = run.network.levels[worst.0].units
    guard worst.1.alike > 0 else {
      return Finding(
        state: .watch,
        measured: "Two units of \(run.name(candidates[0].0)) are equal now, but the"
          + " next step sets them apart.", advice: advice(run), evidence: .parameters)
    }
    return Finding(
      state: .on,
      measured: "\(capital(run.name(worst.0))): \(worst.1.alike) of \(units) units have a twin with"
        + " the same weights, and the next step changes them alike.",
      advice: advice(run), evidence: .parameters)
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    let usesRelu = session.preset.network.activation.values.contains(.relu)
    return [
      session.advice(
        "network.initialization", to: usesRelu ? "he" : "xavier",
        because: "draws every weight by chance"),
      Advice("other weights (w), if these are drawn by chance at all", .newWeights),
    ].compactMap { $0 }
  }
}

/// Pairs of units of a level that have equal numbers.
private struct Twins {
  /// Two units, with 1 or, for numbers of the other sign, −1.
  var pairs: [(one: [Int], two: [Int], sign: Float, units: (Int, Int))] = []

  /// The units that have a twin.
  var alike: Int {
    var units: Set<Int> = []
    for pair in pairs {
      units.insert(pair.units.0)
      units.insert(pair.units.1)
    }
    return units.count
  }

  init(ofLevel level: Int, _ run: Checkup, _ numbers: [Float]) {
    let activation = run.activation(level)
    let isOdd = [.tanh, .sin, .linear].contains(activation)
    let network = run.network
    let places = (0..<network.levels[level].units).map { unit -> [Int] in
      let place = UnitPlace(level: level, unit: unit)
      return network.killed.contains(place) ? [] : network.parameters(of: place)
    }
    for one in places.indices where !places[one].isEmpty {
      for two in places.indices.dropFirst(one + 1) where places[two].count == places[one].count {
        for sign: Float in isOdd ? [1, -1] : [1]
        where Self.agree(places[one], places[two], sign, numbers) {
          pairs.append((places[one], places[two], sign, (one, two)))
          break
        }
      }
    }
  }

  /// The pairs whose numbers change alike too.
  func movingAlike(_ change: [Float]) -> Twins {
    var twins = self
    twins.pairs = pairs.filter { Self.agree($0.one, $0.two, $0.sign, change) }
    return twins
  }

  /// Whether numbers at two lists of places are the same to a thousandth of the largest of them.
  private static func agree(_ one: [Int], _ two: [Int], _ sign: Float, _ numbers: [Float]) -> Bool {
    var (largest, apart): (Float, Float) = (0, 0)
    for (place, other) in zip(one, two) {
      largest = max(largest, abs(numbers[place]), abs(numbers[other]))
      apart = max(apart, abs(numbers[place] - sign * numbers[other]))
    }
    return apart <= largest / 1000
  }
}
