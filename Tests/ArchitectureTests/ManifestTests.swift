import Testing

@Suite("Reading the manifest and the imports")
struct ManifestTests {
  @Test("Targets of every kind are found, with folder and dependencies")
  func targets() {
    let manifest = Manifest(
      """
      let package = Package(
        dependencies: [.package(url: "https://example.org/far", exact: "1.0.0")],
        targets: [
          .systemLibrary(name: "CThing"),
          .target(name: "Low", swiftSettings: strict),
          // .target(name: "Ghost"),
          .target(
            name: "High",
            dependencies: ["Low", .target(name: "CThing"), .product(name: "Far", package: "far")],
            path: "Tests/High", swiftSettings: strict),
          .executableTarget(name: "tool", dependencies: ["High"]),
          .testTarget(name: "LowTests", dependencies: ["Low"]),
        ])
      """)
    #expect(Set(manifest.targets.map(\.name)) == ["CThing", "Low", "High", "tool", "LowTests"])
    let high = manifest.targets.first { $0.name == "High" }
    #expect(
      high
        == Target(
          name: "High", isTest: false, isProgram: false, folder: "Tests/High",
          dependencies: ["Low", "CThing", "Far"])
    )
    #expect(manifest.targets.first { $0.name == "Low" }?.dependencies == [])
    #expect(manifest.targets.filter(\.isProgram).map(\.name) == ["tool"])
    let tests = manifest.targets.first { $0.isTest }
    #expect(tests?.folder == "Tests/LowTests" && tests?.dependencies == ["Low"])
  }

  @Test("Imports are found whatever stands before them, and nothing else is")
  func imports() {
    let file = SourceFile(
      path: "A.swift",
      text: """
        import Plain
        @testable import Tested
        @_spi(Inner) public import Spied
        internal import struct Part.Piece
        // import Comment
        @Test("Modules import only what is below")
        let important = 1
        """)
    #expect(file.imports == ["Plain", "Tested", "Spied", "Part"])
  }
}
