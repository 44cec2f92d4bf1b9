import Datasets
import Drawing
import Engine
import Studio

/// What differs, and how both do, in the few lines below the maps of a small screen.
struct PairLines {
  private let frame: PairFrame

  init(_ frame: PairFrame) { self.frame = frame }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    var lines: [(text: String, color: Color)] = [(differences(room: area.width), .standard)]
    if !frame.troubles.isEmpty {
      lines.append((frame.troubles.joined(separator: ", ") + ".", palette.warning))
    }
    lines += numbers.map { ($0, .standard) }
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(
        line.text, at: Point(x: area.x, y: area.y + row), foreground: line.color,
        style: row == 0 || line.color != .standard ? .bold : [], maxWidth: area.width)
    }
  }

  /// `rate 0.03 | 0.1 · batch 10 | 30`, as many as there is room for.
  private func differences(room: Int) -> String {
    let all = frame.rival.differences(from: frame.scene.session).map {
      "\($0.title) \($0.a) | \($0.b)"
    }
    guard !all.isEmpty else {
      return "No setting differs: what you change now, only \(frame.rival.focus.rawValue) gets."
    }
    var text = "A | B: " + all[0]
    for (index, one) in all.enumerated().dropFirst() {
      let rest = all.count - index
      guard columnWidth(text) + columnWidth(one) + 12 <= room else {
        return text + " · \(rest) more: n"
      }
      text += " · " + one
    }
    return text
  }

  private var numbers: [String] {
    let (a, b) = (frame.a.now, frame.b.now)
    func losses(_ one: Double, _ two: Double) -> String {
      "\(format(one, significantDigits: 3)) | \(format(two, significantDigits: 3))"
    }
    func shares(_ one: Double, _ two: Double) -> String {
      "\(format(100 * one, decimals: 1)) | \(format(100 * two, decimals: 1)) %"
    }
    var train = "train loss \(losses(a.training.loss, b.training.loss))"
    var test = "test loss \(losses(a.test.loss, b.test.loss))"
    if frame.hasClasses {
      train += "  accuracy \(shares(a.training.accuracy, b.training.accuracy))"
      test += "  accuracy \(shares(a.test.accuracy, b.test.accuracy))"
    }
    return frame.scene.session.dataset.test.isEmpty ? [train] : [test, train]
  }
}
