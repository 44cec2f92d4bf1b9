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
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strict),
  ]
)
