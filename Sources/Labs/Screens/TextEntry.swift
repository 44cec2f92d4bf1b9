import Drawing
import Lessons

/// A text being typed, and what it is for.
struct TextEntry: Equatable, Sendable {
  /// What the text is for.
  enum Purpose: Equatable, Sendable {
    /// The value of the control that has the focus.
    case value
    /// The value of a parameter, by its place in the network.
    case parameter(Int)
    /// A new input.
    case formula
    /// An epoch to go to.
    case epoch
    /// The name of a branch, by its number.
    case branchName(Int)
    /// A file or preset to open.
    case openFile
    /// A file for the points.
    case savePoints
    /// A file for the program in that framework.
    case saveCode(CodeLanguage)
    /// A file for a recording.
    case record
  }

  /// What the text is for.
  let purpose: Purpose
  /// What was typed so far.
  var text = ""

  /// The most characters of an address, which has some 500 of them.
  static let linkLimit = 4096

  /// How many characters are taken.
  private var limit: Int {
    switch purpose {
    case .value, .parameter, .epoch, .branchName: 24
    case .formula: 80
    case .openFile: Self.linkLimit
    case .savePoints, .saveCode, .record: 200
    }
  }

  /// What stands before the text where it has no place of its own; nil for the value of a control.
  var prompt: String? {
    switch purpose {
    case .value: nil
    case .parameter: "New value of the chosen parameter: "
    case .formula: "Formula of x1 and x2: "
    case .epoch: "Go to epoch: "
    case .branchName(let number): "Name of branch \(number): "
    case .openFile: "Open a preset, a YAML or CSV file, or a link: "
    case .savePoints: "Write the points into the file: "
    case .saveCode(let language): "Write the \(language.title) program into the file: "
    case .record: "Record into the file: "
    }
  }

  /// Takes a key that edits the text.
  mutating func edit(_ key: Key) {
    switch key {
    case .backspace: text = String(text.dropLast())
    case .control("u"): text = ""
    case .character(let character): if text.count < limit { text.append(character) }
    default: break
    }
  }
}
