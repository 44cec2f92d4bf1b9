extension Workspace {
  /// The mean loss of the batch, from the output and the targets that stand here.
  ///
  /// Its gradient is left at the output, 0 in lanes past the batch's end: from there on, whatever
  /// those lanes hold contributes nothing.
  mutating func lossAndGradient(_ loss: Loss, of network: Network) -> Float {
    Self.lossAndGradient(
      loss, pass, output: network.output, outputs: network.spec.outputCount, values: values,
      targets: targets, gradients: &gradients)
  }

  private static func lossAndGradient(
    _ loss: Loss, _ pass: Pass, output: Int, outputs: Int, values: borrowing [Lanes],
    targets: borrowing [Lanes], gradients: inout [Lanes]
  ) -> Float {
    let range = (output * pass.blocks)..<((output + outputs) * pass.blocks)
    let scale = Lanes(repeating: 1 / Float(pass.count))
    let prediction = values.span.extracting(range)
    let target = targets.span
    var gradient = gradients.mutableSpan
    var sum: Float = 0
    for block in 0..<pass.blocks {
      let filled = pass.filled(block)
      let losses = loss.values(
        of: prediction, target: target, block: block, blocks: pass.blocks, outputs: outputs)
      sum += losses.keepingFirst(filled).total
      loss.writeGradient(
        of: prediction, target: target, block: block, blocks: pass.blocks, outputs: outputs,
        scale: scale.keepingFirst(filled), into: &gradient, at: range.lowerBound)
    }
    return sum / Float(pass.count)
  }
}
