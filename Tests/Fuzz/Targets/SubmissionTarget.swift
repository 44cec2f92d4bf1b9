import Studio

/// What learners hand in.
enum SubmissionTarget: FuzzTarget {
  static let name = "submission"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    let submission: Submission
    do {
      submission = try Submission(bytes)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line ?? 1, column: 1, in: bytes)
      return false
    }
    let text = submission.text
    do {
      let again = try Submission(Array(text.utf8))
      try Laws.expect(again.text == text, "a submission changes when it is written")
    } catch let law as BrokenLaw {
      throw law
    } catch {
      throw BrokenLaw("a submission that was written can't be read: \(error)")
    }
    return true
  }
}
