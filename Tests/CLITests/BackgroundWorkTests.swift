import Labs
import Studio
import Testing

@testable import CLI
@testable import Labs

/// Work that counts; as long as one wants.
private struct Counting: Work {
  var count = 0
  var goal = 10
  var progress: Double { Double(count) / Double(max(1, goal)) }
  var isFinished: Bool { count >= goal }
  mutating func advance() { if !isFinished { count += 1 } }
}

@MainActor @Suite("Work in the background")
struct BackgroundWorkTests {
  private let place = WorkPlace(lab: 0, view: 3)

  /// Waits for the end of all work; gives what was told.
  private func finish(_ background: BackgroundWork) async -> [WorkOrder] {
    var told: [WorkOrder] = []
    while background.isWorking {
      told += background.news()
      await Task.yield()
    }
    return told
  }

  @Test("It is done to its end, and the end is told")
  func runs() async {
    let background = BackgroundWork()
    background.start(WorkOrder(place: place, number: 1, work: Counting()))
    let told = await finish(background)
    #expect(told.last?.work.isFinished == true && told.last?.number == 1)
    #expect((told.last?.work as? Counting)?.count == 10)
  }

  @Test("Of one place only the last order is told of; other places are left alone")
  func replaces() async {
    let background = BackgroundWork()
    background.start(WorkOrder(place: place, number: 1, work: Counting(goal: .max)))
    background.start(
      WorkOrder(place: WorkPlace(lab: 1, view: 0), number: 2, work: Counting(goal: 5)))
    background.start(WorkOrder(place: place, number: 3, work: Counting(goal: 7)))
    let told = await finish(background)
    #expect(Set(told.map(\.number)) == [2, 3])
    #expect(told.filter { $0.work.isFinished }.count == 2)
  }

  @Test("What was ended is not told of any more")
  func stops() {
    let background = BackgroundWork()
    background.start(WorkOrder(place: place, number: 1, work: Counting(goal: .max)))
    background.stop(place)
    #expect(!background.isWorking && background.news().isEmpty)
    background.start(WorkOrder(place: place, number: 2, work: Counting(goal: .max)))
    background.stopAll()
    #expect(!background.isWorking && background.news().isEmpty)
  }
}
