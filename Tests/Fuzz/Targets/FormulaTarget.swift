import Datasets

/// Formulas of two inputs.
enum FormulaTarget: FuzzTarget {
  static let name = "formula"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let formula: Formula
    do {
      formula = try Formula(text)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: 1, column: error.position, in: bytes)
      return false
    }
    let again = try? Formula(formula.text)
    try Laws.expect(again == formula, "“\(formula.text)” is read as “\(again?.text ?? "nothing")”")
    _ = formula.value(1.5, -0.25)
    return true
  }
}
