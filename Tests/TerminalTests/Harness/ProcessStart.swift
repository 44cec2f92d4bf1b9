import CVTerm
import CVTerm
import Glibc

/// Starts programs on a terminal.
enum ProcessStart {
  /// A program could not be started.
  struct Failure: Error, CustomStringConvertible {
    var path: String
    var problem: Int32
    var description: String { "cannot start \(path): error \(problem)" }
  }

  /// A program built together with the tests.
  static func product(_ name: String) -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    let tests = String(
      decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    // The tests may run in a helper of the toolchain's; then an argument names the built file.
    let built = ([tests] + CommandLine.arguments).first { $0.contains("/.build") } ?? tests
    return String(built.prefix(upTo: built.lastIndex(of: "/") ?? built.endIndex)) + "/" + name
  }

  /// Starts a program as the leader of a session with this terminal.
  /// - Parameter folder: where it works; nil for where the tests do.
  static func start(
    _ path: String, arguments: [String], environment: [String: String], folder: String? = nil,
    terminal: Int32
  ) throws(Failure) -> pid_t {
    var name = [CChar](repeating: 0, count: 256)
    unsafe ttyname_r(terminal, &name, name.count)

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the session's.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // What other tests have open at this moment is theirs: a pipe held here would never be closed.
    unsafe cvterm_close_from(&actions, 3)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var (all, none) = (sigset_t(), sigset_t())
    unsafe sigfillset(&all)
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)

    // A shell that becomes the program is the way to another folder that every system has.
    let shell = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
    let command = shell + [path] + arguments
    let words = unsafe command.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer {
      unsafe words.forEach { unsafe free($0) }
      unsafe variables.forEach { unsafe free($0) }
    }
    var process: pid_t = 0
    let problem = unsafe posix_spawn(
      &process, command[0], &actions, &attributes, words, variables)
    guard problem == 0 else { throw Failure(path: path, problem: problem) }
    return process
  }
}
