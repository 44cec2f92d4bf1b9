import TestSupport

@testable import Engine

/// Which golden cases the engine has to meet, and under which names.
enum GoldenCoverage {
  /// Cases that the engine cannot run yet, by what they lack. The day it has one of them,
  /// `GoldenTests` asks that its line goes, and runs the cases instead.
  static let missing: Set<String> = [
    "setting clip-norm"
  ]

  /// Files of which the engine has nothing yet, so that no test reads them.
  static let unread: Set<String> = ["adversarial", "convolution", "flows", "recurrent"]

  /// Where these tests lie.
  static let sources =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")

  /// Where the golden files lie.
  static let folder = sources + "/Golden"

  /// The cases of a file.
  static func cases(_ file: String) throws -> [GoldenCase] {
    try Golden.cases(file, in: folder)
  }

  /// The engine's spelling of a golden name: `leaky_relu` is `leaky-relu`.
  static func name(_ golden: String) -> String { golden.replacing("_", with: "-") }

  /// Whether the engine has what an entry of `missing` or a need of a case names.
  static func has(_ need: String) -> Bool {
    let words = need.split(separator: " ")
    guard words.count == 2 else { return false }
    let name = String(words[1])
    switch words[0] {
    case "activation": return Activation(rawValue: name) != nil
    case "loss": return Loss.named(name) != nil
    case "optimizer": return OptimizerCatalogue.named(name) != nil
    case "schedule": return ScheduleCatalogue.named(name) != nil
    default: return false
    }
  }

  /// What a case needs of the engine, each as kind and name.
  static func needs(of golden: GoldenCase) -> [String] {
    var needs: [String] = []
    for (field, kind) in [
      ("activation", "activation"), ("hidden_activation", "activation"), ("loss", "loss"),
      ("optimizer", "optimizer"), ("schedule", "schedule"),
    ] {
      guard let text = golden.fields[field]?.text else { continue }
      needs.append("\(kind) \(name(text))")
    }
    if golden.fields["clip_norm"]?.number != nil { needs.append("setting clip-norm") }
    return needs
  }

  /// The named loss with the case's settings.
  static func loss(of golden: GoldenCase) throws -> Loss {
    let text = try golden.text("loss")
    guard let loss = Loss.named(name(text)) else {
      throw Problem(description: "no loss '\(text)'")
    }
    if case .huber = loss { return .huber(delta: Float(try golden.number("delta"))) }
    return loss
  }

  /// The named optimiser with the case's settings.
  static func optimizer(of golden: GoldenCase, notKnobs: Set<String>) throws -> any Optimizer {
    let text = try golden.text("optimizer")
    guard var optimizer = OptimizerCatalogue.named(name(text)) else {
      throw Problem(description: "no optimiser '\(text)'")
    }
    try turn(&optimizer, as: golden, notKnobs: notKnobs)
    return optimizer
  }

  /// The named schedule with the case's settings.
  static func schedule(of golden: GoldenCase, notKnobs: Set<String>) throws -> any Schedule {
    let text = try golden.text("schedule")
    guard var schedule = ScheduleCatalogue.named(name(text)) else {
      throw Problem(description: "no schedule '\(text)'")
    }
    try turn(&schedule, as: golden, notKnobs: notKnobs)
    return schedule
  }

  /// Turns the knobs that a case sets.
  ///
  /// Every setting of the case must be a knob: a number that is silently left out would compare two
  /// different rules. What is true or false is a knob of 1 or 0.
  private static func turn(
    _ subject: inout some Adjustable, as golden: GoldenCase, notKnobs: Set<String>
  ) throws {
    for (field, value) in golden.fields.sorted(by: { $0.key < $1.key }) {
      guard let number = value.number ?? value.truth.map({ $0 ? 1 : 0 }),
        !notKnobs.contains(field)
      else { continue }
      let knob = name(field)
      guard subject.setting(knob) != nil else {
        throw Problem(description: "\(golden) sets '\(field)', but there is no knob '\(knob)'")
      }
      subject.set(knob, to: Float(number))
      guard subject.setting(knob) == Float(number) else {
        throw Problem(description: "\(golden): \(number) is out of the range of '\(knob)'")
      }
    }
  }

  /// Why a case could not be set up.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }
}
