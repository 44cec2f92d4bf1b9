import Foundation

/// What was measured on, and with which build.
struct Machine: Equatable, Encodable {
  /// The processor's name, as the system gives it.
  let processor: String
  /// `portable`, or `native` for a build for the machine at hand.
  let build: String
  /// What the compiler may use of the processor.
  let features: String

  /// This machine and this build.
  static var current: Machine {
    let file = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    return Machine(
      processor: processor(in: file ?? "") ?? "unknown processor", build: build,
      features: features)
  }

  /// The name in the text of `/proc/cpuinfo`; nil if it says none, as on ARM.
  static func processor(in text: String) -> String? {
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("model name") }),
      let name = line.split(separator: ":", maxSplits: 1).dropFirst().first
    else { return nil }
    return name.trimmingCharacters(in: .whitespaces)
  }

  private static var build: String {
    #if PERCEPT_NATIVE
      "native"
    #else
      "portable"
    #endif
  }

  private static var features: String {
    #if arch(x86_64)
      let least = "x86-64 with SSE2"
    #elseif arch(arm64)
      let least = "arm64 with NEON"
    #else
      let least = "the processor's least"
    #endif
    #if PERCEPT_NATIVE
      return "all of the machine it was built on, without fused multiply-add"
    #else
      return least
    #endif
  }
}
