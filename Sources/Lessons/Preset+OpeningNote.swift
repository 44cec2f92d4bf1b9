import Datasets
import Engine

extension Preset {
  /// What was taken of a file that was opened: how many rows, what is predicted from what, and what
  /// was left out; nil where the points come from no file and were not drawn.
  public var openingNote: String? {
    switch recipe.kind {
    case .recipe, .shipped: nil
    case .points(let set): "\(title): \(Self.counts(set)); \(task)."
    case .file(let file): note(on: file)
    }
  }

  /// `30 training, 0 validation and 30 test points`.
  private static func counts(_ set: PointSet) -> String {
    if set.points.contains(where: { $0.share == nil }) { return "\(set.points.count) points" }
    return "\(set.count(of: .training)) training, \(set.count(of: .validation)) validation and"
      + " \(set.count(of: .test)) test points"
  }

  /// `kind as 3 classes by length and width`: what is predicted, how it was taken, and the columns that
  /// an input is made of.
  private var task: String {
    let names = directions.filter(\.isSeen).map(\.name)
    let target =
      switch recipe.kind {
      case .points(let set): set.target.name
      case .recipe, .shipped, .file: recipe.columns?.target ?? "label"
      }
    let kind =
      switch problem {
      case .regression: "a number"
      case .classification(let classes): "\(classes) classes"
      }
    return "\(target.shown()) as \(kind) by \(names.map { $0.shown() }.joined(separator: " and "))"
  }

  /// The names of x₁ and, where there is one, x₂, and whether an input is made of it.
  private var directions: [(name: String, input: Feature, isSeen: Bool)] {
    let names =
      switch recipe.kind {
      case .points(let set): set.axes.map(\.name)
      case .recipe, .shipped, .file: [recipe.columns?.x1 ?? "x1", recipe.columns?.x2 ?? "x2"]
      }
    let first = (names[0], Feature.x1, features.contains(where: \.dependsOnX1))
    guard !recipe.isOneDimensional else { return [first] }
    return [first, (names[1], .x2, features.contains(where: \.dependsOnX2))]
  }

  /// That not every column is an input of the preset of a name, and which setting would make it one;
  /// nil if every one is.
  public func unseenNote(of name: String) -> String? {
    let unseen = directions.filter { !$0.isSeen }
    guard !unseen.isEmpty else { return nil }
    let inputs = features.map(\.rawValue)
    let setting =
      "features="
      + Feature.ordered(features + unseen.map(\.input)).map(\.rawValue).joined(separator: ",")
    let isPlain = setting.allSatisfy { $0.isLetter || $0.isNumber || "=,".contains($0) }
    return "“\(name.shown())” uses \(inputs.joined(separator: ", "))"
      + "\(inputs.count == 1 ? " alone" : ""); --set \(isPlain ? setting : "'\(setting)'") adds"
      + " \(unseen.map { $0.name.shown() }.joined(separator: " and "))."
  }

  private func note(on file: TableFile) -> String {
    let source = recipe
    let all = file.table.sourceCount
    var text =
      "\(file.name): \(source.usedCount == all ? "" : "\(source.usedCount) of ")\(all) rows;"
      + " \(task)"
    if source.missingCount > 0 {
      text += "; \(source.missingCount) left out for a missing value"
    }
    if let obstacle = file.table.sharesObstacle {
      text += "; split anew, for the column “share” is no use: \(obstacle)"
    }
    for lost in file.table.lostInputs(besides: source.columns?.target).prefix(1) {
      text += "; \(lost)"
    }
    for word in file.table.spoilt.prefix(1) {
      text +=
        "; line \(word.line), column \(word.column.shown()): “\(word.text.shown())” \(word.fault)"
        + " (\(word.count) \(word.count == 1 ? "cell" : "cells") left out)"
    }
    if file.table.column(source.columns?.target ?? "")?.hasGuessedClasses == true {
      text += "; so few whole numbers are taken as classes, in a column named “number” as numbers"
    }
    return text + "."
  }
}
