import Labs
import Studio
import Synchronization

/// Work on other cores, while the one thread of the screen goes on.
///
/// What there is of a result is put into a letter box, which the loop looks into; at most one letter
/// of each place lies in it.
@MainActor final class BackgroundWork {
  private var tasks: [(order: WorkOrder, task: Task<Void, Never>)] = []
  private let letters = LetterBox()

  /// How long work goes on before it tells how far it is.
  nonisolated private static let interval = Duration.milliseconds(100)

  /// Nothing goes on yet. Made on whichever thread.
  nonisolated init() {}

  /// Whether something goes on, or there is something left to tell.
  var isWorking: Bool { !tasks.isEmpty }

  /// Begins work, in place of what went on at the same place before.
  func start(_ order: WorkOrder) {
    stop(order.place)
    let task = Task.detached { [letters] in
      var order = order
      let clock = ContinuousClock()
      var told = clock.now
      while !order.work.isFinished {
        if Task.isCancelled { return }
        order.work.advance()
        if clock.now - told > Self.interval {
          letters.put(order)
          told = clock.now
        }
        await Task.yield()
      }
      letters.put(order)
    }
    tasks.append((order, task))
  }

  /// Ends the work of a place.
  func stop(_ place: WorkPlace) {
    for (order, task) in tasks where order.place == place { task.cancel() }
    tasks.removeAll { $0.order.place == place }
  }

  /// Ends all work.
  func stopAll() {
    for (_, task) in tasks { task.cancel() }
    tasks = []
  }

  /// How far each work is that has told something since this was asked last.
  func news() -> [WorkOrder] {
    guard isWorking else { return [] }
    let news = letters.takeAll().filter { letter in
      tasks.contains { $0.order.place == letter.place && $0.order.number == letter.number }
    }
    for letter in news where letter.work.isFinished {
      tasks.removeAll { $0.order.place == letter.place }
    }
    return news
  }
}

/// Holds the last news of each place until it is taken out.
private final class LetterBox: Sendable {
  private let letters = Mutex<[WorkOrder]>([])

  func put(_ letter: WorkOrder) {
    letters.withLock { letters in
      letters.removeAll { $0.place == letter.place && $0.number <= letter.number }
      letters.append(letter)
    }
  }

  func takeAll() -> [WorkOrder] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}
