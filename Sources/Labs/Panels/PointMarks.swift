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
  private let standsOnMap: Bool
  private let isBig: Bool

  /// Labels nearer to 0 than this have no sign worth a mark.
  private static let smallLabel: Float = 0.02

  /// - Parameter standsOnMap: whether the marks stand on a coloured map, not on the terminal's own
  ///   background.
  /// - Parameter isBig: whether a mark takes two cells, to be seen from far away.
  init(
    _ session: Session, _ share: Dataset.Share, _ capabilities: Capabilities,
    standsOnMap: Bool = true, isBig: Bool = false
  ) {
    self.standsOnMap = standsOnMap
    self.isBig = isBig
    self.share = share
    isRegression = session.preset.problem == .regression
    hasOneOutput = session.preset.objective.outputCount == 1
    glyphs = capabilities.glyphs
    palette = Palette(capabilities)
  }

  /// Marks a point; one outside the domain is left out. A mistake has the warning's colour behind
  /// it, or is reversed where there are no colours.
  func draw(
    _ example: Example, in map: Rectangle, isMistake: Bool = false, on canvas: inout Canvas
  ) {
    let place = PlanePoint(x1: example.x1, x2: example.x2)
    guard let cell = Plane(map: map).cell(place) else { return }
    draw(example.label, at: cell, isMistake: isMistake, on: &canvas)
    if isBig && cell.x + 1 < map.maxX {
      draw(
        example.label, at: Point(x: cell.x + 1, y: cell.y), isMistake: isMistake, on: &canvas)
    }
  }

  /// Puts brackets around the place of a point, which noise made what it should not be.
  func drawRing(around example: Example, in map: Rectangle, on canvas: inout Canvas) {
    let place = PlanePoint(x1: example.x1, x2: example.x2)
    guard let cell = Plane(map: map).cell(place) else { return }
    drawRing(around: cell, in: map, on: &canvas)
  }

  /// Puts brackets around a cell.
  func drawRing(around cell: Point, in map: Rectangle, on canvas: inout Canvas) {
    let width = isBig && cell.x + 1 < map.maxX ? 2 : 1
    for (mark, x) in [("(" as Character, cell.x - 1), (")", cell.x + width)]
    where x >= map.x && x < map.maxX {
      // On a map of glyphs a mark is reversed; that is for points.
      if standsOnMap && canvas[x, cell.y].background != .standard {
        canvas.drawMark(mark, at: Point(x: x, y: cell.y), color: palette.contour)
      } else {
        canvas[x, cell.y] = Cell(mark, style: .bold)
      }
    }
  }

  /// Marks the point of a label at a cell.
  func draw(_ label: Float, at cell: Point, isMistake: Bool = false, on canvas: inout Canvas) {
    if isRegression && abs(label) < Self.smallLabel {
      put("·", at: cell, standsOnMap ? palette.contour : .standard, on: &canvas)
      return
    }
    let index = isRegression ? (label > 0 ? 1 : 0) : Int(label)
    guard isMistake else {
      put(mark(index), at: cell, color(index), on: &canvas)
      return
    }
    canvas[cell.x, cell.y] = Cell(
      mark(index), foreground: .standard, background: palette.warning,
      style: palette.warning == .standard ? [.reverse, .bold] : .bold)
  }

  private func put(
    _ mark: Character, at cell: Point, _ color: Color, on canvas: inout Canvas
  ) {
    if standsOnMap {
      canvas.drawMark(mark, at: cell, color: color)
    } else {
      canvas[cell.x, cell.y] = Cell(mark, foreground: color, style: .bold)
    }
  }

  private func color(_ index: Int) -> Color {
    guard standsOnMap else {
      guard hasOneOutput else { return palette.classColor(index) }
      return index == 1 ? palette.positive : palette.negative
    }
    guard hasOneOutput else { return palette.classMarkColor(index) }
    return index == 1 ? palette.positiveMark : palette.negativeMark
  }

  /// The mark of a class; of two, 0 is negative and 1 positive.
  func mark(_ index: Int) -> Character {
    if share == .training { return Palette.mark(forClass: index, glyphs: glyphs) }
    return hasOneOutput
      ? Self.mark(isPositive: index == 1, share, glyphs)
      : Self.mark(ofClass: index, isTest: share == .test)
  }

  /// Test points are the class's own number, 0 for the tenth, validation points its letter.
  private static func mark(ofClass index: Int, isTest: Bool) -> Character {
    let letters: [Character] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
    return isTest ? Character("\((index + 1) % 10)") : letters[index % letters.count]
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
