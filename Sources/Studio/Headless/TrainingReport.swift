import Datasets
import Engine
public import Lessons

/// What came of a training without a screen.
public struct TrainingReport: Sendable {
  private let session: Session
  private let epochs: Int
  private let ending: HeadlessRun.Ending
  private let name: String
  private let title: String
  private let file: String?
  private let changes: [(key: String, value: String)]
  /// What came of what was asserted.
  public let assertions: [Assertion.Result]

  /// The measures that are told, in their order.
  private static let measures = Measure.allCases.filter { !Assertion.attemptMeasures.contains($0) }

  /// Measures a run at its end.
  ///
  /// - Parameters:
  ///   - start: the preset that was named, whose other settings are told.
  ///   - name: what it was named by.
  ///   - title: what it is called, whosever points it had.
  ///   - file: the file that the points are of; nil if there is none.
  public init(
    _ run: HeadlessRun, since start: Preset, name: String, title: String,
    file: String?, _ assertions: [Assertion]
  ) {
    (self.name, self.title, self.file) = (name, title, file)
    let session = run.session
    self.session = session
    epochs = run.epochs
    ending = run.ending ?? .finished
    changes = SettingCatalogue.all.compactMap { setting in
      let value = setting.value(in: session.preset)
      return value == setting.value(in: start) ? nil : (setting.key, value)
    }
    self.assertions = assertions.map { $0.result(in: session) }
  }

  /// The report as an object of JSON; the seconds, the only number that another run does not repeat,
  /// stand last.
  public func json(seconds: Double) -> JSON {
    let trainer = session.trainer
    return .object([
      JSON.Member("percept", .text("training")),
      JSON.Member("preset", .text(name)),
      JSON.Member("title", .text(title)),
      JSON.Member("data", file.map { .text($0) } ?? .null),
      JSON.Member("settings", .object(changes.map { JSON.Member($0.key, .text($0.value)) })),
      JSON.Member("ending", .text(ending.rawValue)),
      JSON.Member("epochs", .whole(trainer.epochCount)),
      JSON.Member("epochs_asked", .whole(epochs)),
      JSON.Member("steps", .whole(trainer.stepCount)),
      JSON.Member(
        "best_epoch",
        ending == .stoppedEarly
          ? trainer.earlyStopping.map { .whole($0.bestEpoch) } ?? .null : .null
      ),
      JSON.Member("divergence", divergence),
      JSON.Member("learning_rate", JSON(digits: JSON.digits(trainer.learningRate))),
      JSON.Member(
        "measures",
        .object(
          Self.measures.map {
            JSON.Member(
              $0.rawValue.replacing("-", with: "_"), .measured(session.value(of: $0)))
          })),
      JSON.Member("assertions", .list(assertions.map(json))),
      JSON.Member("seconds", .measured(seconds)),
    ])
  }

  private var divergence: JSON {
    guard let found = session.trainer.divergence else { return .null }
    return .object([
      JSON.Member("epoch", .whole(found.epoch)), JSON.Member("batch", .whole(found.batch)),
      JSON.Member("step", .whole(found.step)), JSON.Member("level", .whole(found.level)),
      JSON.Member("is_output", .truth(found.isOutput)),
      JSON.Member("quantity", .text(found.quantity.rawValue)),
    ])
  }

  private func json(_ result: Assertion.Result) -> JSON {
    let isNumber = if case .text = result.assertion.condition.bound { false } else { true }
    return .object([
      JSON.Member("condition", .text(result.assertion.condition.text)),
      JSON.Member("value", isNumber ? JSON(digits: result.value) : .text(result.value)),
      JSON.Member("passed", .truth(result.isPassed)),
    ])
  }

  /// How training ended, in a sentence; nil if all epochs were trained.
  public var remark: String? {
    switch ending {
    case .finished: return nil
    case .stoppedEarly:
      let best = session.trainer.earlyStopping.map {
        "; the weights are those of epoch \($0.bestEpoch)"
      }
      return "early stopping ended training after epoch \(session.trainer.epochCount)\(best ?? "")"
    case .diverged:
      guard let found = session.trainer.divergence else { return nil }
      let level = found.isOutput ? "the output layer" : "hidden layer \(found.level)"
      return "training diverged in epoch \(found.epoch), step \(found.step): in \(level) the"
        + " \(found.quantity.rawValue) is not finite any more; a smaller learning rate may help"
    }
  }

  /// The rows of the table: what is told, and its value as `format` writes it.
  public func rows(format: (Double) -> String) -> [(name: String, value: String)] {
    let trainer = session.trainer
    var rows = [
      ("ending", ending.rawValue), ("epochs", "\(trainer.epochCount)"),
      ("steps", "\(trainer.stepCount)"),
    ]
    let found = session.evaluations
    let names = ["training", "validation", "test"]
    let data = session.dataset
    let hasPoints = [data.training, data.validation, data.test].map { !$0.isEmpty }
    // Where training diverged, NaN is news.
    for (index, name) in names.enumerated() where hasPoints[index] {
      rows.append(("\(name) loss", format(found[index].loss)))
    }
    rows.append(("penalty", format(session.penalty)))
    for (name, value) in zip(names, found.map(\.accuracy)) where !value.isNaN {
      rows.append(("\(name) accuracy", format(value) + " %"))
    }
    rows.append(("learning rate", JSON.digits(trainer.learningRate)))
    for result in assertions {
      let value = result.value.isEmpty ? "nothing measured" : shortened(result.value, format)
      rows.append((result.assertion.condition.text, "\(value) \(result.isPassed ? "ok" : "FAILS")"))
    }
    return rows
  }

  /// A value with the digits of the others; a whole number has all of its own.
  private func shortened(_ value: String, _ format: (Double) -> String) -> String {
    guard value.contains("."), let number = Double(value) else { return value }
    return format(number)
  }
}
