@testable import Engine

/// A layer by itself, on rows of inputs and of gradients at its output.
struct LayerRun {
  /// What came out, row by row.
  struct Outcome {
    let y: [Float]
    let dx: [Float]
    let parameterGradient: [Float]
    /// As they are after the batch.
    let statistics: [Float]
  }

  let x: [[Float]]
  let upstream: [[Float]]
  var parameters: [Float] = []
  var statistics: [Float] = []

  /// Values of one row.
  var inputs: Int { x.first?.count ?? 0 }

  /// Rows as golden files hold them.
  init(x: [[Double]], upstream: [[Double]] = []) {
    self.x = x.map { $0.map { Float($0) } }
    self.upstream = upstream.map { $0.map { Float($0) } }
  }

  /// One batch of training, forward and back.
  func training(_ layer: some Layer) -> Outcome {
    run(layer, Pass(count: x.count, draws: Pass.Draws(seed: 1, step: 0)))
  }

  /// The layer as it is used.
  func evaluation(_ layer: some Layer) -> Outcome { run(layer, Pass(count: x.count)) }

  /// The layer in any pass over the rows; lanes past the last row hold `filler`.
  func run(_ layer: some Layer, _ pass: Pass, filler: Float = 0, scratch: Float = 0) -> Outcome {
    let (ins, outs, blocks) = (layer.inputCount, layer.outputCount, pass.blocks)
    let place = Place(
      input: 0, output: ins, scratch: ins + outs, parameters: 0, statistics: 0,
      wantsInputGradient: true, number: 0)
    let units = ins + outs + layer.scratchCount
    var values = Array(repeating: Lanes(repeating: scratch), count: units * blocks)
    var gradients = values
    for unit in 0..<ins {
      for block in 0..<blocks { values[unit * blocks + block] = Lanes(repeating: filler) }
      for (row, numbers) in x.enumerated() {
        values[unit * blocks + row / laneCount][row % laneCount] = numbers[unit]
      }
    }
    for unit in 0..<outs {
      for block in 0..<blocks { gradients[(ins + unit) * blocks + block] = Lanes() }
      for (row, numbers) in upstream.enumerated() {
        gradients[(ins + unit) * blocks + row / laneCount][row % laneCount] = numbers[unit]
      }
    }
    var parameterGradient = Array(repeating: scratch, count: layer.parameterCount)
    var gathered = statistics
    var valueSpan = values.mutableSpan
    layer.forward(
      &valueSpan, pass, at: place, parameters: parameters.span, statistics: statistics.span)
    var gradientSpan = gradients.mutableSpan
    var parameterSpan = parameterGradient.mutableSpan
    layer.backward(
      &gradientSpan, values: values.span, pass, at: place, parameters: parameters.span,
      parameterGradient: &parameterSpan)
    if pass.draws != nil {
      var gatheredSpan = gathered.mutableSpan
      layer.gather(&gatheredSpan, from: values.span, pass, at: place)
    }
    return Outcome(
      y: rows(of: values, from: ins, units: outs, blocks: blocks),
      dx: rows(of: gradients, from: 0, units: ins, blocks: blocks),
      parameterGradient: parameterGradient, statistics: gathered)
  }

  private func rows(of lanes: [Lanes], from first: Int, units: Int, blocks: Int) -> [Float] {
    x.indices.flatMap { row in
      (0..<units).map { lanes[(first + $0) * blocks + row / laneCount][row % laneCount] }
    }
  }
}
