import Datasets
import Drawing
import Studio

/// The best boundary as a broken line over a map; of numbers, lines on which the true function has a
/// level.
struct TruthLine {
  private let fields: [Field]
  private let isBig: Bool

  /// nil while there is nothing to draw.
  init?(_ scene: Scene) {
    guard let truth = scene.truth, truth.isKnown else { return nil }
    isBig = scene.isBig
    let side = TruthWork.side
    let half = Self.halfHeight(truth)
    fields = truth.fields.flatMap { values in
      guard half > 0 else { return [Field(width: side, height: side, values: values)] }
      return [-half, 0, half].map { level in
        let lowered = level == 0 ? Self.withoutPlains(values) : values.map { $0 - level }
        return Field(width: side, height: side, values: lowered)
      }
    }
  }

  /// Where a function is 0 all around, it does not change its sign: no line is to run along there.
  private static func withoutPlains(_ values: [Float]) -> [Float] {
    let last = values.count - 1
    func isNothing(_ index: Int) -> Bool { abs(values[min(max(index, 0), last)]) < 1e-6 }
    return values.indices.map { index in
      isNothing(index) && isNothing(index - 1) && isNothing(index + 1) ? .nan : values[index]
    }
  }

  /// Half of the largest size of the true function over the domain, as it can be read; 0 of classes.
  /// A function is drawn at this height and depth too, for where it is flat its zeros say nothing.
  static func halfHeight(_ truth: TruthWork) -> Float {
    guard case .numbers = truth.truth, let values = truth.fields.first else { return 0 }
    var largest: Float = 0
    for value in values where abs(value) > largest { largest = abs(value) }
    return largest > 0.001 ? (largest * 50).rounded() / 100 : 0
  }

  /// - Parameter standsOnMap: whether the line stands on a coloured map.
  func draw(in map: Rectangle, standsOnMap: Bool = true, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let isASCII = canvas.capabilities.glyphs == .ascii
    // A map of glyphs has no colour behind the line.
    let usesGlyphs = isASCII || canvas.capabilities.depth == .mono
    let color: Color =
      usesGlyphs ? .standard : standsOnMap ? palette.classMarkColor(3) : palette.classColor(3)
    var grid = BrailleGrid(size: map.size)
    for field in fields {
      grid.contour(
        of: field, color: color, pattern: .longDashed, thickness: isBig ? 3 : 2)
    }
    canvas.draw(
      grid, at: Point(x: map.x, y: map.y),
      mark: isASCII ? Self.asciiMark : nil)
  }

  /// No map and no point is drawn with it; `┅` becomes it in a legend.
  static let asciiMark: Character = "!"
}
