import Drawing
import Engine
import Lessons
import Studio

/// The parameters of the unit that is looked at, with what becomes of them.
struct MicroTable {
  let script: MicroScript

  /// Rows that all of it takes.
  var height: Int { 1 + script.parameters.count }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 2, area.width >= 14 else { return }
    let palette = Palette(canvas.capabilities)
    let places = script.parameters
    guard !places.isEmpty else { return }
    let rows = area.height - 1
    let chosen = min(script.walk.row, places.count - 1)
    let first = min(max(0, chosen - rows / 2), max(0, places.count - rows))
    let shown = Array(places[first..<min(places.count, first + rows)])
    let isChosen = showsChoice
    let names = TextTable.Column(
      title: script.names.unit(script.level, script.unit), width: 17,
      items: shown.enumerated().map { offset, place in
        let isHere = isChosen && first + offset == chosen
        return TextTable.Item(
          text: (isHere ? "▸" : mark(place)) + script.names.row(place),
          color: isHere ? palette.accent : .standard, style: isHere ? [.bold, .reverse] : [])
      })
    let columns = columns(shown).map { title, numbers in
      TextTable.Column(
        title: title, width: 11,
        items: zip(shown.indices, numbers).map { offset, number in
          item(number, isBold: isChosen && first + offset == chosen, palette)
        })
    }
    TextTable(names: names, columns: columns).draw(in: area, on: &canvas)
    for offset in shown.indices {
      canvas.mark(
        Rectangle(x: area.x, y: area.y + 1 + offset, width: area.width, height: 1),
        as: MicroSpot.row(first + offset))
    }
  }

  /// Whether one of the parameters is written out beside.
  private var showsChoice: Bool {
    switch script.walk.phase {
    case .backward, .mean, .shaping, .update: true
    case .input, .forward, .loss: false
    }
  }

  private func mark(_ place: ParameterPlace) -> String {
    script.session.isFrozen(place.index) ? "*" : " "
  }

  private func item(_ number: Float?, isBold: Bool, _ palette: Palette) -> TextTable.Item {
    guard let number else { return TextTable.Item(text: "–", style: .dim) }
    return TextTable.Item(
      text: tabular(Double(number)),
      color: number == 0 || !number.isFinite
        ? .standard : number > 0 ? palette.positive : palette.negative,
      style: isBold ? .bold : [])
  }

  /// Headings and numbers, the most important first.
  private func columns(_ places: [ParameterPlace]) -> [(String, [Float?])] {
    let trace = script.trace
    let weights: [Float?] = places.map { script.network.parameters[$0.index] }
    let now = ("w", weights)
    switch script.walk.phase {
    case .input, .loss: return [now]
    case .forward:
      let inputs = places.map(input)
      return [now, ("in", inputs), ("w·in", zip(weights, inputs).map(product))]
    case .backward:
      let inputs = places.map(input)
      return [
        now, ("in", inputs),
        ("∂C/∂w", places.map { script.share(of: $0, sample: script.sample) }),
      ]
    case .mean:
      return [
        now, ("mean ∂C/∂w", places.map { trace.meanGradient[$0.index] }),
        ("sample \(script.sample + 1)", places.map { script.share(of: $0, sample: script.sample) }),
      ]
    case .shaping:
      let stages = [UpdateStage.penalty, .freezing, .clipping].map { trace.gradient(after: $0) }
      return [
        now, ("mean ∂C/∂w", places.map { trace.meanGradient[$0.index] }),
        ("+ penalty", places.map { stages[0][$0.index] }),
        ("clipped", places.map { stages[2][$0.index] }),
      ]
    case .update: return updateColumns(places, weights)
    }
  }

  private func updateColumns(_ places: [ParameterPlace], _ weights: [Float?])
    -> [(String, [Float?])]
  {
    let trace = script.trace
    let after = places.map { trace.parameters[$0.index] }
    let moments = zip(trace.spec.optimizer.momentNames, trace.newMemory.moments).map {
      name, values -> (String, [Float?]) in
      ("\(name) →", places.map { values.indices.contains($0.index) ? values[$0.index] : nil })
    }
    let changes = zip(weights, after).map { old, new in old.map { new - $0 } }
    return [
      ("w", weights), ("Δw", changes), ("w →", after),
      ("g", places.map { trace.gradient[$0.index] }),
    ]
      + moments
  }

  /// What the parameter multiplies; nil for what is added.
  private func input(_ place: ParameterPlace) -> Float? {
    switch place.part {
    case .weight(let input), .ownWeight(let input): script.input(input, of: script.level)
    case .bias, .scale, .shift: nil
    }
  }

  private func product(_ one: Float?, _ two: Float?) -> Float? {
    guard let one else { return nil }
    return two.map { one * $0 } ?? one
  }
}
