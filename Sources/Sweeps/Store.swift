import Engine
import Lessons

/// What stands in a sweep's store, line by line.
///
/// Equal trials may stand there more than once, from stores that were joined; they have to agree.
public struct Store: Equatable, Sendable {
  /// What is wrong, and in which line, from 1.
  public struct Problem: Error, Equatable, CustomStringConvertible, Sendable {
    public let line: Int
    public let message: String

    /// `line: message`, to follow a file's name.
    public var description: String { "\(line): \(message)" }
  }

  /// The last header; nil in an empty store.
  public private(set) var header: StoreHeader?
  /// The trials, in the order in which they were written.
  public private(set) var trials: [StoredTrial] = []
  /// How many bytes of the text are whole lines: what comes after was torn off by a crash.
  public private(set) var wholeBytes = 0
  /// Whether a torn line stands at the end.
  public private(set) var isTorn = false

  private var places: [String: Int] = [:]

  /// What a store begins with, from the first byte.
  private static let beginning = Array("{\"percept-sweep\":".utf8)

  /// An empty store.
  public init() {}

  /// Reads the text of a store.
  public init(_ text: String) throws(Problem) { try self.init(bytes: Array(text.utf8)) }

  /// Reads the bytes of a store.
  ///
  /// A last line without its end, or one that is no JSON, was torn: it is left out. Anywhere else such
  /// a line is an error, and so is a first line that no header begins with: whoever cuts off what was
  /// torn must not cut a file of another kind.
  public init(bytes: [UInt8]) throws(Problem) {
    var (start, line) = (0, 1)
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: 10) else {
        guard line > 1 || Self.isBeginning(bytes) else { throw Self.noStore }
        isTorn = true
        return
      }
      let words = String(decoding: bytes[start..<end], as: UTF8.self)
      do throws(StoreProblem) {
        guard String(validating: bytes[start..<end], as: UTF8.self) != nil else {
          throw StoreProblem("this is no text in UTF-8")
        }
        try add(try StoreLine(words))
      } catch {
        // A disk that fills up or a machine that loses power may leave the end of a block unwritten.
        if end == bytes.count - 1, line > 1, (try? JSON(reading: words, depth: 4)) == nil {
          isTorn = true
          return
        }
        throw Problem(line: line, message: error.description)
      }
      guard header != nil else { throw Self.noStore }
      wholeBytes = end + 1
      start = end + 1
      line += 1
    }
  }

  private static let noStore = Problem(
    line: 1, message: "the first line of a store has “percept-sweep” in it")

  /// Whether a first line without its end may be what was written of a header.
  private static func isBeginning(_ bytes: [UInt8]) -> Bool {
    zip(bytes, beginning).allSatisfy { $0 == $1 }
  }

  /// Adds a line; a trial that is there already has to be the same.
  public mutating func add(_ line: StoreLine) throws(StoreProblem) {
    switch line {
    case .header(let header): self.header = header
    case .trial(let trial):
      if let place = places[trial.identity] {
        guard trials[place].result == trial.result else {
          throw StoreProblem(
            "the trial \(trial.identity.shown()) stands there twice, with different numbers")
        }
        return
      }
      places[trial.identity] = trials.count
      trials.append(trial)
    }
  }

  /// What is known of a trial.
  public func result(of identity: String) -> TrialResult? {
    places[identity].map { trials[$0].result }
  }

  /// Adds all trials of another store of the same sweep.
  public mutating func merge(_ other: Store) throws(StoreProblem) {
    if let mine = header, let theirs = other.header, !mine.isSameSweep(as: theirs) {
      throw StoreProblem("it is the store of another sweep")
    }
    header = header ?? other.header
    for trial in other.trials { try add(.trial(trial)) }
  }

  /// The whole as text: the header, then the trials by identity, so that it is the same however they
  /// came together.
  public var sortedText: String {
    let lines =
      (header.map { [StoreLine.header($0)] } ?? [])
      + trials.sorted { $0.identity < $1.identity }.map { .trial($0) }
    return lines.map { $0.text + "\n" }.joined()
  }
}
