internal import Foundation
internal import Testing

/// A file of golden numbers was not as expected.
public struct GoldenProblem: Error, CustomStringConvertible {
  public let description: String
}

/// One case of a file of golden numbers.
public struct GoldenCase: Sendable, CustomStringConvertible {
  /// The file's name and the case's place in it.
  public let description: String
  /// What the case holds.
  public let fields: [String: JSONValue]

  /// The text of a field.
  public func text(_ name: String) throws -> String { try read(name, \.text) }

  /// The number of a field.
  public func number(_ name: String) throws -> Double { try read(name, \.number) }

  /// All numbers of a field, row by row.
  public func numbers(_ name: String) throws -> [Double] { try read(name, \.numbers) }

  /// The numbers of each row of a field.
  public func rows(_ name: String) throws -> [[Double]] { try read(name, \.rows) }

  /// The tables of a field.
  public func tables(_ name: String) throws -> [[String: JSONValue]] {
    try read(name) { $0.list?.compactMap(\.table) }
  }

  private func read<Value>(_ name: String, _ value: (JSONValue) -> Value?) throws -> Value {
    guard let found = fields[name].flatMap(value) else {
      throw GoldenProblem(description: "\(description) has no field '\(name)' of the asked form")
    }
    return found
  }
}

/// Numbers computed elsewhere, to compare with.
public enum Golden {
  /// Every case of the file `name`.json.
  ///
  /// - Parameters:
  ///   - folder: where the files lie; the environment variable PERCEPT_GOLDEN replaces it.
  public static func cases(_ name: String, in folder: String) throws -> [GoldenCase] {
    let file = place(folder).appendingPathComponent(name + ".json")
    let content = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file))
    guard let cases = content.table?["cases"]?.list else {
      throw GoldenProblem(description: "\(name).json has no list 'cases'")
    }
    return cases.enumerated().compactMap { index, value in
      value.table.map { GoldenCase(description: "\(name)[\(index)]", fields: $0) }
    }
  }

  /// The names of the files in the folder, sorted, without their ending.
  public static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: place(folder), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }.map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }

  /// The texts of all Swift files in a folder, one after the other.
  public static func sources(in folder: String) throws -> String {
    try FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
    .joined()
  }

  private static func place(_ folder: String) -> URL {
    URL(fileURLWithPath: ProcessInfo.processInfo.environment["PERCEPT_GOLDEN"] ?? folder)
  }
}
