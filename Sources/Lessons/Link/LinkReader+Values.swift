import Engine

/// How values of each kind are read.
extension LinkReader {
  /// The value of a key that has to be one of some names; nil if there is none.
  func choice(_ key: PlaygroundKey, _ names: [String]) throws(LinkProblem) -> String? {
    guard let field = known[key], let value = field.value else { return nil }
    guard names.contains(value) else {
      throw LinkProblem(
        position: field.valuePosition,
        message: "\(key.rawValue) can't be “\(value.shown())”: expected one of "
          + names.joined(separator: ", ") + suggestion(for: value.shown(), among: names))
    }
    return value
  }

  /// Whether a key is on: everything but `false` is, as in the playground.
  func flag(_ key: PlaygroundKey, usually: Bool) -> Bool {
    known[key]?.value.map { $0 != "false" } ?? usually
  }

  /// The number of a key, and how it was written; nil if there is none.
  ///
  /// - Parameter place: what is expected, behind “a number”.
  func number(
    _ key: PlaygroundKey, in range: ClosedRange<Double>, _ place: String, isWhole: Bool = false
  ) throws(LinkProblem) -> (number: Double, text: String)? {
    guard let field = known[key], let value = field.value else { return nil }
    guard let number = Double(value), number.isFinite, range.contains(number),
      !isWhole || number == number.rounded()
    else {
      throw LinkProblem(
        position: field.valuePosition,
        message: "\(key.rawValue) can't be “\(value.shown())”: expected a "
          + (isWhole ? "whole number" : "number") + (place.isEmpty ? "" : " " + place))
    }
    return (number, value)
  }

  /// Reads a number of a setting; one that makes sense to the playground and is none of the
  /// setting's is brought to the nearest.
  mutating func readNumber(
    _ key: PlaygroundKey, as name: String, from range: ClosedRange<Double>, _ place: String,
    isWhole: Bool = false
  ) throws(LinkProblem) {
    guard let (number, text) = try number(key, in: range, place, isWhole: isWhole),
      let setting = SettingCatalogue.keyed(name),
      case .number(let own, _, _, _) = setting.domain(in: preset)
    else { return }
    let taken = min(max(number, own.lowerBound), own.upperBound)
    if taken != number {
      let bound = taken < number ? "most" : "least"
      remarks.append(
        "\(key.rawValue)=\(text.shown()) is \(Setting.text(taken)) here, the \(bound) there can be."
      )
    }
    try? setting.set(Setting.text(taken), in: &preset)
  }
}
