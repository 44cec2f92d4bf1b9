import Drawing
import Engine
import Lessons
import Studio

/// The next step under the microscope: its own numbers, one sample after the other, forward and back,
/// up to the new weights. When the walk is through, the session takes that very step.
struct MicroView: RunView {
  static let name = "Micro"
  static let summary = "a step, number by number: BP1 to BP4, update"
  static let key: Character = "9"

  /// Where one is in the batch.
  var walk = MicroWalk()
  /// How much is done at a time.
  var grain = MicroWalk.Grain.unit
  /// Whether it goes on by itself.
  var isPlaying = false
  /// Which of the paces it goes at.
  var pace = 2
  /// The gradient check; nil while it is not shown.
  var check: MicroCheckPage?
  /// The steps of the session that was seen last, to know a start anew.
  var lastStep = 0

  /// Pieces a second.
  static let paces = [0.5, 1, 2, 4, 8, 16]

  init() {}

  var claims: Set<Intent> {
    var claims: Set<Intent> = [.playPause, .stepBatch]
    if isPlaying { claims.formUnion([.faster, .slower]) }
    return claims
  }

  var beat: Double? { isPlaying ? Self.paces[pace] : nil }

  /// The step that is looked at; nil once training has diverged.
  func trace(_ session: Session) -> StepTrace? { StepTrace(of: session.trainer) }

  /// How long the walk through the batch is.
  func shape(_ session: Session) -> MicroWalk.Shape {
    let trainer = session.trainer
    let network = trainer.network
    let left = trainer.samples.count - trainer.position
    return MicroWalk.Shape(
      samples: min(trainer.settings.batchSize, left), units: network.levels.map(\.units),
      parameters: network.levels.enumerated().map { level, shape in
        (0..<shape.units).map {
          network.parameters(of: UnitPlace(level: level, unit: $0)).count
        }
      })
  }

  func script(_ session: Session) -> MicroScript? {
    trace(session).map {
      MicroScript(session: session, trace: $0, walk: walk.fitted(to: shape(session)))
    }
  }

  func note(_ scene: Scene) -> String {
    check == nil
      ? "s: \(grain.title) · z Z grain · enter: whole batch · e: epoch" : "g or esc: back"
  }

  func describe(_ scene: Scene) -> String {
    if check != nil {
      return "The gradient, checked by differences of the loss: g or esc goes back."
    }
    let session = scene.session
    guard session.trainer.divergence == nil else {
      return "Training has diverged: there is no next step; r goes back to epoch 0."
    }
    let walk = walk.fitted(to: shape(session))
    let looks = walk.phase.isOfBatch ? "parameter" : "unit"
    let keys = [
      "s on, ←→ layer, ↑↓ \(looks), n N sample, space plays.",
      "s on, ←→ layer, ↑↓ \(looks), n sample, space plays.",
      "s on, ←→ ↑↓ look, n sample, space plays.", "s on, space plays.",
    ]
    let place =
      isPlaying
      ? "Walking \(grain.title), \(format(Self.paces[pace], significantDigits: 2)) a second"
      : "\(sentence(walk, session))"
    return NoticeLine.fitting(
      (isPlaying ? ["+ - pace, space stops, ↑↓ look."] : keys).map { "\(place): \($0)" })
  }

  /// `Sample 2, back, layer 1 unit 3`.
  private func sentence(_ walk: MicroWalk, _ session: Session) -> String {
    let sample = "Sample \(walk.sample + 1)"
    let unit = MicroNames(session: session).unit(walk.level, walk.unit)
    return switch walk.phase {
    case .input: "\(sample) comes in"
    case .forward: "\(sample) forward, \(unit)"
    case .loss: "\(sample), its loss"
    case .backward: "\(sample) back, \(unit)"
    case .mean: "Mean gradient, \(unit)"
    case .shaping: "Gradient, \(unit)"
    case .update: "Update, \(unit)"
    }
  }
}
