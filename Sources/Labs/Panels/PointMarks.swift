import Datasets
import Drawing
import Lessons
import Studio

/// How the points of a data set are marked on the map.
struct PointMarks {
  private let share: Dataset.Share
  private let isRegression: Bool
  private let hasOneOutput: Bool
  private let glyphs: GlyphSet
  private let palette: Palette

  /// Labels nearer to 0 than this have no sign worth a mark.
  private static let smallLabel: Float = 0.02

  init(_ session: Session, _ share: Dataset.Share, _ capabilities: Capabilities) {
    self.share = share
    isRegression = session.preset.problem == .regression
    hasOneOutput = session.preset.objective.outputCount == 1
    glyphs = capabilities.glyphs
    palette = Palette(depth: capabilities.depth)
  }

  /// Marks a point; one outside the domain is left out.
  func draw(_ example: Example, in map: Rectangle, on canvas: inout Canvas) {
    let low = Dataset.domain.lowerBound
    let span = Dataset.domain.upperBound - low
    let column = ((example.x1 - low) / span * Float(map.width)).rounded(.down)
    let row = ((1 - (example.x2 - low) / span) * Float(map.height)).rounded(.down)
    guard column >= 0, column < Float(map.width), row >= 0, row < Float(map.height) else { return }
    let cell = Point(x: map.x + Int(column), y: map.y + Int(row))
    if isRegression && abs(example.label) < Self.smallLabel {
      canvas.drawMark("·", at: cell, color: palette.contour)
      return
    }
    let index = isRegression ? (example.label > 0 ? 1 : 0) : Int(example.label)
    canvas.drawMark(mark(index), at: cell, color: color(index))
  }

  private func color(_ index: Int) -> Color {
    guard hasOneOutput else { return palette.classMarkColor(index) }
    return index == 1 ? palette.positiveMark : palette.negativeMark
  }

  private func mark(_ index: Int) -> Character {
    if share == .training { return Palette.mark(forClass: index, glyphs: glyphs) }
    return hasOneOutput
      ? Self.mark(isPositive: index == 1, share, glyphs)
      : Self.mark(ofClass: index, isTest: share == .test)
  }

  /// Test points are the class's own number, validation points its letter.
  private static func mark(ofClass index: Int, isTest: Bool) -> Character {
    let letters: [Character] = ["a", "b", "c", "d", "e", "f"]
    return isTest ? Character("\(index + 1)") : letters[index % letters.count]
  }

  /// Test points are small squares, full and empty, validation points the signs themselves.
  static func mark(isPositive: Bool, _ share: Dataset.Share, _ glyphs: GlyphSet) -> Character {
    switch share {
    case .training: Palette.mark(forClass: isPositive ? 1 : 0, glyphs: glyphs)
    case .validation: isPositive ? "+" : "-"
    case .test where glyphs == .ascii: isPositive ? "X" : "O"
    case .test: isPositive ? "▪" : "▫"
    }
  }
}
