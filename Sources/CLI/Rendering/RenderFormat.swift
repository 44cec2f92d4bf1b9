import ArgumentParser

/// What a picture is written as.
enum RenderFormat: String, CaseIterable, ExpressibleByArgument {
  /// An image of shapes, which can be made larger without loss.
  case svg
  /// An image of pixels.
  case png
  /// Text without colours.
  case txt
  /// Text with the colours of a terminal.
  case ansi
  /// An animation for asciinema.
  case cast

  /// Whether it is made of pixels, not of cells.
  var isImage: Bool { self == .svg || self == .png }

  /// What the ending of a file's name says; nil if it says nothing.
  init?(ofFile name: String) {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: ".") else { return nil }
    self.init(rawValue: file[file.index(after: dot)...].lowercased())
  }
}
