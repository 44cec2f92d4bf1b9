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
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1")
  ],
  targets: [
    .target(name: "Engine", swiftSettings: fast),
    .target(name: "Drawing", swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [.product(name: "RealModule", package: "swift-numerics")],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "Engine", "TestSupport", "CAllocationCounter",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["Golden"], swiftSettings: fast),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
