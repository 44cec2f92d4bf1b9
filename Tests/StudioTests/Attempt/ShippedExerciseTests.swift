import Foundation
import Lessons
import Testing

@testable import Studio

/// The exercises that come with the program: each proved by being gone through.
@Suite struct ShippedExerciseTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("presets/exercises")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()

  private func exercise(_ name: String) throws -> Exercise {
    let file = Self.folder.appendingPathComponent(name + ".yaml")
    return try Exercise(yaml: String(contentsOf: file, encoding: .utf8), name: name)
  }

  @Test func everyChapterOfTheFirstPartIsThere() throws {
    let counts = try Dictionary(
      grouping: Self.names.map { try exercise($0).chapter }, by: \.self
    ).mapValues(\.count)
    let wanted: [Chapter: Int] = [.start: 1, .a: 5, .b: 5, .c: 4, .d: 6, .e: 7, .f: 8, .j: 4]
    #expect(counts == wanted)
  }

  @Test(arguments: names)
  func theUntouchedStartDoesNotPass(name: String) throws {
    #expect(!Proof.start(of: try exercise(name)).isPassed)
  }

  @Test(arguments: names)
  func theRecordedSolutionPasses(name: String) throws {
    let exercise = try exercise(name)
    let proof = try Proof.going(try #require(exercise.solution), through: exercise)
    #expect(proof.isPassed, "\(proof.refusal?.reason ?? "") \(proof.goals)")
  }

  @Test(arguments: names)
  func nearMissesDoNotPass(name: String) throws {
    let exercise = try exercise(name)
    #expect(exercise.nearMisses.count >= 2)
    for miss in exercise.nearMisses {
      #expect(try !Proof.going(miss.way, through: exercise).isPassed, "\(miss.reason)")
    }
  }

  /// The names of files begin with the chapter; texts fit a narrow column without a word cut, and none
  /// tells points apart by colour alone.
  @Test(arguments: names)
  func textsAreForPeople(name: String) throws {
    let exercise = try exercise(name)
    #expect(name.hasPrefix(exercise.chapter.rawValue.lowercased()))
    #expect(!exercise.teacher.isEmpty)
    let texts =
      [exercise.task, exercise.explanation, exercise.teacher] + exercise.hints
      + exercise.goals.map(\.text)
      + exercise.questions.flatMap { [$0.text, $0.explanation] + $0.choices }
    for text in texts {
      for word in text.split(whereSeparator: \.isWhitespace) {
        #expect(word.count <= 36, "\(word)")
      }
      for color in ["blue", "orange"] { #expect(!text.lowercased().contains(color), "\(text)") }
    }
  }
}
