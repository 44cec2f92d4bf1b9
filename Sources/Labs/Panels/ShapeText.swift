import Drawing
import Engine
import Lessons
import Studio

/// The shape of a network in a line: `2·4·2·1 tanh`, and of a deep one `2·20×6·1 relu`.
struct ShapeText {
  private let counts: [Int]
  private let activations: [String]

  init(_ session: Session) {
    let spec = session.trainer.network.spec
    counts = [spec.inputCount] + spec.hidden.map(\.units) + [spec.outputCount]
    // Once if all layers have the same.
    activations =
      spec.hidden.isEmpty ? [] : session.preset.network.activation.values.map(\.rawValue)
  }

  /// All of it, as far as there is room; what repeats is counted where it has to be.
  func text(within width: Int) -> String {
    func text(_ counts: [String], _ activations: [String]) -> String {
      ([counts.joined(separator: "·")] + activations).joined(separator: " ")
    }
    let layers = counts.map { "\($0)" }
    let all = text(layers, activations)
    guard columnWidth(all) > width else { return all }
    return text(Self.counted(layers), Self.counted(activations))
  }

  /// The same with a count behind what stands there several times in a row.
  private static func counted(_ words: [String]) -> [String] {
    var runs: [(word: String, count: Int)] = []
    for word in words {
      if let last = runs.last, last.word == word {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((word, 1))
      }
    }
    return runs.flatMap {
      $0.count < 3 ? Array(repeating: $0.word, count: $0.count) : ["\($0.count)×\($0.word)"]
    }
  }
}
