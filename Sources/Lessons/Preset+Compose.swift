import Yams

extension Preset {
  /// The node of a text, with the place of everything in it.
  ///
  /// What could grow beyond the text itself is refused before it can: aliases of more than a single
  /// value, and parts that lie deep inside one another. So are tags, which mean something to other programs only.
  static func compose(_ yaml: String) throws(PresetProblem) -> Node {
    // Some Windows editors begin a file with a byte order mark, which Yams takes for a letter.
    let text =
      yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
    if let problem = AliasScan.problem(in: text) ?? YAMLScan.problem(in: text) { throw problem }
    let root: Node
    do {
      // Every value is a text until its setting reads it. The encoding is said, for Yams would ask
      // the environment otherwise.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        throw PresetProblem(line: 1, column: 1, message: "the file is empty")
      }
      root = node
    } catch let problem as PresetProblem {
      throw problem
    } catch let error as YamlError {
      throw PresetProblem(error)
    } catch {
      throw PresetProblem(line: 1, column: 1, message: "this is not YAML")
    }
    try NodeShape.check(root)
    return root
  }
}
