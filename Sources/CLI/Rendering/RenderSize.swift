import ArgumentParser
import Drawing
import Labs

/// A width and a height as the command line writes them: `1600x900`.
struct RenderSize: Equatable {
  let width: Int
  let height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// - Throws: what was expected instead.
  init(written: String) throws {
    let parts = written.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    // A number too large to be one is as wrong as any that is too large.
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) })
    else { throw ValidationError("expected a width and a height, as in 1600x900") }
    self.init(width: Int(parts[0]) ?? .max, height: Int(parts[1]) ?? .max)
  }

  /// Throws what is wrong with it for a format.
  func check(for format: RenderFormat, isScreen: Bool) throws {
    guard format.isImage, !isScreen else {
      // Of an animation every moment is a whole picture at worst.
      let most = (width: format == .cast ? 300 : 1000, height: format == .cast ? 100 : 500)
      let least = isScreen ? App.minimumSize : Size(width: 20, height: 8)
      guard (least.width...most.width).contains(width),
        (least.height...most.height).contains(height)
      else {
        throw ValidationError(
          "--size \(self): expected columns x rows, from \(least.width)x\(least.height) to "
            + "\(most.width)x\(most.height)")
      }
      return
    }
    let sides = SessionFigure.sides
    guard sides.contains(width), sides.contains(height),
      width * height <= SessionFigure.pixelLimit
    else {
      throw ValidationError(
        "--size \(self): expected pixels across x down, each from \(sides.lowerBound) to "
          + "\(sides.upperBound), and no more in all than 7680x4320")
    }
  }
}

extension RenderSize: CustomStringConvertible {
  var description: String { "\(Self.text(width))x\(Self.text(height))" }

  private static func text(_ side: Int) -> String { side == .max ? "…" : "\(side)" }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
