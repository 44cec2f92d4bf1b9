import Studio
import Testing

@testable import Labs

/// Work that is as far as it says.
private struct Standing: Work {
  var progress: Double
  var isFinished: Bool { progress >= 1 }
  mutating func advance() {}
}

@Suite("Orders to the background")
struct WorkListTests {
  private func order(_ list: inout WorkList, view: Int, lab: Int = 0) throws -> WorkOrder {
    let command = list.order(WorkWish(view: view, work: Standing(progress: 0)), ofLab: lab)
    guard case .work(let order) = command else {
      throw Missing()
    }
    return order
  }

  private struct Missing: Error {}

  @Test("News is taken of the last order of each place alone")
  func counts() throws {
    var list = WorkList()
    let first = try order(&list, view: 3)
    let other = try order(&list, view: 4)
    let second = try order(&list, view: 3)
    #expect(first.number != second.number)
    #expect([first, second, other].map { list.expects($0) } == [false, true, true])
  }

  @Test("After the end, after being ended and after all was forgotten nothing is expected")
  func ends() throws {
    var list = WorkList()
    var done = try order(&list, view: 1)
    done.work = Standing(progress: 1)
    #expect([done, done].map { list.expects($0) } == [true, false])
    let ended = try order(&list, view: 2)
    let end = list.order(WorkWish(view: 2, work: nil), ofLab: 0)
    #expect(end == .stopWork(WorkPlace(lab: 0, view: 2)))
    let isExpected = list.expects(ended)
    #expect(!isExpected)
    let forgotten = try order(&list, view: 5)
    list.forget()
    let isStillExpected = list.expects(forgotten)
    #expect(!isStillExpected)
  }

  @Test("The same view number of two screens is two places")
  func places() throws {
    var list = WorkList()
    let (one, two) = (try order(&list, view: 0), try order(&list, view: 0, lab: 1))
    #expect([one, two].map { list.expects($0) } == [true, true])
  }
}
