extension Figure {
  /// The figure as an SVG image: text as text, and its maps as small images inside it.
  public var svg: String {
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" role=\"img\""
        + " font-family=\"'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif\""
        + " stroke-linecap=\"round\" stroke-linejoin=\"round\">",
      "<title>\(Self.escaped(title))</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(paper.hex)\"/>",
    ]
    for shape in shapes { parts.append(Self.element(shape)) }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private static func element(_ shape: Shape) -> String {
    switch shape {
    case .box(let box, let ink): return "<rect\(attributes(box)) fill=\"\(ink.hex)\"/>"
    case .line(let places, let isClosed, let pen):
      let path = "M" + places.map(pair).joined(separator: "L") + (isClosed ? "Z" : "")
      return "<path d=\"\(path)\" fill=\"none\"\(attributes(pen))/>"
    case .curve(let start, let first, let second, let end, let pen):
      let path = "M\(pair(start))C\(pair(first)) \(pair(second)) \(pair(end))"
      return "<path d=\"\(path)\" fill=\"none\"\(attributes(pen))/>"
    case .polygon(let places, let ink, let pen):
      let path = "M" + places.map(pair).joined(separator: "L") + "Z"
      return "<path d=\"\(path)\" fill=\"\(ink.hex)\"\(pen.map(attributes) ?? "")/>"
    case .circle(let centre, let radius, let ink, let pen):
      return "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\""
        + " r=\"\(number(radius))\" fill=\"\(ink?.hex ?? "none")\"\(pen.map(attributes) ?? "")/>"
    case .image(let image, let box):
      return "<image\(attributes(box)) preserveAspectRatio=\"none\""
        + " href=\"data:image/png;base64,\(Base64.text(PNG.bytes(image)))\"/>"
    case .text(let text, let place, let letters, let anchor):
      return "<text x=\"\(number(place.x))\" y=\"\(number(place.y))\""
        + " font-size=\"\(number(letters.size))\" fill=\"\(letters.ink.hex)\""
        + (letters.isBold ? " font-weight=\"bold\"" : "")
        + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
        + ">\(escaped(text))</text>"
    }
  }

  private static func attributes(_ box: PixelBox) -> String {
    " x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\""
      + " height=\"\(number(box.height))\""
  }

  private static func attributes(_ pen: Pen) -> String {
    " stroke=\"\(pen.ink.hex)\" stroke-width=\"\(number(pen.width))\""
      + (pen.dashes.isEmpty
        ? "" : " stroke-dasharray=\"\(pen.dashes.map(number).joined(separator: " "))\"")
  }

  private static func pair(_ place: PixelPlace) -> String {
    "\(number(place.x)) \(number(place.y))"
  }

  /// A number to a hundredth of a pixel; 0 where there is none.
  static func number(_ value: Double) -> String {
    guard value.magnitude < 1e9 else { return "0" }
    let hundredths = Int((value.magnitude * 100).rounded())
    var text = "\(hundredths / 100)"
    let rest = hundredths % 100
    if rest > 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
    return (value < 0 && hundredths > 0 ? "-" : "") + text
  }

  /// A text as it stands in XML, without what no XML may hold.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result
  }
}
