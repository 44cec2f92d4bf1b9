/// A part of the course that exercises belong to, in the order in which they are taken.
public enum Chapter: String, CaseIterable, Comparable, Sendable {
  case start = "0"
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
  case g = "G"
  case h = "H"
  case i = "I"
  case j = "J"

  /// What it is about.
  public var title: String {
    switch self {
    case .start: "First light"
    case .a: "The neuron and the forward pass"
    case .b: "Capacity and representation"
    case .c: "Loss and back-propagation"
    case .d: "Optimisation"
    case .e: "Initialisation and gradient flow"
    case .f: "Generalisation"
    case .g: "Convolution"
    case .h: "Sequences"
    case .i: "Unsupervised and generative"
    case .j: "Tuning"
    }
  }

  public static func < (one: Chapter, other: Chapter) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}
