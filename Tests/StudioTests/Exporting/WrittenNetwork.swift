import Foundation
import Lessons

/// A network read back from JSON and evaluated in double precision, by nothing but what stands there.
struct WrittenNetwork {
  let json: JSON

  init(_ bytes: [UInt8]) throws {
    json = try JSON(reading: String(decoding: bytes, as: UTF8.self), depth: 64)
  }

  /// The points to compare at and the outputs there.
  var check: [(inputs: [Double], outputs: [Double])] {
    let (inputs, outputs) = (json["check"]?["inputs"]?.rows, json["check"]?["outputs"]?.rows)
    return Array(zip(inputs ?? [], outputs ?? [])).map { (inputs: $0.0, outputs: $0.1) }
  }

  /// The outputs at a point in the units of the columns.
  func outputs(_ values: [Double]) -> [Double] {
    var places = zip(values, json["columns"]?.list ?? []).map { value, column in
      Double(Float((value - column.number("shift")) * column.number("factor")))
    }
    if places.count == 1 { places.append(0) }
    var x = (json["features"]?.list ?? []).map { feature -> Double in
      var value = Self.value(feature["tree"] ?? .null, places)
      if let limit = feature["limit"]?.number {
        value = value.isNaN ? 0 : min(max(value, -limit), limit)
      }
      return Double(Float(value))
    }
    if let standardizer = json["standardizer"] {
      let (mean, deviation) = (standardizer.row("mean"), standardizer.row("deviation"))
      x = x.indices.map { (x[$0] - mean[$0]) / deviation[$0] }
    }
    for layer in json["layers"]?.list ?? [] { x = Self.layer(layer, x) }
    return x
  }

  private static func value(_ tree: JSON, _ places: [Double]) -> Double {
    if let name = tree.text { return name == "x1" ? places[0] : places[1] }
    guard let parts = tree.list, let name = parts.first?.text else { return tree.number ?? .nan }
    let x = parts.dropFirst().map { value($0, places) }
    let (a, b) = (x[0], x.count > 1 ? x[1] : 0)
    let angle = abs(a) <= 1e5 ? a : .nan
    switch name {
    case "+": return a + b
    case "-": return a - b
    case "*": return a * b
    case "/": return a / b
    case "^": return pow(a, b)
    case "negative": return -a
    case "sin": return sin(angle)
    case "cos": return cos(angle)
    case "tan": return tan(angle)
    case "exp": return exp(a)
    case "log": return log(a)
    case "sqrt": return a.squareRoot()
    case "abs": return abs(a)
    case "tanh": return tanh(a)
    case "sign": return a > 0 ? 1 : a < 0 ? -1 : a
    case "min": return a.isNaN || b.isNaN ? .nan : min(a, b)
    case "max": return a.isNaN || b.isNaN ? .nan : max(a, b)
    default: return .nan
    }
  }

  private static func layer(_ layer: JSON, _ x: [Double]) -> [Double] {
    let (weight, bias) = (layer["weight"]?.rows ?? [], layer.row("bias"))
    let activation = layer["activation"]?.text ?? ""
    func sums(_ x: [Double]) -> [Double] {
      bias.indices.map { unit in zip(weight[unit], x).reduce(bias[unit]) { $0 + $1.0 * $1.1 } }
    }
    func field(_ h: [Double]) -> [Double] { activate(activation, sums(h)) }
    func moved(_ h: [Double], _ step: Double, _ k: [Double]) -> [Double] {
      zip(h, k).map { $0 + step * $1 }
    }
    let fitted = bias.indices.map { $0 < x.count ? x[$0] : 0 }
    var a: [Double]
    switch layer["wiring"]?.text {
    case "ode-euler", "ode-rk4":
      let steps = layer["steps"]?.whole ?? 0
      let dt = 1 / Double(steps)
      var h = fitted
      for _ in 0..<steps {
        let k1 = field(h)
        if layer["wiring"]?.text == "ode-euler" {
          h = moved(h, dt, k1)
          continue
        }
        let k2 = field(moved(h, dt / 2, k1))
        let k3 = field(moved(h, dt / 2, k2))
        let k4 = field(moved(h, dt, k3))
        h = h.indices.map { h[$0] + dt / 6 * (k1[$0] + 2 * k2[$0] + 2 * k3[$0] + k4[$0]) }
      }
      a = normalized(h, layer["norm"])
    case let wiring:
      a = activate(activation, normalized(sums(x), layer["norm"]))
      if wiring == "residual" { a = zip(a, fitted).map(+) }
    }
    guard let mask = layer["mask"]?.numbers else { return a }
    return zip(a, mask).map(*)
  }

  private static func normalized(_ z: [Double], _ norm: JSON?) -> [Double] {
    guard let norm else { return z }
    let mean = z.reduce(0, +) / Double(z.count)
    let variance = z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(z.count)
    let means = norm["running_mean"]?.numbers ?? z.map { _ in mean }
    let variances = norm["running_var"]?.numbers ?? z.map { _ in variance }
    let (scale, shift, epsilon) = (norm.row("weight"), norm.row("bias"), norm.number("epsilon"))
    return z.indices.map {
      (z[$0] - means[$0]) / (variances[$0] + epsilon).squareRoot() * scale[$0] + shift[$0]
    }
  }

  private static func activate(_ name: String, _ z: [Double]) -> [Double] {
    if name == "softmax" {
      let powers = z.map { exp($0 - (z.max() ?? 0)) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    return z.map { z in
      switch name {
      case "linear": z
      case "relu": max(0, z)
      case "leaky-relu": z > 0 ? z : 0.01 * z
      case "elu": z > 0 ? z : expm1(z)
      case "selu": z > 0 ? 1.0507009873554805 * z : 1.7580993408473766 * expm1(z)
      case "gelu": z * erfc(-z / 2.squareRoot()) / 2
      case "silu": z / (1 + exp(-z))
      case "softplus": z > 30 ? z : log1p(exp(z))
      case "sigmoid": 1 / (1 + exp(-z))
      case "tanh": tanh(z)
      case "sin": sin(z)
      case "step": z > 0 ? 1 : 0
      default: .nan
      }
    }
  }
}

extension JSON {
  /// The number; nil for anything else.
  var number: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }

  /// The numbers of a list of nothing else.
  var numbers: [Double]? {
    guard let list else { return nil }
    let numbers = list.compactMap(\.number)
    return numbers.count == list.count ? numbers : nil
  }

  /// The rows of a list of lists of numbers.
  var rows: [[Double]]? {
    guard let list else { return nil }
    let rows = list.compactMap(\.numbers)
    return rows.count == list.count ? rows : nil
  }

  /// The number of a member; NaN without one, which equals nothing.
  func number(_ name: String) -> Double { self[name]?.number ?? .nan }

  /// The numbers of a member.
  func row(_ name: String) -> [Double] { self[name]?.numbers ?? [] }
}
