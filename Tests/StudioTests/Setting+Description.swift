public import Lessons
public import Testing

// A setting is called by its key where a test reports it.
extension Setting: CustomTestStringConvertible {
  public var testDescription: String { key }
}
