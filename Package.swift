// swift-tools-version: 6.2
import PackageDescription

/// With `PERCEPT_NATIVE=1` in the environment of the build, the program is made for the processor it
/// is built on alone: faster, with the same results to the last bit. All targets have to agree,
/// because wide vectors are handed over in other registers.
let native: [SwiftSetting] =
  Context.environment["PERCEPT_NATIVE"] == "1"
  ? [.define("PERCEPT_NATIVE"), .unsafeFlags(["-Xcc", "-march=native"])] : []

/// With `PERCEPT_FUZZ=1`, as `.ci/fuzz` builds, there is a program that gives parsers any bytes, and
/// every target counts which of its lines they reach.
let isFuzzed = Context.environment["PERCEPT_FUZZ"] == "1"
let counting: [SwiftSetting] = isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer"])] : []
let fuzzers: [Target] =
  isFuzzed
  ? [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "percept-fuzz", dependencies: ["CFuzzer", "FuzzTargets"], path: "Tests/Fuzz/Program",
      swiftSettings: strict, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ] : []

/// What every target is held to: an unmarked unsafe line, or any warning, is an error.
let strict: [SwiftSetting] =
  native + counting + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]

/// Lane code without optimisation is a thousand times slower, so the engine is optimised in
/// debug builds too; so are the integrals over data sets.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// C's `sqrt` may report an error in a variable, so loops with a root run number by number; without
/// that they run on lanes. The results are the same bits, several times faster.
let roots: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-fno-math-errno"])]

let package = Package(
  name: "percept",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The stack, from the bottom up; a target may depend on what stands above it here.
    .target(name: "Engine", swiftSettings: fast + roots),
    .target(name: "Benchmark", dependencies: ["Engine"], swiftSettings: fast),
    .target(name: "Datasets", dependencies: ["Engine"], swiftSettings: fast),
    .target(name: "Drawing", swiftSettings: strict),
    .target(
      name: "Lessons",
      dependencies: ["Datasets", "Engine", .product(name: "Yams", package: "yams")],
      swiftSettings: strict),
    .target(
      name: "Studio", dependencies: ["Lessons", "Datasets", "Engine"], swiftSettings: strict),
    .target(
      name: "Sweeps", dependencies: ["Studio", "Lessons", "Datasets", "Engine"],
      swiftSettings: strict),
    .target(
      name: "Labs", dependencies: ["Studio", "Lessons", "Datasets", "Engine", "Drawing"],
      swiftSettings: strict),
    .systemLibrary(
      name: "CNCurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .target(name: "CTermGuard"),
    .target(
      name: "Terminal", dependencies: ["CNCurses", "CTermGuard", "Drawing"],
      exclude: ["terminfo"], swiftSettings: strict),
    .target(
      name: "CLI",
      dependencies: [
        "Terminal", "Labs", "Sweeps", "Studio", "Lessons", "Datasets", "Engine", "Drawing",
        "Benchmark",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(name: "percept", dependencies: ["CLI"], swiftSettings: strict),

    // Tests, one target a module.
    // Read by tests only, so that building the program does not ask for libvterm.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Drawing", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Drawing", .product(name: "RealModule", package: "swift-numerics")],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "FuzzTargets", dependencies: ["Datasets", "Engine", "Lessons", "Studio", "Sweeps"],
      path: "Tests/Fuzz/Targets", swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: strict),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "Engine", "TestSupport", "CAllocationCounter",
        .product(name: "RealModule", package: "swift-numerics"),
      ], exclude: ["Golden"], swiftSettings: fast),
    .testTarget(
      name: "BenchmarkTests", dependencies: ["Benchmark"], swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests",
      dependencies: [
        "Datasets", "Engine", "TestSupport",
        .product(name: "RealModule", package: "swift-numerics"),
      ], swiftSettings: strict),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "Datasets", "Engine", "TestSupport"],
      exclude: ["Code/Programs"], swiftSettings: strict),
    .testTarget(
      name: "StudioTests",
      dependencies: ["Studio", "Lessons", "Datasets", "Engine", "TestSupport"],
      exclude: ["Health/rates.txt", "Health/shipped.txt"], swiftSettings: strict),
    .testTarget(
      name: "SweepsTests", dependencies: ["Sweeps", "Studio", "Lessons", "Datasets", "Engine"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LabsTests",
      dependencies: [
        "Labs", "Studio", "Lessons", "Datasets", "Engine", "Drawing", "TestSupport",
      ], exclude: ["Snapshots", "Learning/Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "CLITests",
      dependencies: [
        "CLI", "percept", "Benchmark", "Labs", "Sweeps", "Studio", "Lessons", "Datasets", "Engine",
        "Drawing", "Terminal", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CNCurses", "CVTerm", "Drawing", "Terminal", "TestSupport", "percept", "terminal-probe",
      ],
      swiftSettings: strict),
  ] + fuzzers
)
