public import Studio

/// Where work in the background was asked for, and where its result goes.
public struct WorkPlace: Hashable, Sendable {
  /// The lab, by its place in the catalogue.
  public let lab: Int
  /// The view in the lab, by its place in the catalogue; 0 in a lab without views.
  public let view: Int

  /// What no lab asks for, but the app itself.
  static let ofApp = WorkPlace(lab: -1, view: 0)
}

/// Work for the background, or news of it.
///
/// Of one place only the last order counts: a new one takes the place of the one before.
public struct WorkOrder: Sendable {
  /// Where it belongs.
  public let place: WorkPlace
  /// Counts the orders, so that late news of an earlier one is known as such.
  public let number: Int
  /// What is to be done, or what there is of it by now.
  public var work: any Work
}

extension WorkOrder: Equatable {
  /// Whether both are of the same order, equally far.
  public static func == (one: WorkOrder, other: WorkOrder) -> Bool {
    one.place == other.place && one.number == other.number
      && one.work.progress == other.work.progress && one.work.isFinished == other.work.isFinished
  }
}

/// What a screen wants of the background.
struct WorkWish: Sendable {
  /// The view that wants it, by its place in the catalogue.
  var view = 0
  /// What to begin; nil to end what was begun.
  let work: (any Work)?
}

/// Which work of which place goes on in the background.
struct WorkList: Equatable, Sendable {
  /// The orders that go on, at most one a place.
  private var running: [(place: WorkPlace, number: Int)] = []
  private var count = 0

  /// Takes in a wish; gives what to ask of the outside.
  mutating func order(_ wish: WorkWish, ofLab lab: Int) -> Command {
    order(wish.work, at: WorkPlace(lab: lab, view: wish.view))
  }

  /// Takes in what is wanted at a place, nil for nothing any more.
  mutating func order(_ work: (any Work)?, at place: WorkPlace) -> Command {
    running.removeAll { $0.place == place }
    guard let work else { return .stopWork(place) }
    count += 1
    running.append((place, count))
    return .work(WorkOrder(place: place, number: count, work: work))
  }

  /// Whether news is of work that is still wanted.
  mutating func expects(_ order: WorkOrder) -> Bool {
    guard running.contains(where: { $0 == (order.place, order.number) }) else { return false }
    if order.work.isFinished { running.removeAll { $0.place == order.place } }
    return true
  }

  /// Whether something goes on at a place.
  func isRunning(at place: WorkPlace) -> Bool { running.contains { $0.place == place } }

  /// Forgets everything that goes on.
  mutating func forget() { running = [] }

  static func == (one: WorkList, other: WorkList) -> Bool {
    one.count == other.count && one.running.elementsEqual(other.running, by: ==)
  }
}
