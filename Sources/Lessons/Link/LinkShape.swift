import Engine

/// The hidden layers that an address asks for.
struct LinkShape {
  /// Units of each hidden layer, as many as there can be.
  let hidden: [Int]
  /// What there is of it only here.
  let remarks: [String]

  /// Reads `4,2`; nothing means no hidden layer.
  init(_ field: LinkField) throws(LinkProblem) {
    let text = field.value ?? ""
    let parts = text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false)
    var units: [Int] = []
    var largest = 0.0
    for part in parts {
      guard let number = Double(part), number >= 1, number.isFinite, number == number.rounded()
      else {
        throw LinkProblem(
          position: field.valuePosition,
          message: "networkShape can't be “\(text.shown())”: expected the units of each hidden"
            + " layer, whole numbers from 1 on with commas between them")
      }
      largest = max(largest, number)
      units.append(Int(min(number, Double(SettingCatalogue.unitLimit))))
    }
    var remarks: [String] = []
    if largest > Double(SettingCatalogue.unitLimit) {
      remarks.append(
        "networkShape: a layer has at most \(SettingCatalogue.unitLimit) units here,"
          + " and \(Setting.text(largest)) were asked for.")
    }
    if units.count > SettingCatalogue.layerLimit {
      remarks.append(
        "networkShape: there are at most \(SettingCatalogue.layerLimit) hidden layers here,"
          + " and \(units.count) were asked for.")
    }
    (hidden, self.remarks) = (Array(units.prefix(SettingCatalogue.layerLimit)), remarks)
  }
}
