/// A form in which a network can be taken away.
public enum ExportFormat: String, CaseIterable, Sendable {
  case keras
  case pytorch
  case numpy
  case json
  case safetensors

  /// What it is, in a few words.
  public var summary: String {
    switch self {
    case .keras: "a program for Keras 3, with any backend"
    case .pytorch: "a program for PyTorch"
    case .numpy: "a program for NumPy alone"
    case .json: "all that it takes to evaluate the network, with formulas as trees"
    case .safetensors: "the weights, as --save writes them"
    }
  }

  /// The framework whose program trains as well; nil for what holds a network as it is.
  public var language: CodeLanguage? {
    switch self {
    case .keras: .keras
    case .pytorch: .pytorch
    case .numpy, .json, .safetensors: nil
    }
  }
}
