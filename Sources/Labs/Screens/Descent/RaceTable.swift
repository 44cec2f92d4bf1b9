import Drawing
import Lessons
import Studio

/// The racers in a table, in the order of their places in the race.
struct RaceTable {
  let race: Race
  let chosen: Int
  /// Whether arrow keys choose among them.
  let isFocused: Bool

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width > 0, area.height > 0 else { return }
    let (table, _) = table(canvas).fitted(to: area.width)
    table.draw(in: area, on: &canvas)
    for index in race.racers.indices where index + 1 < area.height {
      canvas.mark(
        Rectangle(x: area.x, y: area.y + 1 + index, width: area.width, height: 1),
        as: DescentTarget.racer(index))
    }
  }

  /// Headings of the columns for which there is no room.
  func cut(toWidth width: Int, on canvas: Canvas) -> [String] {
    table(canvas).fitted(to: width).cut
  }

  private func table(_ canvas: Canvas) -> TextTable {
    let palette = Palette(canvas.capabilities)
    let ranks = race.ranks
    func column(
      _ title: String, _ width: Int, _ text: (Int) -> String
    ) -> TextTable.Column {
      TextTable.Column(
        title: title, width: width,
        items: race.racers.indices.map { index in
          let isOn = race.takesPart(index)
          return TextTable.Item(
            text: isOn || title == "rate" ? text(index) : "–", style: isOn ? [] : .dim)
        })
    }
    let widest = race.spec.racers.map { columnWidth($0.title) }.max() ?? 0
    let names = TextTable.Column(
      title: "   racer", width: min(max(8, widest + 3), 22),
      items: race.racers.indices.map { index in
        let isChosen = index == chosen
        let isOn = race.takesPart(index)
        let mark = RacerPen(index: index).mark(canvas)
        return TextTable.Item(
          text: "\(isChosen ? "▸" : " ")\(isOn ? mark : "·") \(race.spec.racers[index].title)",
          color: isOn ? palette.classColor(index) : .standard,
          style: isChosen ? (isFocused ? [.bold, .reverse] : .bold) : isOn ? [] : .dim)
      })
    return TextTable(
      names: names,
      columns: [
        column("loss", 8) { tabular(race.racers[$0].loss) },
        column("state", 13) { state($0) },
        column("#", 3) { ranks[$0].map { "\($0)" } ?? "–" },
        column("rate", 8) { format(Double(race.racers[$0].nextRate), significantDigits: 3) },
        column("steps", 7) { "\(race.racers[$0].stepCount)" },
        column("‖∇L‖", 8) { tabular(length(race.racers[$0].slope)) },
        column("to min", 8) { tabular(distance($0)) },
        column("schedule", 13) { race.spec.racers[$0].preset.training.schedule },
      ])
  }

  private func length(_ pair: SIMD2<Float>) -> Double {
    let pair = SIMD2<Double>(pair)
    return (pair * pair).sum().squareRoot()
  }

  /// How far it is to the nearest minimum.
  private func distance(_ index: Int) -> Double {
    race.spec.surface.nearestMinimum(to: SIMD2(race.racers[index].place))?.distance ?? .nan
  }

  /// How a racer fares, in a word or two.
  private func state(_ index: Int) -> String {
    let racer = race.racers[index]
    switch racer.state {
    case .running:
      return race.spec.surface.window.contains(SIMD2(racer.place)) ? "running" : "off the map"
    case .resting: return "lies still"
    case .arrived(let step): return "arrived \(step)"
    case .trapped(let step): return "trapped \(step)"
    case .diverged(let step): return "diverged \(step)"
    }
  }
}

extension RacerSpec {
  /// Its optimiser, and what else is not as usual.
  var title: String {
    let training = preset.training
    var parts = [training.optimizer]
    if let momentum = training.optimizerSettings["momentum"] {
      parts.append("\(momentum)")
    } else if !training.optimizerSettings.isEmpty {
      parts.append("…")
    }
    if training.clipping != "none" { parts.append("clip") }
    return parts.joined(separator: " ")
  }
}
