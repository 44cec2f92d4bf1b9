import Glibc

/// Threads for long work, which say so where the system has none to give: Foundation's do not, and who
/// waits for one of those waits for ever.
public enum WorkerThread {
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// What must be left of the addresses when a thread has its stack, in bytes: a process that has filled
  /// the last of them with stacks dies at the next thing that it wants to remember.
  private static let reserve = 64 << 20

  /// Starts one.
  ///
  /// - Parameter stackSize: in bytes.
  public static func start(
    stackSize: Int, _ body: @escaping @Sendable () -> Void
  ) throws(SystemProblem) {
    guard hasRoom(for: stackSize + reserve) else { throw SystemProblem(code: EAGAIN) }
    var attributes = pthread_attr_t()
    let problem = unsafe pthread_attr_init(&attributes)
    guard problem == 0 else { throw SystemProblem(code: problem) }
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let work = unsafe Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { work in
        if let work = unsafe work {
          unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
        }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      throw SystemProblem(code: code)
    }
  }

  /// Whether the process may have so many more bytes of addresses.
  private static func hasRoom(for size: Int) -> Bool {
    let place = unsafe mmap(
      nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let place = unsafe place, unsafe place != MAP_FAILED else { return false }
    unsafe munmap(place, size)
    return true
  }
}
