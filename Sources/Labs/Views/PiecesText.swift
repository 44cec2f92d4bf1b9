import Datasets
import Engine
import Lessons
import Studio

/// How many linear pieces there are, in words.
struct PiecesText {
  /// The same at several lengths, the longest first.
  let sentences: [String]

  /// - Parameter pieces: nil for a network that bends.
  init(_ session: Session, _ pieces: LinearPieces?) {
    guard let pieces else {
      sentences = [
        "pieces are counted for relu, leaky-relu and linear units",
        "pieces: relu, leaky-relu, linear only",
      ]
      return
    }
    // Where the same units are on, each sum is a straight line's distance: so in straight inputs a
    // piece is convex, hence one region, and what pixels show as more of them are its slivers.
    let count = pieces.patternCount
    let text = "\(count) linear \(count == 1 ? "piece" : "pieces")"
    guard session.preset.features.allSatisfy({ $0 == .x1 || $0 == .x2 }) else {
      sentences = ["\(text) here, in \(pieces.regionCount) regions of the plane", text]
      return
    }
    guard let lines = Self.lines(session), lines > 1 else {
      sentences = ["\(text) here"]
      return
    }
    let most = Self.most(lines: lines)
    sentences = [
      "\(text) here of the \(most) that \(lines) lines can make",
      "\(text) here, at most \(most)", text,
    ]
  }

  /// The lines of the only hidden layer, of units that are alive; nil if there are more layers, whose
  /// lines bend.
  private static func lines(_ session: Session) -> Int? {
    let levels = session.trainer.network.levels
    guard levels.count == 2, session.preset.features.count == 2,
      session.preset.network.activation[0] != .linear
    else { return nil }
    return (0..<levels[0].units).count { !session.isKilled(level: 0, unit: $0) }
  }

  /// The most pieces that so many straight lines cut a plane into: 1 + n + n(n − 1)/2.
  ///
  /// Source: J. Steiner, *Einige Gesetze über die Theilung der Ebene und des Raumes* (1826).
  static func most(lines: Int) -> Int { 1 + lines + lines * (lines - 1) / 2 }
}
