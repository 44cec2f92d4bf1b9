import Drawing
import Engine
import Lessons
import Studio

/// The plane coloured by what the network, or one part of it, computes there.
struct PlaneMap {
  /// What stands below the colours; nil where classes are shown.
  let labels: ScaleLabels?
  private let values: [Float]
  private let classes: ClassField?
  private let size: Size
  private let style: Look.Style

  /// - Parameters:
  ///   - part: a unit, input or connection; nil for the output as a whole.
  ///   - size: pixels across and down.
  init(_ scene: Scene, part: NetworkPart?, size: Size) {
    let session = scene.session
    guard let part else {
      self.init(
        scene, outputs: session.outputs(width: size.width, height: size.height), size: size)
      return
    }
    let fields = session.fields(
      width: size.width, height: size.height, of: part.level.map { [$0] } ?? [])
    let shown = ColorScale(session, scene.look.range).values(of: part, in: fields)
    self.init(shown, scene.look.style, size)
  }

  private init(_ shown: ColorScale.Shown, _ style: Look.Style, _ size: Size) {
    self.size = size
    self.style = style
    values = shown.values.map { style.shown($0 / shown.full) }
    labels = shown.labels
    classes = nil
  }

  /// - Parameters:
  ///   - outputs: what the outputs give at each pixel: `[output][pixel]`.
  ///   - size: pixels across and down.
  init(_ scene: Scene, outputs: [[Float]], size: Size) {
    guard outputs.count != 1 else {
      let shown = ColorScale(scene.session, scene.look.range).ofOutput(outputs[0])
      self.init(shown, scene.look.style, size)
      return
    }
    self.init(scene, classesOf: outputs, size)
  }

  private init(_ scene: Scene, classesOf outputs: [[Float]], _ size: Size) {
    self.size = size
    style = scene.look.style
    let (classes, confidences) = scene.session.classes(of: outputs)
    self.classes = ClassField(
      width: size.width, height: size.height, classes: classes,
      confidences: confidences.map { scene.look.style.shown($0) })
    values = []
    labels = nil
  }

  func draw(in map: Rectangle, showsContour: Bool = true, on canvas: inout Canvas) {
    if let classes {
      canvas.draw(classes, in: map, discrete: style == .discrete)
    } else {
      let field = Field(width: size.width, height: size.height, values: values)
      canvas.draw(
        HeatMap(field: field, discrete: style == .discrete, showsContour: showsContour),
        in: map)
    }
  }
}

extension NetworkPart {
  /// The level whose units its map is made of; nil if it is made of inputs.
  fileprivate var level: Int? {
    switch self {
    case .input: nil
    case .unit(let level, _), .bias(let level, _): level
    case .weight(let level, _, _): level > 0 ? level - 1 : nil
    }
  }
}
