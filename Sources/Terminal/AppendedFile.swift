import Glibc
import Synchronization

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

  private let path: String
  private let descriptor: Int32
  /// Why nothing may be added any more: half of something stands at the end. Held while adding, for
  /// what a full disk cuts short is cut off before the next comes.
  private let damage = Mutex<SystemProblem?>(nil)

  /// Opens a file, or makes an empty one.
  public init(path: String) throws(SystemProblem) {
    self.path = path
    let flags = O_RDWR | O_APPEND | O_CLOEXEC
    let old = unsafe open(path, flags)
    guard old < 0, errno == ENOENT else {
      descriptor = old
      if old < 0 { throw SystemProblem(code: errno) }
      return
    }
    descriptor = unsafe open(path, flags | O_CREAT, 0o644)
    if descriptor < 0 { throw SystemProblem(code: errno) }
    FolderEntry.sync(of: path)
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

  /// Whether its path still leads to it: another file may have been put there, or it was removed.
  public var isInPlace: Bool {
    var (mine, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &mine) == 0, unsafe stat(path, &named) == 0 else { return false }
    return mine.st_dev == named.st_dev && mine.st_ino == named.st_ino
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
  /// If it can't, what came to the file is cut off again; if that can't be done either, nothing is ever
  /// added behind it.
  public func append(_ bytes: [UInt8]) throws(SystemProblem) {
    try damage.withLock { damage throws(SystemProblem) in
      if let damage { throw damage }
      let before = try size()
      do throws(SystemProblem) {
        try write(bytes)
        if fsync(descriptor) != 0, errno != EINVAL { throw SystemProblem(code: errno) }
      } catch {
        do throws(SystemProblem) { try cut(to: before) } catch let problem { damage = problem }
        throw error
      }
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
