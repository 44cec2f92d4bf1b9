import Datasets
import Engine
import Lessons
import Studio

/// Short names for what the microscope shows.
struct MicroNames {
  let session: Session

  private var last: Int { session.trainer.network.levels.count - 1 }

  /// `w₁₂`.
  static func subscripted(_ name: String, _ number: Int) -> String {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    return name + String("\(number)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// What a level takes in: `x₁`, a formula by its beginning; `a₂` of the level before.
  func input(_ input: Int, of level: Int) -> String {
    guard level == 0 else { return Self.subscripted("a", input + 1) }
    let features = session.preset.features
    guard features.indices.contains(input) else { return Self.subscripted("x", input + 1) }
    let title = features[input].title
    return title.count <= 6 ? title : title.prefix(5) + "…"
  }

  /// `w₂`, `b`, `γ`, `β`.
  func parameter(_ place: ParameterPlace) -> String {
    switch place.part {
    case .weight(let input), .ownWeight(let input): Self.subscripted("w", input + 1)
    case .bias: "b"
    case .scale: "γ"
    case .shift: "β"
    }
  }

  /// What a parameter multiplies, with its name: `w₂·a₂`.
  func row(_ place: ParameterPlace) -> String {
    switch place.part {
    case .weight(let input):
      "\(parameter(place)) ← \(self.input(input, of: place.unit.level))"
    case .ownWeight(let from): "\(parameter(place)) ← \(Self.subscripted("h", from + 1))"
    case .bias: "b"
    case .scale: "γ scale"
    case .shift: "β shift"
    }
  }

  /// `layer 2`, `output`.
  func level(_ level: Int) -> String { level == last ? "output" : "layer \(level + 1)" }

  /// `L2`, `out`.
  func shortLevel(_ level: Int) -> String { level == last ? "out" : "L\(level + 1)" }

  /// `layer 2 unit 3`, `the output`.
  func unit(_ level: Int, _ unit: Int) -> String {
    session.name(of: UnitPlace(level: level, unit: unit))
  }
}
