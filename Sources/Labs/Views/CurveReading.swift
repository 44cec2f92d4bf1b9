import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The numbers of a curve at one place, in words.
struct CurveReading {
  let view: CurveView
  let scene: Scene
  /// The place along x₁, on the plane.
  let place: Float

  /// `x₁ = 1.5: ŷ 0.83`; as many of several numbers as there is room for.
  func text(room: Int) -> String {
    let session = scene.session
    let axes = CurveAxes(session)
    var text = "\(axes.x1Name) = \(format(axes.x1(Double(place)), significantDigits: 3)): "
    guard session.trainer.divergence == nil else { return text + "no output, training diverged" }
    for (index, part) in parts.enumerated() {
      let more =
        (index == 0 ? "" : "  ") + part.name + " "
        + (part.value.isFinite ? format(part.value, significantDigits: 3) : "–")
      if columnWidth(text + more) > room - 2 { return text + " …" }
      text += more
    }
    return text
  }

  /// Names and numbers at the place, the sum before its parts.
  var parts: [(name: String, value: Double)] {
    // The curve at a single place: the nearest of many is the number the chart shows.
    let places = 480
    let low = Dataset.domain.lowerBound
    let span = Dataset.domain.upperBound - low
    let share = (place - low) / span
    let index = min(max(0, Int(share * Float(places))), places - 1)
    let all = CurveParts(scene.session, view: view, places: places)
    let unit = view.page == .output ? "" : "unit "
    var found = ([all.sum].compactMap { $0 } + all.parts).enumerated().map { number, part in
      let isFirstUnit = Int(part.name) != nil && number == (all.sum == nil ? 0 : 1)
      return (name: (isFirstUnit ? unit : "") + part.name, value: part.values[index])
    }
    if view.page == .output, let truth = TruthCurve(scene, x2: view.x2) {
      found.append(("truth", truth.value(Double(place))))
    }
    return found
  }
}
