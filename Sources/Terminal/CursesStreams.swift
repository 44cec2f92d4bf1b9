import CTermGuard
import Glibc

/// The two streams of ncurses' own, and the file in memory where its drawing goes.
@safe struct CursesStreams: ~Copyable {
  /// Where ncurses reads.
  let input: UnsafeMutablePointer<FILE>
  /// Where ncurses writes.
  let output: UnsafeMutablePointer<FILE>
  private let terminal: Int32
  private let memory: Int32

  /// Streams to and from a terminal, whose descriptors stay the caller's.
  init(input: Int32, output: Int32) throws(TerminalError) {
    let reading = unsafe fdopen(dup(input), "r")
    let writing = unsafe fdopen(dup(output), "w")
    let memory = guard_memory_file()
    guard let reading = unsafe reading, let writing = unsafe writing, memory >= 0 else {
      throw .unusable("too many files are open")
    }
    unsafe self.input = reading
    unsafe self.output = writing
    self.terminal = output
    self.memory = memory
  }

  deinit {
    unsafe fclose(input)
    unsafe fclose(output)
    close(memory)
  }

  /// What is written to the output during a call, instead of sending it to the terminal.
  func capture(_ body: () -> Void) -> [UInt8] {
    let descriptor = unsafe fileno(output)
    dup2(memory, descriptor)
    body()
    dup2(terminal, descriptor)

    let count = Int(lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    guard count > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe max(0, pread(memory, buffer.baseAddress, count, 0))
    }
  }
}
