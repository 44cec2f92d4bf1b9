import TestSupport
import Testing

@testable import Engine

/// Layers beside dense ones, computed by PyTorch in double precision.
@Suite("Golden layers")
struct GoldenLayerTests {
  @Test("Every normalisation case gives PyTorch's values, gradients and running statistics")
  func normalization() throws {
    try forEachCase(of: "normalization") { golden in
      switch try golden.text("layer") {
      case "batch_norm": try batchNorm(golden)
      case "layer_norm": try layerNorm(golden)
      case let other: throw GoldenCoverage.Problem(description: "no layer '\(other)'")
      }
    }
  }

  @Test("Every residual case gives PyTorch's values and gradients")
  func residual() throws {
    try forEachCase(of: "residual") { golden in
      let x = try golden.rows("x")
      let width = try #require(x.first).count
      let layer = try block(golden, width: width)
      var run = LayerRun(x: x, upstream: try golden.rows("upstream"))
      run.parameters = try (golden.numbers("weight") + golden.numbers("bias")).map { Float($0) }
      let outcome = run.training(layer)
      expectClose(outcome.y, try golden.numbers("y"), within: .oneOperation, "\(golden) y")
      expectClose(outcome.dx, try golden.numbers("dx"), within: .oneOperation, "\(golden) dx")
      expectClose(
        outcome.parameterGradient, try golden.numbers("dweight") + golden.numbers("dbias"),
        within: .oneOperation, "\(golden) dweight, dbias")
    }
  }

  private func batchNorm(_ golden: GoldenCase) throws {
    let gamma = try golden.numbers("gamma")
    let layer = BatchNorm(
      count: gamma.count, epsilon: Float(try golden.number("epsilon")),
      momentum: Float(try golden.number("momentum")))
    let parameters = try (gamma + golden.numbers("beta")).map { Float($0) }
    var statistics = Array(repeating: Float(0), count: layer.statisticCount)
    layer.initialize(statistics: &statistics[0...])
    for (number, batch) in try batches(golden, "x").enumerated() {
      var run = LayerRun(x: batch, upstream: try batches(golden, "upstream")[number])
      run.parameters = parameters
      run.statistics = statistics
      let outcome = run.training(layer)
      statistics = outcome.statistics
      for (name, found) in [
        ("y", outcome.y), ("dx", outcome.dx),
        ("dgamma", Array(outcome.parameterGradient.prefix(gamma.count))),
        ("dbeta", Array(outcome.parameterGradient.suffix(gamma.count))),
        ("running_mean", Array(statistics.prefix(gamma.count))),
        ("running_var", Array(statistics.suffix(gamma.count))),
      ] {
        expectClose(
          found, try golden.rows(name)[number], within: .oneOperation,
          "\(golden) \(name), batch \(number + 1)")
      }
    }
    var run = LayerRun(x: try golden.rows("x_eval"))
    run.parameters = parameters
    run.statistics = statistics
    expectClose(
      run.evaluation(layer).y, try golden.numbers("y_eval"), within: .oneOperation,
      "\(golden) evaluation")
  }

  private func layerNorm(_ golden: GoldenCase) throws {
    let gamma = try golden.numbers("gamma")
    let layer = LayerNorm(count: gamma.count, epsilon: Float(try golden.number("epsilon")))
    var run = LayerRun(x: try golden.rows("x"), upstream: try golden.rows("upstream"))
    run.parameters = try (gamma + golden.numbers("beta")).map { Float($0) }
    let outcome = run.training(layer)
    expectClose(outcome.y, try golden.numbers("y"), within: .oneOperation, "\(golden) y")
    expectClose(outcome.dx, try golden.numbers("dx"), within: .oneOperation, "\(golden) dx")
    expectClose(
      outcome.parameterGradient, try golden.numbers("dgamma") + golden.numbers("dbeta"),
      within: .oneOperation, "\(golden) dgamma, dbeta")
    #expect(run.evaluation(layer).y == outcome.y)
  }

  /// The block that a case is about; a rule that is not the engine's is refused.
  private func block(_ golden: GoldenCase, width: Int) throws -> any Layer {
    let rule = try golden.text("rule")
    let parts = rule.split(separator: " = ").map(String.init)
    let function = parts.last?.replacing("x + ", with: "") ?? ""
    let name = function.prefix { $0 != "(" }
    guard let activation = Activation(rawValue: GoldenCoverage.name(String(name))),
      let block = golden.fields["block"]?.text
    else { throw GoldenCoverage.Problem(description: "no rule '\(rule)'") }
    switch (block, rule) {
    case ("residual", "y = x + \(name)(W x + b)"):
      let dense = Dense(inputCount: width, outputCount: width, initializer: .zeros)
      return Residual(
        around: [dense, ActivationLayer(count: width, activation: activation)], inputCount: width)
    case ("ode", "dh/dt = \(name)(W h + b)"):
      guard try golden.numbers("interval") == [0, 1] else {
        throw GoldenCoverage.Problem(description: "\(golden): a block runs from 0 to 1")
      }
      let method: ODEBlock.Method
      switch try golden.text("method") {
      case "euler": method = .euler
      case "rk4": method = .rk4
      case let other: throw GoldenCoverage.Problem(description: "no method '\(other)'")
      }
      return ODEBlock(
        inputCount: width, outputCount: width, activation: activation, method: method,
        steps: Int(try golden.number("steps")), initializer: .zeros)
    default: throw GoldenCoverage.Problem(description: "no block '\(block)' with '\(rule)'")
    }
  }

  /// The batches of a field, each with its rows.
  private func batches(_ golden: GoldenCase, _ field: String) throws -> [[[Double]]] {
    try #require(golden.fields[field]?.list).map { try #require($0.rows) }
  }
}
