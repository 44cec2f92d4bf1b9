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
    let levels = Self.levels(truth)
    fields = truth.fields.flatMap { values in
      levels.map { level in
        Field(width: side, height: side, values: level == 0 ? values : values.map { $0 - level })
      }
    }
  }

  /// The levels of the lines. Classes change where what is compared is 0; a function is drawn at half
  /// its height and half its depth, too, for where it is flat its zeros say nothing.
  private static func levels(_ truth: TruthWork) -> [Float] {
    let half = halfHeight(truth)
    return half > 0 ? [-half, 0, half] : [0]
  }

  /// Half of the largest size of the true function over the domain, as it can be read; 0 of classes.
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
