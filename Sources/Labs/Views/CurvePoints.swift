import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The points of the data on a curve: all of them, or those near to where the plane is cut.
struct CurvePoints {
  private struct Mark {
    let x: Double
    let y: Double
    let share: Dataset.Share
    let label: Float
  }

  private let scene: Scene
  private let marks: [Mark]

  /// Points at most so far from the cut are shown.
  static let reach: Float = 0.75
  /// Of more points than this, so many are looked at, spread evenly over their list.
  static let limit = 4096

  init(_ scene: Scene, x2: Float) {
    self.scene = scene
    let dataset = scene.session.dataset
    let axes = CurveAxes(scene.session)
    let isFlat = dataset.isOneDimensional
    var marks: [Mark] = []
    for share in [Dataset.Share.training, .validation, .test] where scene.look.points.shows(share) {
      let examples = dataset[share]
      let stride = max(1, (examples.count + Self.limit - 1) / Self.limit)
      var index = 0
      while index < examples.count {
        let example = examples[index]
        index += stride
        guard isFlat || abs(example.x2 - x2) <= Self.reach else { continue }
        marks.append(
          Mark(
            x: axes.x1(Double(example.x1)), y: axes.height(ofLabel: example.label),
            share: share, label: example.label))
      }
    }
    self.marks = marks
  }

  /// Where they stand.
  var places: [(x: Double, y: Double)] { marks.map { ($0.x, $0.y) } }

  func draw(_ layout: LineChartLayout, on canvas: inout Canvas) {
    let session = scene.session
    let hasOneOutput = session.preset.objective.outputCount == 1
    let isRegression = session.preset.problem == .regression
    let palette = Palette(canvas.capabilities)
    let isASCII = canvas.capabilities.glyphs == .ascii
    var kinds: [(share: Dataset.Share, marks: PointMarks)] = []
    for share in Dataset.Share.allCases {
      kinds.append((share, PointMarks(session, share, canvas.capabilities)))
    }
    for mark in marks {
      guard layout.xAxis.range.contains(mark.x), let column = layout.column(of: mark.x),
        let row = layout.row(of: mark.y), let kind = kinds.first(where: { $0.share == mark.share })
      else { continue }
      let index = isRegression ? 1 : Int(mark.label)
      let color: Color =
        isRegression
        ? .standard
        : hasOneOutput
          ? (index == 1 ? palette.positive : palette.negative) : palette.classColor(index)
      let glyph: Character =
        isRegression
        ? (mark.share == .training ? (isASCII ? "o" : "•") : mark.share == .test ? "▫" : "+")
        : kind.marks.mark(index)
      canvas[layout.plot.x + column, layout.plot.y + row] = Cell(
        glyph, foreground: color, style: mark.share == .training ? .bold : [])
    }
  }
}
