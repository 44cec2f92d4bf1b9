/// A framework in whose words a network and its training can be written.
///
/// To add one: a case here, and a type that writes the program, such as `PyTorchCode`.
public enum CodeLanguage: String, CaseIterable, Sendable {
  case keras
  case pytorch

  /// Its name on the screen.
  public var title: String {
    switch self {
    case .keras: "Keras"
    case .pytorch: "PyTorch"
    }
  }

  /// The whole program, line by line; it runs as it stands, beside the file of the points.
  public func lines(_ program: Program) -> [String] {
    switch self {
    case .keras: KerasCode(program: program).lines
    case .pytorch: PyTorchCode(program: program).lines
    }
  }

  /// The whole program as the text of a file.
  public func text(_ program: Program) -> String {
    lines(program).joined(separator: "\n") + "\n"
  }
}
