import Glibc

/// A file that is only ever added to: what was added is on the disk when the call returns, whole or not
/// at all.
///
/// A class, for there is one descriptor, which is closed with the last reference.
public final class AppendedFile: Sendable {
  /// Whether others are kept from writing to it.
  public enum Lock: Equatable, Sendable {
    /// Until the file is closed, or the process ends in whatever way.
    case held
    /// Another process has it.
    case taken
    /// The file system has no locks.
    case unsupported
  }

  private let descriptor: Int32

  /// Opens a file, or makes an empty one.
  public init(path: String) throws(SystemProblem) {
    descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw SystemProblem(code: errno) }
  }

  deinit { close(descriptor) }

  /// Takes the lock of the whole file, without waiting for it.
  public func lock() -> Lock {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      return errno == EWOULDBLOCK ? .taken : .unsupported
    }
    return .held
  }

  /// How many bytes it has.
  public func size() throws(SystemProblem) -> Int {
    let end = lseek(descriptor, 0, SEEK_END)
    if end < 0 { throw SystemProblem(code: errno) }
    return Int(end)
  }

  /// Cuts it to so many bytes.
  public func cut(to size: Int) throws(SystemProblem) {
    guard ftruncate(descriptor, off_t(size)) == 0, fsync(descriptor) == 0 else {
      throw SystemProblem(code: errno)
    }
  }

  /// Adds bytes, in one write wherever the system takes them all at once, and brings them to the disk.
  ///
  /// If it can't, what came to the file is cut off again.
  public func append(_ bytes: [UInt8]) throws(SystemProblem) {
    let before = try size()
    do throws(SystemProblem) {
      try write(bytes)
      if fsync(descriptor) != 0, errno != EINVAL { throw SystemProblem(code: errno) }
    } catch {
      try? cut(to: before)
      throw error
    }
  }

  private func write(_ bytes: [UInt8]) throws(SystemProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw SystemProblem(code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }
}
