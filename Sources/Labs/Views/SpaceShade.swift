import Drawing
import Engine
import Studio

/// The output over the space of a layer that has no other units than the axes: what follows the
/// layer is a function of these alone, so that it can be computed for every pixel.
struct SpaceShade {
  /// What the outputs give at each pixel: `[output][pixel]`.
  let outputs: [[Float]]
  /// Pixels across and down.
  let pixels: Size

  /// - Parameter size: the cells of the picture.
  /// - Returns: nil if the layer has other units.
  init?(_ session: Session, _ choice: SpaceChoice, _ frame: SpaceFrame, size: Size) {
    guard choice.isWhole, size.width > 0, size.height > 0 else { return nil }
    pixels = Size(width: size.width, height: 2 * size.height)
    let (across, up) = frame.numbers(pixels)
    let isTurned = choice.pair.0 > choice.pair.1
    let columns =
      choice.units == 1 ? [across] : isTurned ? [up, across] : [across, up]
    guard let tail = session.trainer.network.tail(after: choice.level) else {
      // The axes are the outputs themselves.
      outputs = columns
      return
    }
    outputs = tail.outputs(for: Samples(columns: columns, count: across.count))
  }
}
