import Foundation

/// Who holds the lock of a file, where the system tells.
enum LockOwner {
  /// The number of the process that has locked a file; nil if nobody tells.
  ///
  /// Linux lists the locks of the machine in `/proc/locks`, each with the file's number:
  /// `1: FLOCK  ADVISORY  WRITE 4711 fe:00:1234 0 EOF`.
  static func process(of path: String) -> Int? {
    guard
      let number = try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
        as? NSNumber,
      let data = FileManager.default.contents(atPath: "/proc/locks")
    else { return nil }
    return process(in: String(decoding: data, as: UTF8.self), file: number.uint64Value)
  }

  /// The process in a list of locks.
  /// - Parameter file: the file's number on its disk.
  static func process(in list: String, file: UInt64) -> Int? {
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      // One that waits for the lock has an arrow in front of the kind.
      guard words.count >= 6, words[1] == "FLOCK",
        words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == file,
        let process = Int(words[4]), process > 0
      else { continue }
      return process
    }
    return nil
  }
}
