public import Lessons

/// A line of a sweep's store: JSON, complete in itself, so that what was written before a crash counts.
public enum StoreLine: Equatable, Sendable {
  /// What the lines after it belong to.
  case header(StoreHeader)
  /// What became of a trial.
  case trial(StoredTrial)

  /// The line, without its end.
  public var text: String {
    switch self {
    case .header(let header): header.json.line
    case .trial(let trial): trial.json.line
    }
  }

  /// Reads a line.
  public init(_ text: String) throws(StoreProblem) {
    let json: JSON
    do {
      json = try JSON(reading: text, depth: 4)
    } catch {
      throw StoreProblem(error.description)
    }
    if json["percept-sweep"] != nil {
      self = .header(try StoreHeader(json))
    } else if json["trial"] != nil {
      self = .trial(try StoredTrial(json))
    } else {
      throw StoreProblem("expected a line with “percept-sweep” or “trial”")
    }
  }
}

/// What is wrong with a line of a store.
public struct StoreProblem: Error, Equatable, CustomStringConvertible, Sendable {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// The first line of a store: the sweep, whole, so that the store explains itself.
public struct StoreHeader: Equatable, Sendable {
  /// The version of the format that this program writes and reads.
  public static let format = 1

  /// The version of the program that wrote it.
  public let program: String
  /// The text of the sweep's file.
  public let spec: String
  /// What the command line changed in it, as texts that are applied again.
  public let changes: [String]
  /// The folder that paths in the sweep are relative to.
  public let folder: String

  /// A header.
  public init(program: String, spec: String, changes: [String], folder: String) {
    self.program = program
    self.spec = spec
    self.changes = changes
    self.folder = folder
  }

  /// Whether both are of one sweep, wherever and by whatever version it was run.
  public func isSameSweep(as other: StoreHeader) -> Bool {
    spec == other.spec && changes == other.changes
  }

  var json: JSON {
    .object([
      JSON.Member("percept-sweep", .whole(Self.format)), JSON.Member("program", .text(program)),
      JSON.Member("folder", .text(folder)), JSON.Member("changes", .texts(changes)),
      JSON.Member("spec", .text(spec)),
    ])
  }

  init(_ json: JSON) throws(StoreProblem) {
    guard json["percept-sweep"]?.whole == Self.format else {
      throw StoreProblem(
        "this store has another format; this version of Percept reads \(Self.format)")
    }
    guard let program = json["program"]?.text, let spec = json["spec"]?.text,
      let changes = json["changes"]?.texts, let folder = json["folder"]?.text
    else { throw StoreProblem("the header lacks “program”, “folder”, “changes” or “spec”") }
    self.init(program: program, spec: spec, changes: changes, folder: folder)
  }
}

/// A trial in a store, by its identity.
public struct StoredTrial: Equatable, Sendable {
  /// What it is, whatever the sweep; see `TrialIdentity`.
  public let identity: String
  /// The values of its parameters, for people who read the store with other tools.
  public let values: [String]
  /// The seed itself that draws its first weights, for people as well.
  public let seed: String
  public let result: TrialResult

  /// A trial.
  ///
  /// - Parameter values: `key=text`, in the order of the parameters.
  public init(identity: String, values: [String], seed: String, result: TrialResult) {
    self.identity = identity
    self.values = values
    self.seed = seed
    self.result = result
  }

  var json: JSON {
    var members = [
      JSON.Member("trial", .text(identity)), JSON.Member("values", .texts(values)),
      JSON.Member("seed", .text(seed)), JSON.Member("state", .text(result.state.rawValue)),
      JSON.Member("objective", .finite(result.objective)),
      JSON.Member("epochs", .whole(result.epochs)),
      JSON.Member("measured-at", .whole(result.measuredAt)),
    ]
    for (measure, value) in zip(SweepObjective.measures, result.measures) {
      members.append(JSON.Member(measure.rawValue, .finite(value)))
    }
    members.append(JSON.Member("curve", .list(result.curve.map { .finite($0) })))
    if !result.reason.isEmpty { members.append(JSON.Member("reason", .text(result.reason))) }
    return .object(members)
  }

  init(_ json: JSON) throws(StoreProblem) {
    guard let identity = json["trial"]?.text, let values = json["values"]?.texts,
      let seed = json["seed"]?.text, let epochs = json["epochs"]?.whole, epochs >= 0,
      let measuredAt = json["measured-at"]?.whole, let curve = json["curve"]?.list
    else {
      throw StoreProblem("a trial lacks “values”, “seed”, “epochs”, “measured-at” or “curve”")
    }
    guard let state = json["state"]?.text.flatMap(TrialResult.State.init(rawValue:)) else {
      let names = TrialResult.State.allCases.map(\.rawValue).joined(separator: ", ")
      throw StoreProblem("“state” is none of \(names)")
    }
    func number(_ name: String) throws(StoreProblem) -> Double {
      guard let value = json[name]?.real else {
        throw StoreProblem("“\(name)” has to be a number or null")
      }
      return value
    }
    let objective = try number("objective")
    guard state == .complete ? objective.isFinite : objective.isNaN else {
      throw StoreProblem(
        state == .complete
          ? "“objective” of a trial that is complete has to be a number"
          : "“objective” of a trial that is \(state.rawValue) has to be null")
    }
    var measures: [Double] = []
    for measure in SweepObjective.measures { measures.append(try number(measure.rawValue)) }
    var points: [Double] = []
    for point in curve {
      guard let value = point.real else { throw StoreProblem("“curve” takes numbers and null") }
      points.append(value)
    }
    self.init(
      identity: identity, values: values, seed: seed,
      result: TrialResult(
        state: state, objective: objective, epochs: epochs, measuredAt: measuredAt,
        measures: measures, curve: points, reason: json["reason"]?.text ?? ""))
  }
}

extension JSON {
  /// The number, NaN for null; nil for anything else.
  public var real: Double? {
    switch self {
    case .null: .nan
    case .number(let digits): Double(digits)
    default: nil
    }
  }
}
