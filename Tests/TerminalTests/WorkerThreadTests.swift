import Glibc
import Synchronization
import Testing

@testable import Terminal

@Suite("Threads for long work")
struct WorkerThreadTests {
  private final class Mark: Sendable {
    let isSet = Atomic(false)
  }

  @Test("One runs what it was given", .timeLimit(.minutes(5)))
  func runs() throws {
    let mark = Mark()
    try WorkerThread.start(stackSize: 1 << 20) { mark.isSet.store(true, ordering: .releasing) }
    while !mark.isSet.load(ordering: .acquiring) { sched_yield() }
  }

  @Test("One that the system has no room for is told, and runs nothing")
  func none() {
    #expect(throws: SystemProblem(code: EAGAIN)) {
      try WorkerThread.start(stackSize: 1 << 50) { Issue.record("it ran") }
    }
  }
}
