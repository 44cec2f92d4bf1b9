import Drawing
import Engine
import Lessons
import Studio

/// The samples of the batch one below the other: what came out, what should have, the loss, and what
/// each says of the parameter that is looked at; below them the means.
struct MicroBatch {
  let script: MicroScript

  /// Rows that it needs to say something.
  static let least = 4

  /// Rows that all of it takes.
  var height: Int { 2 + script.trace.samples.count }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= Self.least, area.width >= 40 else { return }
    let palette = Palette(canvas.capabilities)
    let count = script.trace.samples.count
    let rows = min(count, area.height - 2)
    let first = min(max(0, script.sample - rows / 2), max(0, count - rows))
    let shown = Array(first..<(first + rows))
    let names = TextTable.Column(
      title: "the batch", width: 17,
      items: shown.map { sample in
        let isHere = sample == script.sample && !script.walk.phase.isOfBatch
        return TextTable.Item(
          text: (isHere ? "▸" : " ") + "sample \(sample + 1)",
          color: isHere ? palette.accent : .standard, style: isHere ? [.bold, .reverse] : [])
      } + [TextTable.Item(text: " mean", style: .bold)])
    let columns = columns.map { title, number, mean in
      TextTable.Column(
        title: title, width: 11,
        items: shown.map { item(number($0), isBold: $0 == script.sample, palette) } + [
          script.walk.phase.isOfBatch && mean != nil
            ? item(mean, isBold: true, palette) : TextTable.Item(text: "")
        ])
    }
    TextTable(names: names, columns: columns).draw(in: area, on: &canvas)
    for (row, sample) in shown.enumerated() {
      canvas.mark(
        Rectangle(x: area.x, y: area.y + 1 + row, width: area.width, height: 1),
        as: MicroSpot.sample(sample))
    }
  }

  /// Headings, the number of a sample as far as it is computed, and the batch's.
  private var columns: [(title: String, number: (Int) -> Float?, mean: Float?)] {
    let trace = script.trace
    let output = script.isOutput ? script.unit : 0
    let outputs = trace.network.spec.outputCount
    let symbol = trace.spec.loss.takesLogits ? "z" : "a"
    var columns: [(String, (Int) -> Float?, Float?)] = [
      (
        outputs == 1 ? "output \(symbol)" : "output \(symbol)\(output + 1)",
        { sample in
          let all = script.outputs(of: sample)
          return knows(sample, .forward) && all.indices.contains(output) ? all[output] : nil
        }, nil
      ),
      ("target y", { trace.target(output, sample: $0) }, nil),
      ("C", { knows($0, .loss) ? trace.loss(sample: $0) : nil }, trace.batchLoss),
    ]
    if let parameter = script.parameter {
      columns.append(
        (
          "∂C/∂\(script.names.parameter(parameter))",
          { knows($0, .backward) ? script.share(of: parameter, sample: $0) : nil },
          trace.meanGradient[parameter.index]
        ))
    }
    return columns
  }

  private enum Part { case forward, loss, backward }

  /// Whether so much of a sample has been gone through.
  private func knows(_ sample: Int, _ part: Part) -> Bool {
    let walk = script.walk
    if walk.phase.isOfBatch || sample < walk.sample { return true }
    guard sample == walk.sample else { return false }
    switch part {
    case .forward, .loss: return !walk.phase.isForward
    case .backward:
      if case .backward = walk.phase { return true }
      return false
    }
  }

  private func item(_ number: Float?, isBold: Bool, _ palette: Palette) -> TextTable.Item {
    guard let number else { return TextTable.Item(text: "·", style: .dim) }
    return TextTable.Item(
      text: tabular(Double(number)),
      color: number == 0 || !number.isFinite
        ? .standard : number > 0 ? palette.positive : palette.negative,
      style: isBold ? .bold : [])
  }
}
