import Datasets
import Lessons
import Testing

@testable import Studio

@Suite("Points as a CSV file")
struct PointsFileTests {
  /// The points of a preset, written and read again.
  private func again(_ preset: Preset) throws -> Dataset {
    let text = CSV.text(of: preset.dataset.rows())
    return try Preset(TableFile(path: "w.csv", table: try CSV.table(text))).dataset
  }

  @Test("They come back to the bit, whatever the set and the noise", arguments: DataSource.names)
  func same(_ name: String) throws {
    for (noise, seed) in [(0.0, UInt64(42)), (35, 7), (80, 1)] {
      var preset = Preset()
      preset.data.recipe = name
      preset.data.noise = noise
      preset.data.seed = seed
      preset.data.validation = 20
      let (before, after) = (preset.dataset, try again(preset))
      #expect(after.problem == before.problem && after.target.name == before.target.name)
      #expect(after.isOneDimensional == before.isOneDimensional)
      #expect(after.axes.map(\.name) == before.axes.map(\.name))
      for share in Dataset.Share.allCases {
        #expect(!before[share].isEmpty)
        #expect(after[share].map(\.x1) == before[share].map(\.x1), "\(name) \(noise)")
        #expect(after[share].map(\.x2) == before[share].map(\.x2), "\(name) \(noise)")
        // Classes may come in another order; what they are called does not change.
        func labels(_ dataset: Dataset) -> [String] {
          dataset[share].map {
            dataset.classNames.isEmpty ? "\($0.label)" : dataset.classNames[Int($0.label)]
          }
        }
        #expect(labels(after) == labels(before), "\(name) \(noise)")
      }
    }
  }

  @Test("What was measured is written as it was measured")
  func measured() throws {
    var preset = Preset()
    preset.data.recipe = "iris"
    let rows = preset.dataset.rows()
    let table = try #require(TableCatalogue.named("iris")?.table)
    let lengths = try #require(table.column("petal_length_cm")?.numbers)
    #expect(rows.dropFirst().compactMap { Double($0[0]) }.sorted() == lengths.sorted())
    #expect(rows.dropFirst().allSatisfy { $0[0].count <= 3 })
  }

  @Test("A part of the shares, and inputs before the label")
  func parts() {
    var preset = Preset()
    preset.data.recipe = "wave"
    let dataset = preset.dataset
    let rows = dataset.rows(of: [.test])
    #expect(rows.count == dataset.test.count + 1 && rows[0] == ["x1", "label", "share"])
    #expect(rows.dropFirst().allSatisfy { $0.last == "test" })
    let inputs = Dataset.Inputs(names: ["twice"]) { [$0.x1 * 2] }
    let wide = dataset.rows(of: [.training], inputs: inputs)
    #expect(wide[0] == ["x1", "twice", "label", "share"])
    #expect(wide[1][1] == "\(dataset.training[0].x1 * 2)")
  }
}
