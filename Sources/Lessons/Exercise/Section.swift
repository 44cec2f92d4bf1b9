import Engine
import Yams

/// “key: value” lines of a YAML file that were read one by one, with every key known.
struct Section {
  /// The key of the whole, from the top: `exercise.start`.
  let path: String
  /// Where it stands.
  let place: Mark?
  private let leaves: [Leaf]

  /// The lines of a value.
  ///
  /// - Parameter keys: the keys there are; any other is an error that names the nearest of them.
  init(_ leaf: Leaf, keys: [String]) throws(PresetProblem) {
    path = leaf.key
    place = leaf.place
    guard case .mapping(let mapping) = leaf.value else {
      throw PresetProblem(at: leaf.place, "“\(leaf.key)” takes “key: value” lines")
    }
    var leaves: [Leaf] = []
    for (keyNode, value) in mapping {
      guard let name = keyNode.scalar?.string else {
        throw PresetProblem(at: keyNode.mark, "a key is a word, not a list or “key: value” lines")
      }
      guard keys.contains(name) else {
        throw PresetProblem(
          at: keyNode.mark,
          "unknown key “\(name.shown())”" + (leaf.key.isEmpty ? "" : " in “\(leaf.key)”")
            + ": expected one of \(keys.joined(separator: ", "))"
            + suggestion(for: name, among: keys))
      }
      leaves.append(
        Leaf(key: Self.key(name, under: leaf.key), keyPlace: keyNode.mark, value: value))
    }
    self.leaves = leaves
  }

  /// The value of a key; nil if it is not there.
  func leaf(_ name: String) -> Leaf? { leaves.first { $0.key == Self.key(name, under: path) } }

  /// The key of a line; at the top of a file it is the name alone.
  private static func key(_ name: String, under path: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  /// The value of a key that has to be there.
  func needed(_ name: String) throws(PresetProblem) -> Leaf {
    guard let leaf = leaf(name) else {
      throw PresetProblem(
        at: place,
        path.isEmpty ? "the key “\(name)” is missing" : "“\(path)” lacks the key “\(name)”")
    }
    return leaf
  }

  /// A text that has to be there, and says something.
  func text(_ name: String) throws(PresetProblem) -> String {
    try needed(name).prose()
  }

  /// A text, or nothing.
  func text(_ name: String, else usual: String) throws(PresetProblem) -> String {
    guard let leaf = leaf(name) else { return usual }
    return try leaf.prose()
  }

  /// A whole number.
  func whole(_ name: String, _ range: ClosedRange<Int>, else usual: Int? = nil)
    throws(PresetProblem) -> Int
  {
    if leaf(name) == nil, let usual { return usual }
    return try needed(name).whole(range)
  }

  /// One of these words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ kind: Word.Type, else usual: Word? = nil
  ) throws(PresetProblem) -> Word where Word.RawValue == String {
    if leaf(name) == nil, let usual { return usual }
    let leaf = try needed(name)
    let text = try leaf.text()
    guard let word = Word(rawValue: text) else {
      let names = kind.allCases.map(\.rawValue)
      throw PresetProblem(
        at: leaf.place,
        "“\(leaf.key)” can't be “\(text.shown())”: expected one of \(names.joined(separator: ", "))"
          + suggestion(for: text, among: names))
    }
    return word
  }

  /// The items of a list, or none.
  func items(_ name: String, limit: Int) throws(PresetProblem) -> [Leaf] {
    try leaf(name)?.items(limit: limit) ?? []
  }
}

extension Leaf {
  /// A text for people: not empty, without control characters.
  func prose() throws(PresetProblem) -> String {
    let text = try text()
    guard text.utf8.count <= 20_000 else {
      throw PresetProblem(at: place, "“\(key)” is longer than 20 000 bytes")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw PresetProblem(at: place, "“\(key)” is empty")
    }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control
    }
    guard isPlain else {
      throw PresetProblem(at: place, "“\(key)” has a control character in it")
    }
    return Self.paragraphs(text)
  }

  /// A text with each paragraph in one line, however it was wrapped in its file: paragraphs have an
  /// empty line between them, and a line that begins with two spaces, as in a table, stays as it is.
  static func paragraphs(_ text: String) -> String {
    var lines: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      if line.isEmpty || line.hasPrefix("  ") {
        isOpen = false
        lines.append(String(line))
      } else if isOpen {
        lines[lines.count - 1] += " " + line
      } else {
        isOpen = true
        lines.append(String(line))
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// A whole number in a range.
  func whole(_ range: ClosedRange<Int>) throws(PresetProblem) -> Int {
    let text = try text()
    guard let number = Int(text), range.contains(number) else {
      throw PresetProblem(
        at: place,
        "“\(key)” can't be “\(text.shown())”: expected a whole number from \(range.lowerBound) to"
          + " \(range.upperBound)")
    }
    return number
  }

  /// A finite number.
  func number() throws(PresetProblem) -> Double {
    let text = try text()
    guard let number = Double(text), number.isFinite else {
      throw PresetProblem(at: place, "“\(key)” can't be “\(text.shown())”: expected a number")
    }
    return number
  }

  /// The items of a list.
  func items(limit: Int) throws(PresetProblem) -> [Leaf] {
    guard case .sequence(let nodes) = value else {
      throw PresetProblem(at: place, "“\(key)” takes a list")
    }
    guard nodes.count <= limit else {
      throw PresetProblem(
        at: place, "“\(key)” has \(nodes.count) items; at most \(limit) can be read")
    }
    return nodes.map { Leaf(key: key, keyPlace: $0.mark ?? keyPlace, value: $0) }
  }

  /// The condition that stands here.
  func condition() throws(PresetProblem) -> Condition {
    do {
      return try Condition(try text())
    } catch let problem as PresetProblem {
      throw problem
    } catch let problem as Condition.Problem {
      throw PresetProblem(at: place, problem.description)
    } catch {
      throw PresetProblem(at: place, "“\(key)” is no condition")
    }
  }
}
