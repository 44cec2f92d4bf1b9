public import Datasets

extension Preset {
  /// What can be known of where the points come from, at the present noise; builds it anew each time.
  public var truth: Truth {
    switch recipe.kind {
    case .recipe(let recipe): recipe.truth(recipeSettings)
    case .shipped, .file: .unknown("Nobody knows the truth behind measured data.")
    case .points: .unknown("Points drawn by hand follow no rule that could be known.")
    }
  }

  /// Whether anything is known of where the points come from; cheaper than the truth itself.
  public var hasTruth: Bool {
    guard case .recipe(let recipe) = recipe.kind else { return false }
    guard case .unknown = recipe.truth(RecipeSettings(count: 1)) else { return true }
    return false
  }
}
