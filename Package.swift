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
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
  ],
  targets: [
    .target(name: "Engine", swiftSettings: fast),
    .target(name: "Datasets", dependencies: ["Engine"], swiftSettings: strict),
    .target(name: "Drawing", swiftSettings: strict),
    .target(
      name: "Lessons",
      dependencies: ["Datasets", "Engine", .product(name: "Yams", package: "yams")],
      swiftSettings: strict),
    .target(
      name: "Studio", dependencies: ["Lessons", "Datasets", "Engine"], swiftSettings: strict),
    .target(
      name: "Labs", dependencies: ["Studio", "Lessons", "Datasets", "Engine", "Drawing"],
      swiftSettings: strict),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strict),
  ]
)
