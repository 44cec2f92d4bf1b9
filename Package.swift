// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to: an unmarked unsafe line, or any warning, is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Lane code without optimisation is a thousand times slower, so the engine is optimised in
/// debug builds too.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "percept",
  dependencies: [],
  targets: [
    .target(name: "Engine", swiftSettings: fast),
    .target(name: "Drawing", swiftSettings: strict),
    .systemLibrary(
      name: "CNCurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .target(name: "CTermGuard"),
    .target(
      name: "Terminal", dependencies: ["CNCurses", "CTermGuard", "Drawing"],
      exclude: ["terminfo"], swiftSettings: strict),
    // Read by tests only, so that building the program does not ask for libvterm.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Drawing", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CNCurses", "CVTerm", "Drawing", "Terminal", "terminal-probe"],
      swiftSettings: strict),
  ]
)
