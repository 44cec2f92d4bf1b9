import Drawing
import Lessons

/// A recording of pictures as asciinema's cast, version 2: a line of JSON for each change.
///
/// Source: asciinema, "asciicast v2", https://docs.asciinema.org/manual/asciicast/v2/
struct Cast {
  private var encoder = ANSIEncoder()
  private var size: Size?
  private var start: Duration?

  /// The lines that a picture adds, each with its line end; none if it is as the one before.
  /// - Parameter time: when it was shown, by any clock; the first picture is at 0.
  mutating func lines(_ canvas: Canvas, at time: Duration) -> [String] {
    var lines: [String] = []
    let elapsed = time - (start ?? time)
    var prefix = ""
    if start == nil {
      start = time
      // The cursor is not part of the picture.
      prefix = "\u{1B}[?25l"
      lines.append(Self.header(canvas))
    } else if size != canvas.size {
      lines.append(event(elapsed, "r", "\(canvas.size.width)x\(canvas.size.height)"))
    }
    size = canvas.size
    let text = encoder.encode(canvas)
    if !text.isEmpty { lines.append(event(elapsed, "o", prefix + text)) }
    return lines
  }

  private static func header(_ canvas: Canvas) -> String {
    let isLight = canvas.capabilities.ground == .light
    let (front, back) = isLight ? ("#1e1e1e", "#ffffff") : ("#d4d4d4", "#1e1e1e")
    let palette = (0..<16).map { hex(.indexed(UInt8($0))) }.joined(separator: ":")
    return "{\"version\": 2, \"width\": \(canvas.size.width), \"height\": \(canvas.size.height), "
      + "\"title\": \"Percept\", \"theme\": {\"fg\": \"\(front)\", \"bg\": \"\(back)\", "
      + "\"palette\": \"\(palette)\"}}\n"
  }

  private static func hex(_ color: Color) -> String {
    guard let (red, green, blue) = color.components else { return "#000000" }
    return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// `[seconds, "kind", "text"]`
  private func event(_ elapsed: Duration, _ kind: String, _ text: String) -> String {
    let (seconds, attoseconds) = elapsed.components
    let micros = String(attoseconds / 1_000_000_000_000)
    let fraction = String(repeating: "0", count: max(0, 6 - micros.count)) + micros
    return "[\(seconds).\(fraction), \"\(kind)\", \(JSON.text(text).line)]\n"
  }
}
