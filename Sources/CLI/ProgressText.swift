import Lessons

/// Progress as JSON text, strictly by this version's format.
enum ProgressText {
  /// The version of the format that this program writes and reads.
  static let format = 1

  /// More attempts, hints or seconds than anybody comes to, and few enough to be added to.
  private static let countLimit = 1_000_000_000

  /// Why a text tells no progress, without the file's name.
  struct Problem: Error, Equatable {
    let message: String
  }

  /// The text, exercises in alphabetical order.
  static func text(of entries: [String: ExerciseProgress]) -> String {
    let exercises = entries.sorted { $0.key < $1.key }.map { name, entry in
      JSON.Member(name, json(of: entry))
    }
    return JSON.object([
      JSON.Member("percept", .text("progress")), JSON.Member("format", .whole(format)),
      JSON.Member("exercises", .object(exercises)),
    ]).page
  }

  /// The entries of a text.
  static func entries(in text: String) throws(Problem) -> [String: ExerciseProgress] {
    let value: JSON
    do {
      value = try JSON(reading: text, depth: 8)
    } catch {
      throw Problem(message: "byte \(error.offset + 1): \(error.message)")
    }
    guard value["percept"]?.text == "progress", let version = value["format"]?.whole else {
      throw Problem(message: "this is no progress of Percept")
    }
    guard version == format else {
      throw Problem(
        message: "format \(version) is not known; this version of Percept reads \(format)")
    }
    try checkNames(of: value, ["percept", "format", "exercises"], "the file")
    guard let exercises = value["exercises"]?.members else {
      throw Problem(message: "“exercises” is missing")
    }
    var entries: [String: ExerciseProgress] = [:]
    for exercise in exercises {
      entries[exercise.name] = try entry(exercise.value, of: exercise.name)
    }
    return entries
  }

  private static func json(of entry: ExerciseProgress) -> JSON {
    let hash = entry.hash.map { [JSON.Member("hash", .text($0))] } ?? []
    return .object(
      [JSON.Member("state", .text(entry.state.rawValue))] + hash + [
        JSON.Member("attempts", .whole(entry.attempts)),
        JSON.Member("hints", .whole(entry.hints)),
        JSON.Member("medals", .texts(entry.medals)),
        JSON.Member("seconds", .whole(entry.seconds)),
        JSON.Member("date", .text(entry.date)),
      ])
  }

  private static func entry(_ value: JSON, of name: String) throws(Problem) -> ExerciseProgress {
    try checkNames(
      of: value, ["state", "hash", "attempts", "hints", "medals", "seconds", "date"], name)
    func count(_ key: String) throws(Problem) -> Int {
      guard let number = value[key]?.whole, (0...countLimit).contains(number) else {
        throw missing(key, name)
      }
      return number
    }
    guard let state = value["state"]?.text.flatMap(ExerciseProgress.State.init) else {
      throw missing("state", name)
    }
    guard let medals = value["medals"]?.texts else { throw missing("medals", name) }
    guard let date = value["date"]?.text else { throw missing("date", name) }
    let hash = value["hash"]?.text
    if value["hash"] != nil, hash == nil { throw missing("hash", name) }
    return ExerciseProgress(
      state: state, hash: hash, attempts: try count("attempts"), hints: try count("hints"),
      medals: medals, seconds: try count("seconds"), date: date)
  }

  private static func checkNames(
    of value: JSON, _ names: [String], _ owner: String
  ) throws(Problem) {
    guard let members = value.members else {
      throw Problem(message: "\(owner): an object was expected, found \(value.kind)")
    }
    for member in members where !names.contains(member.name) {
      throw Problem(message: "\(owner): the key “\(member.name)” is not known to this version")
    }
  }

  private static func missing(_ key: String, _ name: String) -> Problem {
    Problem(message: "\(name): “\(key)” is missing, or not what it should be")
  }
}
