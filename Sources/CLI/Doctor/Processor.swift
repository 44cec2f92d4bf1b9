import Foundation

/// What a processor can do beyond the least of its kind.
struct Processor: Equatable {
  /// Its name, as the system gives it; nil if it gives none.
  let name: String?
  /// Its wide vectors, the widest first: `AVX-512`, `AVX2`, `NEON`.
  let vectors: [String]

  /// This machine's.
  static var current: Processor {
    Processor(
      information: (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "")
  }

  /// By the text of `/proc/cpuinfo`, whose line `flags` or, on ARM, `Features` lists abilities.
  init(information text: String) {
    name = Machine.processor(in: text)
    let line = text.split(separator: "\n").first {
      $0.hasPrefix("flags") || $0.hasPrefix("Features")
    }
    let flags = Set(line?.split(separator: ":").last?.split(separator: " ") ?? [])
    let known: [(flag: Substring, name: String)] = [
      ("avx512f", "AVX-512"), ("avx2", "AVX2"), ("sve", "SVE"), ("asimd", "NEON"),
    ]
    vectors = known.filter { flags.contains($0.flag) }.map(\.name)
  }

  /// Those that a portable build makes no use of.
  var unusedByPortableBuild: [String] { vectors.filter { $0 != "NEON" } }
}
