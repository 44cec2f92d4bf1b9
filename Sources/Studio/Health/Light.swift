/// How a run stands with regard to one symptom, in words for the learner.
public struct Light: Equatable, Sendable {
  /// Whether it is lit.
  public enum State: CaseIterable, Comparable, Sendable {
    /// The symptom can't be there: a layer, an activation or points that it takes are missing.
    case notApplicable
    /// It was looked for and is not there.
    case off
    /// It shows, but not so that it does harm yet.
    case watch
    /// It is there.
    case on
  }

  /// The name of the symptom: `dead units`.
  public let name: String
  /// Whether it is lit.
  public let state: State
  /// What was measured, with its numbers, as a sentence.
  public let measured: String
  /// Why it matters, in one or two sentences.
  public let why: String
  /// From where on it lights, as a sentence.
  public let rule: String
  /// What to try, the most promising first; empty where nothing is lit.
  public let advice: [Advice]
  /// Where it can be seen.
  public let evidence: Evidence
}

/// Something to try, with the action that does it where there is one.
public struct Advice: Equatable, Sendable {
  /// In words, with the setting's name and a value: `rate 0.3 → 0.1`.
  public let text: String
  /// What does it; nil for what a person has to do.
  public let action: Action?

  init(_ text: String, _ action: Action? = nil) {
    self.text = text
    self.action = action
  }
}

/// Where a symptom can be seen with one's own eyes.
public enum Evidence: Hashable, Sendable {
  /// Sizes of gradients and updates of each layer at the next step.
  case layersNow
  /// The gradients of each layer from epoch to epoch.
  case gradientsOverTime
  /// The updates of each layer, as a share of its weights, from epoch to epoch.
  case updatesOverTime
  /// The shares of dead and saturated units from epoch to epoch.
  case idleOverTime
  /// How what a hidden layer hands on is spread, by the layer's number from 0.
  case activations(level: Int)
  /// The losses from epoch to epoch.
  case losses
  /// The parameters in a table.
  case parameters
}
