extension Workspace {
  /// The mean loss of the first `count` samples, from the output and the targets that stand here.
  ///
  /// Its gradient is left at the output, 0 in lanes past the batch's end: from there on, whatever
  /// those lanes hold contributes nothing.
  mutating func lossAndGradient(_ loss: Loss, count: Int) -> Float {
    let last = values.count - 1
    let predictions = take(&values[last])
    let goals = take(&targets)
    var outputGradients = take(&gradients[last])
    let outputs = outputCount
    let scale = Lanes(repeating: 1 / Float(count))
    let prediction = predictions.span
    let target = goals.span
    var gradient = outputGradients.mutableSpan
    var sum: Float = 0
    for block in 0..<blocks {
      let filled = min(laneCount, count - block * laneCount)
      let losses = loss.values(
        of: prediction, target: target, block: block, blocks: blocks, outputs: outputs)
      sum += losses.keepingFirst(filled).total
      loss.writeGradient(
        of: prediction, target: target, block: block, blocks: blocks, outputs: outputs,
        scale: scale.keepingFirst(filled), into: &gradient)
    }
    values[last] = predictions
    targets = goals
    gradients[last] = outputGradients
    return sum / Float(count)
  }
}
