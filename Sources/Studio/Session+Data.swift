import Datasets
import Lessons

/// What a change of the data or the inputs brings with it.
extension Session {
  /// Switches an input on or off; gives the reason if it can't be done.
  static func toggle(_ feature: Feature, of preset: inout Preset) -> String? {
    let isOn = preset.features.contains(feature)
    let features =
      isOn ? preset.features.filter { $0 != feature } : preset.features + [feature]
    guard features.count(where: \.isFormula) <= Feature.formulaLimit else {
      return "There are at most \(Feature.formulaLimit) formulas."
    }
    var changed = preset
    changed.features = Feature.ordered(features)
    if !isOn && feature.isFormula, let refusal = formulaRefusal(changed) { return refusal }
    preset = changed
    return nil
  }

  /// Why a formula can't be an input of these points; nil if all can.
  static func formulaRefusal(_ preset: Preset) -> String? {
    do {
      try preset.checkFormulas()
      return nil
    } catch {
      return "\(error.found): expected \(error.expected)."
    }
  }

  /// Why a setting has nothing to act on in these data; nil if it has.
  static func idleReason(_ key: String, in preset: Preset) -> String? {
    let source = preset.recipe
    switch key {
    case "data.classes" where !source.choosesClasses:
      return "This data set has a number of classes of its own."
    case "data.noise" where !source.isRecipe:
      return "Noise is for made points; these were measured or drawn."
    case "data.samples":
      guard case .points = source.kind else { return nil }
      return "Points drawn by hand are as many as they are."
    default: return nil
    }
  }

  /// Fits the rest to a change of the data.
  static func settleData(of preset: inout Preset, _ key: String, from before: Preset) {
    // The points of another data set are as many as it usually has.
    if preset.data.recipe != before.data.recipe { preset.data.samples = nil }
    // Who asks for other shares wants drawn points to be split as well.
    let splits = ["data.training", "data.validation", "data.stratified", "data.seed", "seed"]
    if splits.contains(key) && preset.data.recipe == DataSource.pointsName {
      preset.data.points?.forgetShares()
    }
    let isCurve = preset.recipe.isOneDimensional
    guard isCurve != before.recipe.isOneDimensional else { return }
    // x₂ says nothing about a curve, and comes back with the plane.
    if isCurve {
      let features = preset.features.filter { !$0.dependsOnX2 }
      preset.features = features.isEmpty ? [.x1] : features
    } else if preset.features == [.x1] {
      preset.features = [.x1, .x2]
    }
  }
}
