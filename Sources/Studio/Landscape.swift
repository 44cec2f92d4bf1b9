public import Datasets
public import Engine
import Lessons

/// The loss over a plane through the weights of one moment of a session, and the largest curvature
/// there: a work of its own, on copies.
///
/// A coarse picture comes first, then the curvature, then the rest of the picture.
public struct Landscape: Work {
  /// Which plane, and whose loss.
  public struct Settings: Hashable, Sendable {
    /// The directions that span the plane.
    public enum Directions: Hashable, Sendable {
      /// Random ones, made alike for all units; of one run there are as many pairs as one likes.
      case random(Int)
      /// Those in which the run so far moved most.
      case principal
    }

    /// Which directions.
    public var directions = Directions.random(0)
    /// Whose loss.
    public var share = Dataset.Share.training
    /// Whether the penalties are added, as in what training makes small.
    public var countsPenalty = false
    /// How often the plane was made half as wide; below 0 it was made wider.
    public var zoom = 0

    /// Random directions, and the training loss without penalty.
    public init() {}

    /// The furthest that `zoom` goes either way.
    public static let zoomRange = -4...8
    /// How far the plane reaches along each direction.
    public var extent: Double {
      let zoom = min(max(zoom, Self.zoomRange.lowerBound), Self.zoomRange.upperBound)
      return Double(sign: .plus, exponent: -zoom, significand: 1)
    }
  }

  /// Which plane, and whose loss.
  public let settings: Settings
  /// The network in the middle of the plane.
  public let network: Network
  /// The steps that it had taken, as the trainer counts them.
  public let stepCount: Int
  /// Its completed epochs.
  public let epochCount: Int
  /// The losses; nil before the directions are known, and where there are none.
  public private(set) var surface: LossSurface?
  /// The curvature of the training loss with its penalties.
  public private(set) var curvature: CurvatureSearch
  /// Whether the run has not moved, so that it has no principal directions.
  public private(set) var lacksDirections = false

  private let objective: LandscapeObjective
  private let path: [[Float]]
  private let seed: UInt64

  /// A landscape of which nothing is computed yet.
  ///
  /// - Parameters:
  ///   - session: at the moment to look at; its weights are finite.
  ///   - earlier: one whose curvature is taken over where it is the same.
  public init(
    _ session: Session, _ settings: Settings = Settings(), after earlier: Landscape? = nil
  ) {
    self.settings = settings
    network = session.trainer.network
    stepCount = session.trainer.stepCount
    epochCount = session.trainer.epochCount
    objective = LandscapeObjective(session)
    seed = session.preset.network.seed
    let count = network.parameterCount
    path =
      session.path.entries.map(\.parameters).filter { $0.count == count } + [network.parameters]
    if let earlier, earlier.network.parameters == network.parameters,
      earlier.objective.hasSameCurvature(as: objective)
    {
      curvature = earlier.curvature
    } else {
      curvature = CurvatureSearch(
        of: network, over: objective.samples[.training], loss: objective.loss,
        regularization: objective.regularization, frozen: objective.frozen)
    }
  }

  public var isFinished: Bool {
    (lacksDirections || surface?.isFinished == true) && curvature.isFinished
  }

  public var progress: Double {
    if isFinished { return 1 }
    let surface = lacksDirections ? 1 : surface?.progress ?? 0
    return 0.2 * curvature.progress + 0.8 * surface
  }

  /// About how many multiplications a piece has: well within 10 ms.
  static let pieceCost = 4_000_000

  public mutating func advance() {
    guard surface != nil || lacksDirections else { return begin() }
    var room = Self.pieceCost
    while room > 0, !isFinished {
      // Never through a copy, which would copy all losses each time.
      let isDrawn = surface?.isFinished ?? true
      if !isDrawn, surface?.stride == 0 || curvature.isFinished {
        room -= surface?.pieceCost ?? 0
        surface?.advance()
      } else {
        room -= curvature.pieceCost
        curvature.advance()
      }
    }
  }

  /// Finds the directions.
  private mutating func begin() {
    let directions: PlaneDirections? =
      switch settings.directions {
      case .random(let number):
        PlaneDirections(
          randomFor: network, frozen: objective.frozen, seed: seed, number: number)
      case .principal: PlaneDirections(principalOf: path, seed: seed)
      }
    guard let directions else { return lacksDirections = true }
    let samples = objective.samples[settings.share]
    surface = LossSurface(
      of: network, along: directions, extent: settings.extent,
      side: LossSurface.side(for: network, samples), samples: samples, loss: objective.loss,
      penalty: settings.countsPenalty ? objective.regularization : .none)
  }
}

extension Landscape {
  /// Whether it is about networks of the session's shape, so that the present weights have a place
  /// on it.
  public func fits(_ session: Session) -> Bool {
    network.levels == session.trainer.network.levels
      && network.parameterCount == session.trainer.network.parameterCount
  }

  /// Whether nothing that it shows has changed since.
  public func isCurrent(in session: Session) -> Bool {
    fits(session) && network.parameters == session.trainer.network.parameters
      && network.statistics == session.trainer.network.statistics
      && objective.isSame(as: LandscapeObjective(session), settings)
  }

  /// Where some weights are on the plane; nil before it is known, and for another number of them.
  public func place(of weights: [Float]) -> PlaneDirections.Coordinates? {
    guard let surface, weights.count == network.parameterCount else { return nil }
    return surface.directions.coordinates(of: weights, from: surface.middle)
  }
}
