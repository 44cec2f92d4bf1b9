internal import Foundation

/// Where those who press keys at random begin.
public enum MonkeySeed {
  /// The seed of `PERCEPT_MONKEY_SEED`, else always the same one: a change must not be refused for what
  /// another seed would have found before it. Failures name it.
  public static let value: UInt64 =
    ProcessInfo.processInfo.environment["PERCEPT_MONKEY_SEED"].flatMap { UInt64($0) } ?? 1
}
