import Studio

/// How the program was built.
struct Build: Equatable {
  /// `0.1.0`.
  let version: String
  /// `portable`, or `native` for a build for the machine that it was built on.
  let kind: String
  /// What the compiler may use of the processor.
  let features: String
  /// The version of the compiler, as far as a program can know it: `6.3`.
  let compiler: String
  /// Whether it is a build for finding mistakes, which is slow.
  let isDebug: Bool

  /// The running program's.
  static var current: Build {
    #if compiler(>=6.4)
      let compiler = "6.4 or later"
    #elseif compiler(>=6.3)
      let compiler = "6.3"
    #else
      let compiler = "6.2"
    #endif
    #if DEBUG
      let isDebug = true
    #else
      let isDebug = false
    #endif
    let machine = Machine.current
    return Build(
      version: ProgramVersion.text, kind: machine.build, features: machine.features,
      compiler: compiler, isDebug: isDebug)
  }
}
