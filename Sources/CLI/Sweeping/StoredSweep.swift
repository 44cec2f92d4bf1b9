import Foundation
import Sweeps

/// Reads stores of sweeps, and says in one line why one can't be read.
enum StoredSweep {
  /// Far more than the largest sweep writes.
  static let sizeLimit = 1 << 31

  /// What stands in a store, and a remark if its last line was torn.
  static func read(_ path: String) throws -> (store: Store, remark: String?) {
    try FileBytes.checkExists(path)
    guard !FileBytes.isFolder(path) else {
      throw Failure(message: "\(path): this is a folder; the store of a sweep was expected")
    }
    let data = try FileBytes.read(path, limit: sizeLimit, tooLarge: "2 GiB; a store was expected")
    do {
      let store = try Store(bytes: Array(data))
      return (store, store.isTorn ? "\(path): its last line is torn off, and left out" : nil)
    } catch {
      throw Failure(message: "\(path):\(error)")
    }
  }

  /// A store with the sweep that it belongs to.
  static func sweep(_ path: String) throws -> (sweep: SweepFile, store: Store, remark: String?) {
    let (store, remark) = try read(path)
    guard let header = store.header else {
      throw Failure(message: "\(path): the store is empty; “percept sweep” writes one")
    }
    return (try SweepFile(header, ofStore: path), store, remark)
  }
}
