import CFuzzer
import FuzzTargets
import Glibc

/// `percept-fuzz TARGET [CORPUS-FOLDER | FILE]… [-option=value]…`: gives a parser bytes that are made
/// from a corpus, and keeps those that reach lines of the program that no others did.
///
/// The options are those of libFuzzer, which comes with the compiler; with files only, it tries these.
/// A broken law, a trap, a time beyond `-timeout` and memory beyond `-rss_limit_mb` end it, with the
/// bytes in a file. Started by `.ci/fuzz`.
private func target() -> (any FuzzTarget.Type)? {
  CommandLine.arguments.dropFirst().first.flatMap(FuzzCatalogue.named)
}

guard target() != nil else {
  print("Expected a target: \(FuzzCatalogue.all.map { $0.name }.joined(separator: " "))")
  exit(2)
}

// The target's name is not for libFuzzer.
private let words = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
private var pointers: [UnsafeMutablePointer<CChar>?] =
  unsafe words.map { unsafe strdup($0) } + [nil]
private var count = Int32(words.count)

let status = unsafe pointers.withUnsafeMutableBufferPointer { buffer in
  var start = buffer.baseAddress
  return unsafe LLVMFuzzerRunDriver(&count, &start) { bytes, size in
    let bytes = unsafe Array(UnsafeBufferPointer(start: bytes, count: size))
    do {
      _ = try target()?.check(bytes)
    } catch {
      fatalError("\(error)")
    }
    return 0
  }
}
exit(status)
