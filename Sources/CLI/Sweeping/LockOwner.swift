import Foundation

/// Who holds the lock of a file, where the system tells.
enum LockOwner {
  /// The number of the process that has locked a file; nil if nobody tells.
  ///
  /// Linux lists the locks of the machine in `/proc/locks`, each with the file's number:
  /// `1: FLOCK  ADVISORY  WRITE 4711 fe:00:1234 0 EOF`.
  static func process(of path: String) -> Int? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let file = attributes[.systemFileNumber] as? NSNumber,
      let device = attributes[.systemNumber] as? NSNumber,
      let data = FileManager.default.contents(atPath: "/proc/locks")
    else { return nil }
    return process(
      in: String(decoding: data, as: UTF8.self), device: device.uint64Value, file: file.uint64Value)
  }

  /// The process in a list of locks.
  ///
  /// - Parameters:
  ///   - device: the number of the file's disk, as the system gives it.
  ///   - file: the file's number on its disk.
  static func process(in list: String, device: UInt64, file: UInt64) -> Int? {
    // Both numbers of a device are spread over the one, for each once had a byte of sixteen bits.
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      // One that waits for the lock has an arrow in front of the kind.
      guard words.count >= 6, words[1] == "FLOCK" else { continue }
      let place = words[5].split(separator: ":")
      guard place.count == 3, UInt64(place[0], radix: 16) == major,
        UInt64(place[1], radix: 16) == minor, UInt64(place[2]) == file, let process = Int(words[4]),
        process > 0
      else { continue }
      return process
    }
    return nil
  }
}
