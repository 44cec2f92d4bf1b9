import Drawing

/// The lines between what the network decides, from its outputs over a picture.
struct Decision {
  private let fields: [Field]

  /// - Parameters:
  ///   - outputs: what the outputs give at each pixel, `[output][pixel]`; of one output, its sign
  ///     decides, of several the largest.
  ///   - size: pixels across and down.
  init(_ outputs: [[Float]], size: Size) {
    guard outputs.count > 1 else {
      fields = outputs.map { Field(width: size.width, height: size.height, values: $0) }
      return
    }
    fields = outputs.indices.map { output in
      Self.margin(of: output, in: outputs, size)
    }
  }

  /// How far an output is above the largest of the others.
  static func margin(of output: Int, in outputs: [[Float]], _ size: Size) -> Field {
    let others = outputs.indices.filter { $0 != output }
    return Field(
      width: size.width, height: size.height,
      values: outputs[output].indices.map { pixel in
        let largest = others.reduce(-Float.infinity) { max($0, outputs[$1][pixel]) }
        return outputs[output][pixel] - largest
      })
  }

  /// Draws the lines, twice as thick as others, in front of what has a lower priority.
  func draw(on grid: inout BrailleGrid, color: Color, priority: Float, thickness: Int = 2) {
    for field in fields {
      grid.contour(
        of: field, color: color, priority: priority, thickness: thickness, covers: true)
    }
  }
}
