import Engine
import TestSupport
import Testing

@testable import Lessons

@Suite("An address that can't be opened")
struct LinkProblemTests {
  private func refused(
    _ address: String, _ position: Int, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      throws: LinkProblem(position: position, message: message), sourceLocation: sourceLocation
    ) { try PlaygroundLink(address) }
  }

  @Test("A wrong name is told with its place and the nearest name")
  func names() {
    refused(
      "#x=true&activation=tahn", 20,
      "activation can't be “tahn”: expected one of relu, tanh, sigmoid, linear"
        + "; did you mean “tanh”?")
    refused(
      "#dataset=moons", 10, "dataset can't be “moons”: expected one of circle, xor, gauss, spiral")
    refused(
      "#regDataset=plane", 13,
      "regDataset can't be “plane”: expected one of reg-plane, reg-gauss")
    refused(
      "#regularization=l1", 17,
      "regularization can't be “l1”: expected one of none, L1, L2; did you mean “L1”?")
    refused(
      "#problem=regresion", 10,
      "problem can't be “regresion”: expected one of classification, regression"
        + "; did you mean “regression”?")
    #expect(
      LinkProblem(position: 20, message: "no").description == "the address, character 20: no")
  }

  @Test(
    "What is no number is no value of any number",
    arguments: [
      "nan", "NaN", "inf", "-inf", "1e999", "-1e999", "many", "0.03;", "0,03", "--1", "½",
    ])
  func noNumbers(_ text: String) {
    for key in [
      "learningRate", "regularizationRate", "noise", "percTrainData", "batchSize", "networkShape",
    ] {
      #expect(throws: LinkProblem.self, "\(key)") { try PlaygroundLink("#\(key)=\(text)") }
    }
    refused("#noise=\(text)", 8, "noise can't be “\(text)”: expected a number")
  }

  @Test("Numbers that make no sense anywhere are told")
  func senseless() {
    refused("#learningRate=-1", 15, "learningRate can't be “-1”: expected a number from 0 on")
    refused(
      "#regularizationRate=-0.1", 21,
      "regularizationRate can't be “-0.1”: expected a number from 0 on")
    refused(
      "#percTrainData=101", 16, "percTrainData can't be “101”: expected a number from 0 to 100")
    for size in ["0", "2.5", "-3"] {
      refused(
        "#batchSize=\(size)", 12, "batchSize can't be “\(size)”: expected a whole number from 1 on")
    }
    for shape in ["4,2,", ",", "4,,2", "0", "4,-1", "2.5", "4;2", "1e999"] {
      refused(
        "#networkShape=\(shape)", 15,
        "networkShape can't be “\(shape)”: expected the units of each hidden layer, whole numbers"
          + " from 1 on with commas between them")
    }
  }

  @Test("An address of something else is told")
  func otherPlaces() {
    let expected =
      "expected settings of TensorFlow Playground after “#”, such as activation=tanh&dataset=xor"
    refused("https://example.org/lesson.yaml", 31, expected)
    refused("https://example.org/#page=3", 22, expected)
    refused("", 1, expected)
    refused("#activaton=relu", 2, expected + "; did you mean “activation”?")
  }

  @Test("An address can be long, but not without end")
  func long() throws {
    let keys = (0..<10_000).map { "k\($0)=1" }.joined(separator: "&").prefix(60_000)
    let link = try PlaygroundLink("#noise=5&" + keys)
    #expect(link.preset.data.noise == 5)
    #expect(link.remarks[0].hasPrefix("Percept does not know “k0”, “k1”, “k2” and "))
    #expect(link.remarks[0].count < 80)
    let repeated = try PlaygroundLink("#" + String(repeating: "noise=5&", count: 8000))
    #expect(repeated.remarks[0] == "Of several values of “noise”, the last one counts.")
    let value = String(repeating: "9", count: 60_000)
    refused(
      "#noise=\(value)", 8,
      "noise can't be “\(String(repeating: "9", count: 40))…”: expected a number")
    let megabyte = "#noise=5&" + String(repeating: "a", count: 1 << 20)
    refused(megabyte, 1, "it has \((1 << 20) + 9) bytes; expected at most 65536")
  }

  @Test("No sign of an address gives a terminal orders")
  func controlCharacters() throws {
    let link = try PlaygroundLink("#noise=5&%1B[31m%07=1&tutorial=a%0Ab%E2%80%AE&seed=%1Bc")
    for remark in link.remarks + [link.preset.summary, link.preset.title] {
      #expect(
        !remark.unicodeScalars.contains {
          $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        }, "\(remark)")
    }
    refused(
      "#activation=%1B[2J", 13,
      "activation can't be “\u{FFFD}[2J”: expected one of relu, tanh, sigmoid, linear")
  }

  @Test("Whatever stands in an address gives a preset that can be had, or a place in the text")
  func fuzz() throws {
    let original = Array(exampleAddress)
    let pieces = [
      "#", "&", "=", ",", "%", "%2", "%2C", "%FF", "&&", "==", "nan", "1e999", "-1", "true", " ",
      "\n",
      "é", "日", "\u{0}", "🎈", "x_hide=true", "regression", "999999999999999999999", "0x10", ".",
    ].map(Array.init)
    var random = Random(seed: 6, stream: .data)
    var (read, refused) = (0, 0)
    for _ in 0..<3000 {
      var text = original
      for _ in 0...random.below(4) {
        let start = random.below(text.count + 1)
        let end = min(text.count, start + random.below(12))
        switch random.below(3) {
        case 0: text.removeSubrange(start..<end)
        case 1: text.insert(contentsOf: text[start..<end], at: random.below(text.count + 1))
        default: text.insert(contentsOf: pieces[random.below(pieces.count)], at: start)
        }
      }
      let address = String(text)
      do throws(LinkProblem) {
        let preset = try PlaygroundLink(address).preset
        read += 1
        var copy = preset
        for setting in SettingCatalogue.all {
          #expect(throws: Never.self, "\(address)") {
            try setting.set(setting.value(in: preset), in: &copy)
          }
        }
        #expect(throws: Never.self, "\(address)") { try preset.validate() }
        for setting in SettingCatalogue.all {
          #expect(setting.value(in: copy) == setting.value(in: preset), "\(address)")
        }
      } catch {
        refused += 1
        #expect(error.position >= 1 && error.position <= address.count + 1, "\(address)")
      }
    }
    #expect(read > 300 && refused > 300, "\(read) \(refused)")
  }
}
