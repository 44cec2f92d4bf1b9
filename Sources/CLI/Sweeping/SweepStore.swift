import Foundation
import Sweeps
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

  /// Opens a store, or begins one.
  ///
  /// - Parameter resumes: whether one that has something in it may be gone on with.
  init(path: String, resumes: Bool) throws {
    self.path = path
    try StateFile.checkWritable(path)
    let isNew = !StateFile.exists(path)
    if !isNew, !resumes { try Self.checkEmpty(path) }
    var remark: String?
    (file, remark) = try Self.claim(path, else: "choose another with --store")
    var remarks = remark.map { [$0] } ?? []
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
        "\(path): the last line was torn off when writing ended; it is taken away"
          + (before.header == nil ? "" : ", and its trial run again"))
    }
    self.remarks = remarks
  }

  /// Opens a store to be written, and keeps every other writer from it as long as the file is held.
  ///
  /// - Parameter advice: what to do if there is a writer already, beside letting it end.
  static func claim(
    _ path: String, else advice: String
  ) throws(Failure) -> (file: AppendedFile, remark: String?) {
    let file: AppendedFile
    do {
      file = try AppendedFile(path: path)
    } catch {
      throw failure(path, error)
    }
    switch file.lock() {
    case .held:
      // Another file may have been put in its place before it was locked.
      return file.isInPlace ? (file, nil) : try claim(path, else: advice)
    case .taken:
      let owner = LockOwner.process(of: path).map { "process \($0)" } ?? "another process"
      throw Failure(
        message: "\(path): \(owner) writes to this store; let it end, or \(advice)", status: 1)
    case .unsupported:
      return (
        file,
        "\(path): this file system has no locks; see to it that nothing else writes to this store"
      )
    }
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

  /// Whether what was written is still there under its name.
  var isInPlace: Bool { file.isInPlace }

  /// Writes a line, in one piece, and brings it to the disk.
  func append(_ line: StoreLine) throws(Failure) {
    guard isInPlace else {
      throw Failure(
        message: "\(path): the store was removed or replaced while this sweep wrote to it",
        status: 1)
    }
    do {
      try file.append(Array((line.text + "\n").utf8))
    } catch {
      throw Self.failure(path, error)
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
    Failure(
      message: "\(path): the store can't be written (\(SystemError.reason(code: problem.code)))",
      status: 1)
  }
}
