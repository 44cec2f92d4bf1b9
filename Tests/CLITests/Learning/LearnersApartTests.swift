import Foundation
import Labs
import Studio
import Testing

@testable import CLI

/// What one learner, or one window, keeps is never lost to another.
@Suite struct LearnersApartTests {
  /// Two names of the same length in other letters are two learners.
  @Test func namesInOtherLettersKeepApart() throws {
    try inSet { _, make in
      var first = make("Ли")
      _ = first.keep(worked(try first.open("e9-two", anew: false).homework), at: .zero)
      let second = make("Ян")
      #expect(first.submissions.path("e9-two", 1) != second.submissions.path("e9-two", 1))
      #expect(second.submissions.submission("e9-two", 1) == nil)
      // What another one left under the very name is not gone on with either.
      let path = try #require(second.submissions.path("e9-two", 1))
      try FileManager.default.copyItem(
        atPath: try #require(first.submissions.path("e9-two", 1)), toPath: path)
      #expect(second.submissions.submission("e9-two", 1) == nil)
    }
  }

  /// A window that has nothing new leaves what another one wrote; one that has writes beside it.
  @Test func twoWindowsDoNotWriteOverEachOther() throws {
    try inSet { _, make in
      var one = make("anna")
      let first = worked(try one.open("e9-two", anew: false).homework)
      _ = one.keep(first, at: .zero)
      var two = make("anna")
      var further = try two.open("e9-two", anew: false).homework
      var session = further.session
      session.apply(.takeHint)
      further = Homework(session, number: 1)
      _ = two.keep(further, at: .zero)
      let entries = { two.submissions.submission("e9-two", 1)?.entries.count }
      let count = entries()
      #expect(count == first.session.log.entries.count + 1)
      _ = one.keep(first, at: .seconds(9))
      #expect(entries() == count && two.submissions.lastAttempt("e9-two") == 1)
      var other = first.session
      other.advance(steps: 3)
      _ = one.keep(Homework(other, number: 1), at: .seconds(12))
      #expect(entries() == count)
      #expect(one.submissions.submission("e9-two", 2)?.result.steps == other.totalSteps)
    }
  }
}
