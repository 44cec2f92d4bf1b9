import Datasets
import Engine
import Lessons

/// The largest curvature of the training loss at moments of the run so far, the newest included: a
/// work of its own, on copies. A few moments, far apart, come first.
public struct SharpnessHistory: Work {
  /// The curvature after an epoch.
  public struct Entry: Equatable, Sendable {
    /// Completed epochs.
    public let epoch: Int
    /// The largest curvature of the loss with its penalties; NaN where none was found.
    public let largest: Double
  }

  /// What was found so far, in the order of the epochs.
  public private(set) var entries: [Entry] = []
  /// The steps of the newest moment, as the trainer counts them.
  public let stepCount: Int

  private let network: Network
  private let objective: LandscapeObjective
  private let moments: [WeightPath.Entry]
  /// The moments in the order in which they are looked at.
  private var order: [Int]
  private let count: Int
  private var search: CurvatureSearch?

  /// A history of which nothing is computed yet.
  ///
  /// - Parameters:
  ///   - session: whose run it is.
  ///   - earlier: one whose entries are taken over where they are the same.
  public init(_ session: Session, after earlier: SharpnessHistory? = nil) {
    let network = session.trainer.network
    self.network = network
    stepCount = session.trainer.stepCount
    objective = LandscapeObjective(session)
    let now = WeightPath.Entry(
      epoch: session.trainer.epochCount, parameters: network.parameters)
    var moments = session.path.entries.filter { $0.parameters.count == network.parameterCount }
    if moments.last?.parameters != now.parameters {
      // Within an epoch there may be two of one number; the newer one stands for it.
      if moments.last?.epoch == now.epoch { moments.removeLast() }
      moments.append(now)
    }
    let kept = moments
    self.moments = kept
    count = kept.count
    var known: [Int: Double] = [:]
    if let earlier, earlier.objective.hasSameCurvature(as: objective) {
      for entry in earlier.entries { known[entry.epoch] = entry.largest }
      for past in earlier.moments where !kept.contains(past) { known[past.epoch] = nil }
    }
    order = []
    for index in Self.spread(kept.count) {
      if let value = known[kept[index].epoch] {
        entries.append(Entry(epoch: kept[index].epoch, largest: value))
      } else {
        order.append(index)
      }
    }
    entries.sort { $0.epoch < $1.epoch }
  }

  public var isFinished: Bool { order.isEmpty }

  public var progress: Double {
    guard count > 0, !isFinished else { return 1 }
    return min(1, (Double(entries.count) + (search?.progress ?? 0)) / Double(count))
  }

  public mutating func advance() {
    var room = Landscape.pieceCost
    while room > 0, let next = order.first {
      if search == nil { search = begin(moments[next]) }
      room -= search?.pieceCost ?? 0
      search?.advance()
      guard search?.isFinished == true else { continue }
      entries.append(Entry(epoch: moments[next].epoch, largest: search?.largest ?? .nan))
      entries.sort { $0.epoch < $1.epoch }
      search = nil
      order.removeFirst()
    }
  }

  private func begin(_ moment: WeightPath.Entry) -> CurvatureSearch {
    var network = network
    network.parameters = moment.parameters
    return CurvatureSearch(
      of: network, over: objective.samples[.training], loss: objective.loss,
      regularization: objective.regularization, frozen: objective.frozen)
  }

  /// All places of so many, the first and the last before those in the middle.
  static func spread(_ count: Int) -> [Int] {
    guard count > 1 else { return Array(0..<count) }
    var order = [count - 1, 0]
    var isIn = [Bool](repeating: false, count: count)
    isIn[0] = true
    isIn[count - 1] = true
    var stride = 1
    while 2 * stride < count { stride *= 2 }
    while stride >= 1 {
      for place in Swift.stride(from: stride, to: count, by: stride) where !isIn[place] {
        order.append(place)
        isIn[place] = true
      }
      stride /= 2
    }
    return order
  }

  /// Whether it holds all there is of the session, as it is now.
  public func isCurrent(in session: Session) -> Bool {
    stepCount == session.trainer.stepCount
      && network.parameters == session.trainer.network.parameters
      && objective.hasSameCurvature(as: LandscapeObjective(session))
  }

  /// Whether it is about the session's network, which has had more steps since.
  public func fits(_ session: Session) -> Bool {
    network.levels == session.trainer.network.levels && stepCount <= session.trainer.stepCount
      && objective.hasSameCurvature(as: LandscapeObjective(session))
  }
}
