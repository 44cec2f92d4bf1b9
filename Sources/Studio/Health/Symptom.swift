/// Something that can be wrong with a run, and how that is found out.
///
/// To add one: a file in `Symptoms` with a type of this protocol, and its name in
/// `SymptomCatalogue.all`. Tests run over the catalogue: each has a preset that must light it and one
/// that must not.
public protocol Symptom: Sendable {
  /// What it is called, in lower case: `dead units`.
  static var name: String { get }
  /// Why it matters, in one or two sentences.
  static var why: String { get }
  /// From where on it lights, as a sentence, with the numbers that decide.
  static var rule: String { get }

  /// Looks for it.
  static func examine(_ run: Checkup) -> Finding
}

extension Symptom {
  /// The light of a run.
  static func light(_ run: Checkup) -> Light {
    let finding = examine(run)
    return Light(
      name: name, state: finding.state, measured: finding.measured, why: why, rule: rule,
      advice: finding.state >= .watch ? finding.advice : [], evidence: finding.evidence)
  }
}

/// What became of looking for a symptom.
public struct Finding: Equatable, Sendable {
  let state: Light.State
  let measured: String
  var advice: [Advice] = []
  let evidence: Evidence
}

/// Every symptom there is, causes before what comes of them: what stands before the first step, what
/// the rate does, what becomes of gradients and units, and what the course of the loss says. Of
/// several lights that are on, the first is the one to look at first.
///
/// Each is on in 18 of 20 runs at least of a preset that must light it and in 2 at most of one that
/// must not; the numbers stand in `Tests/StudioTests/Health/rates.txt`.
public enum SymptomCatalogue {
  /// The types.
  public static let all: [any Symptom.Type] = [
    UnscaledInputs.self, SymmetricUnits.self, HighRate.self, LowRate.self,
    ExplodingGradient.self, VanishingGradient.self, Saturation.self, DeadUnits.self,
    LossPlateau.self, Overfitting.self,
  ]
}
