import Datasets
import Engine
import Lessons
import Studio

/// Both sessions of a comparison as one picture sees them.
struct PairFrame {
  /// One of the two.
  struct Side {
    /// What it is called.
    let name: Rival.Side
    let session: Session
    let now: Evaluations
    /// Whether it is the one that keys act on.
    let isFocused: Bool
  }

  let scene: Scene
  let rival: Rival
  let a, b: Side

  init(_ scene: Scene, _ rival: Rival) {
    self.scene = scene
    self.rival = rival
    let focused = Side(
      name: rival.focus, session: scene.session, now: scene.now, isFocused: true)
    let other = Side(
      name: rival.focus.other, session: rival.session, now: Evaluations(rival.session),
      isFocused: false)
    (a, b) = rival.focus == .a ? (focused, other) : (other, focused)
  }

  /// A first, then B.
  var sides: [Side] { [a, b] }

  /// What a view of one of them alone would see.
  func scene(of side: Side) -> Scene {
    var own = Scene(session: side.session, evaluations: side.now)
    own.look = scene.look
    own.pointer = scene.pointer
    own.isBig = scene.isBig
    return own
  }

  /// Whether classes are told apart.
  var hasClasses: Bool { a.session.preset.problem != .regression }

  /// Whether both make the same loss small, so that their losses can be compared.
  var haveSameLoss: Bool { a.session.preset.objective.loss == b.session.preset.objective.loss }

  /// What became of those that do not go on, in words; empty if both do.
  var troubles: [String] {
    sides.compactMap { side in
      let trainer = side.session.trainer
      if let divergence = trainer.divergence {
        return "\(side.name.rawValue) diverged in epoch \(divergence.epoch)"
      }
      return trainer.hasStopped
        ? "\(side.name.rawValue) stopped early in epoch \(trainer.epochCount)" : nil
    }
  }

  /// How their first weights go together, in a sentence.
  var start: String {
    switch rival.start(beside: scene.session) {
    case .same: "r begins both anew, from the same first weights."
    case .otherShape: "r begins both anew; their shapes differ, so their weights do."
    case .otherWeights: "r begins both anew, from different first weights."
    }
  }
}
