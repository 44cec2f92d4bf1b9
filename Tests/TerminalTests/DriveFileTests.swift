import Drawing
import Foundation
import TestSupport
import Testing

/// Files that are written and opened while the program runs.
@Suite("Percept and files, by keys")
struct DriveFileTests {
  @Test("A recording is a line of JSON for the head and for each picture")
  func records() throws {
    let driver = try Driver(size: Size(width: 80, height: 24))
    try driver.press("R", toSee: "Record into the file: _")
    try driver.press("run.cast\r", toSee: "Recording into run.cast; R ends it.")
    try driver.press("s", toSee: "Step 1:")
    driver.session.resize(to: Size(width: 100, height: 30))
    try driver.session.wait(forFrames: 1)
    try driver.press("R", toSee: "Recorded: run.cast.")
    try driver.leave()
    let lines = try #require(driver.folder.read("run.cast")).split(separator: "\n")
    let values = try lines.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
    #expect(values.first?.table?["version"]?.number == 2)
    #expect(values.first?.table?["width"]?.number == 80)
    var last = 0.0
    for value in values.dropFirst() {
      let event = try #require(value.list)
      let time = try #require(event.first?.number)
      #expect(event.count == 3 && time >= last)
      last = time
    }
    let kinds = values.compactMap { $0.list?[1].text }
    #expect(kinds.count >= 3 && kinds.contains("r") && kinds.contains("o"))
    #expect(values.contains { $0.list?[2].text == "100x30" })
  }

  @Test("Points go into a CSV file, never over another, and come back from it")
  func savesPoints() throws {
    let driver = try Driver()
    try driver.press("Wpoints.csv\r", toSee: "Written: points.csv.")
    try driver.press("Wpoints.csv\r", toSee: "points.csv: there is something of that name already")
    let lines = try #require(driver.folder.read("points.csv")).split(separator: "\n")
    #expect(lines.first == "x1,x2,class,share")
    #expect(lines.count == 501)
    try driver.press("Opoints.csv\r", toSee: "points.csv: 250 training")
    #expect(driver.session.line(0).contains("points.csv"))
    try driver.press("u", toSee: "Back to Circle, as it was")
    try driver.leave()
  }

  @Test("What can't be opened is told, and nothing changes")
  func opens() throws {
    let driver = try Driver()
    try driver.folder.write("a,b\n1,\"2\n", to: "broken.csv")
    try driver.press("Obroken.csv\r", toSee: "broken.csv:")
    try driver.press("Onowhere.yaml\r", toSee: "nowhere.yaml: there is no such file")
    try driver.press("Osprial\r", toSee: "there is no preset “sprial”")
    #expect(driver.session.line(0).contains("Circle · seed 42"))
    try driver.press("Ospiral\r", toSee: "Opened Spiral")
    try driver.leave()
  }
}
