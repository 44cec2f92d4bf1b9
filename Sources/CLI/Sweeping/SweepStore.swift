import Foundation
import Sweeps
import Synchronization
import Terminal

/// The store that a running sweep writes: one writer, a line for each finished trial, on the disk before
/// the next begins.
final class SweepStore: Sendable {
  let path: String
  /// What stood in it when it was opened.
  let before: Store
  /// What is worth telling about it.
  let remarks: [String]
  private let file: AppendedFile
  /// Lines go one after the other: what a full disk cuts short is cut off before the next.
  private let writing = Mutex(())

  /// Opens a store, or begins one.
  ///
  /// - Parameter resumes: whether one that has something in it may be gone on with.
  init(path: String, resumes: Bool) throws {
    self.path = path
    try StateFile.checkWritable(path)
    let isNew = !StateFile.exists(path)
    if !isNew, !resumes { try Self.checkEmpty(path) }
    do {
      file = try AppendedFile(path: path)
    } catch {
      throw Self.failure(path, error)
    }
    var remarks: [String] = []
    switch file.lock() {
    case .held: break
    case .taken:
      let owner = LockOwner.process(of: path).map { "process \($0)" } ?? "another process"
      throw Failure(
        message: "\(path): \(owner) writes to this store; let it end, or choose another with"
          + " --store", status: 1)
    case .unsupported:
      remarks.append(
        "\(path): this file system has no locks; see to it that nothing else writes to this store")
    }
    // Read under the lock: somebody may have ended just now.
    if !resumes { try Self.checkEmpty(path) }
    (before, _) = try StoredSweep.read(path)
    if before.isTorn {
      do {
        try file.cut(to: before.wholeBytes)
      } catch {
        throw Self.failure(path, error)
      }
      remarks.append(
        "\(path): the last line was torn off when writing ended; it is taken away, and its trial"
          + " run again")
    }
    self.remarks = remarks
  }

  /// Says which sweep the lines belong to that will be added.
  ///
  /// - Parameter known: how many trials of this sweep were found here.
  func begin(_ header: StoreHeader, known: Int) throws {
    if let old = before.header {
      guard !old.isSameSweep(as: header) else { return }
      guard known > 0 || before.trials.isEmpty else {
        throw Failure(
          message: "\(path): none of its \(before.trials.count) trials belongs to this sweep;"
            + " choose another store with --store")
      }
    }
    try append(.header(header))
  }

  /// Writes a line, in one piece, and brings it to the disk.
  func append(_ line: StoreLine) throws {
    do {
      try writing.withLock { _ in try file.append(Array((line.text + "\n").utf8)) }
    } catch let problem as SystemProblem {
      throw Self.failure(path, problem)
    }
  }

  private static func checkEmpty(_ path: String) throws {
    guard let (store, _) = try? StoredSweep.read(path) else {
      throw Failure(
        message: "\(path): there is something of that name already; choose another with --store")
    }
    guard store.header != nil else { return }
    let count = store.trials.count
    throw Failure(
      message: "\(path): this store has \(count) trial\(count == 1 ? "" : "s") already; go on with"
        + " it with --resume, or choose another with --store")
  }

  private static func failure(_ path: String, _ problem: SystemProblem) -> Failure {
    let reason = POSIXErrorCode(rawValue: problem.code).map { SystemError.reason(POSIXError($0)) }
    return Failure(
      message: "\(path): the store can't be written (\(reason ?? "error \(problem.code)"))",
      status: 1)
  }
}
