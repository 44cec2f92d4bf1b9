import Lessons

/// A question's answers in words.
struct QuestionText {
  let question: Question

  init(_ question: Question) { self.question = question }

  /// `d) 0.000002`: the letter with what it stands for; of a number the number.
  func answer(_ given: String) -> String {
    let place = question.choices.indices.first { Question.letter($0) == given }
    return place.map { "\(given)) \(question.choices[$0])" } ?? given
  }
}
