import Datasets
import Drawing
import Engine
import Studio

/// Keys and the mouse in the view of the curve.
extension CurveView {
  /// How far a key moves the cut and the cursor.
  private static let step: Float = 0.25

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let levels = scene.session.trainer.network.levels
    switch (intent, page) {
    case (.nextOption, _): page = page.stepped(by: 1)
    case (.previousOption, _): page = page.stepped(by: -1)
    case (.selectUp, .output), (.selectDown, .output):
      guard !scene.session.dataset.isOneDimensional else {
        return ViewReply(notice: "These data are a curve over x₁ alone: there is nothing to cut.")
      }
      x2 = Self.clamped(x2 + (intent == .selectUp ? Self.step : -Self.step))
    case (.decrease, .output): cursor = Self.clamped((cursor ?? Self.step) - Self.step)
    case (.increase, .output): cursor = Self.clamped((cursor ?? -Self.step) + Self.step)
    case (.selectUp, .units): level = max(0, min(level, levels.count - 1) - 1)
    case (.selectDown, .units): level = min(levels.count - 1, level + 1)
    case (.selectUp, .contributions): output = max(0, min(output, outputs(scene) - 1) - 1)
    case (.selectDown, .contributions): output = min(outputs(scene) - 1, output + 1)
    case (.decrease, _): chooseUnit(by: -1, scene)
    case (.increase, _): chooseUnit(by: 1, scene)
    case (.back, _) where cursor != nil: cursor = nil
    case (.back, _) where unit != nil && page != .output: unit = nil
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  {
    guard let layout = (target as? Spot)?.layout else { return nil }
    let column = Float(min(max(event.position.x - layout.plot.x, 0), layout.plot.width - 1))
    let span = Dataset.domain.upperBound - Dataset.domain.lowerBound
    let place =
      Dataset.domain.lowerBound + span * (column + 0.5) / Float(max(1, layout.plot.width))
    switch event.kind {
    case .hover: hovered = place
    case .press, .drag: cursor = place
    case .wheelUp: _ = handle(.selectUp, scene)
    case .wheelDown: _ = handle(.selectDown, scene)
    case .release: break
    }
    return ViewReply()
  }

  mutating func leave() { hovered = nil }

  /// The next unit; all of them stand before the first.
  private mutating func chooseUnit(by offset: Int, _ scene: Scene) {
    let levels = scene.session.trainer.network.levels
    let count: Int
    switch page {
    case .units: count = levels[min(level, levels.count - 1)].units
    case .contributions, .output:
      // The bias comes after the units.
      count =
        (levels.count > 1
          ? levels[levels.count - 2].units : scene.session.trainer.network.spec.inputCount) + 1
    }
    let here = (unit.map { min($0, count - 1) } ?? -1) + 1
    let next = (here + offset + count + 1) % (count + 1)
    unit = next == 0 ? nil : next - 1
  }

  private func outputs(_ scene: Scene) -> Int {
    scene.session.trainer.network.levels.last?.units ?? 1
  }

  private static func clamped(_ place: Float) -> Float {
    min(max(place, Dataset.domain.lowerBound), Dataset.domain.upperBound)
  }
}
