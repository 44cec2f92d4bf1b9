import TestSupport

@testable import Engine

/// Which golden cases the engine has to meet, and under which names.
enum GoldenCoverage {
  /// Cases that the engine cannot run yet, by what they lack. The day it has one of them,
  /// `GoldenTests` asks that its line goes, and runs the cases instead.
  static let missing: Set<String> = [
    "optimizer averaged-momentum", "optimizer nesterov", "optimizer adagrad",
    "optimizer adadelta", "optimizer rmsprop", "optimizer adam", "optimizer adamw",
    "setting clip-norm",
  ]

  /// Where the golden files lie.
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/") + "/Golden"

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
    default: return false
    }
  }

  /// What a case needs of the engine, each as kind and name.
  static func needs(of golden: GoldenCase) -> [String] {
    var needs: [String] = []
    for (field, kind) in [
      ("activation", "activation"), ("hidden_activation", "activation"), ("loss", "loss"),
      ("optimizer", "optimizer"),
    ] {
      // Softmax is part of its loss here and not an activation.
      guard let text = golden.fields[field]?.text, text != "softmax" else { continue }
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
  ///
  /// Every setting of the case must be a knob: a number that is silently left out would compare two
  /// different rules.
  static func optimizer(of golden: GoldenCase, notKnobs: Set<String>) throws -> any Optimizer {
    let text = try golden.text("optimizer")
    guard var optimizer = OptimizerCatalogue.named(name(text)) else {
      throw Problem(description: "no optimiser '\(text)'")
    }
    for (field, value) in golden.fields.sorted(by: { $0.key < $1.key }) {
      guard let number = value.number, !notKnobs.contains(field) else { continue }
      let knob = name(field)
      guard optimizer.setting(knob) != nil else {
        throw Problem(description: "\(golden) sets '\(field)', but \(text) has no knob '\(knob)'")
      }
      optimizer.set(knob, to: Float(number))
      guard optimizer.setting(knob) == Float(number) else {
        throw Problem(description: "\(golden): \(number) is out of the range of '\(knob)'")
      }
    }
    return optimizer
  }

  /// Why a case could not be set up.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }
}
