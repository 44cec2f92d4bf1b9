import Engine
import Yams

extension PresetProblem {
  /// A problem at a mark, or at the start of the text without one.
  init(at mark: Mark?, _ message: String) {
    self.init(line: mark?.line ?? 1, column: mark?.column ?? 1, message: message)
  }

  /// What Yams says, in one line.
  init(_ error: YamlError) {
    switch error {
    case .composer(_, "but found another document", let mark, _):
      self.init(at: mark, "a second document begins here; a file has one")
    case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
      self.init(at: mark, NodeShape.tooDeep)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(at: mark, "this is not YAML: \(problem)")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      // The column in scalars, as Yams counts it elsewhere.
      self.init(
        line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1,
        message: "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(at: context.mark, "the key “\(duplicates.first?.shown() ?? "")” stands twice")
    default:
      self.init(line: 1, column: 1, message: "this is not YAML")
    }
  }
}
