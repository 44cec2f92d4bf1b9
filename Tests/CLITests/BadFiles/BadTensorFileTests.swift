import Foundation
import Testing

/// Files of weights that are none, given to the built program.
@Suite("Bad files of weights")
struct BadTensorFileTests {
  typealias Example = BadTableTests.Example

  /// A file with that header and so many bytes of data.
  private static func file(_ header: String, data: Int = 4) -> [UInt8] {
    (0..<8).map { UInt8(header.utf8.count >> ($0 * 8) & 0xFF) } + Array(header.utf8)
      + Array(repeating: 0, count: data)
  }

  private static func one(_ shape: String, _ offsets: String, type: String = "F32") -> String {
    "{\"a\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}}"
  }

  static let examples = [
    Example(
      "empty", "", "the file has 0 bytes; a safetensors file begins with 8 for the header's length"),
    Example(
      "huge header", Array(repeating: 0xFF, count: 8) + Array("{}".utf8),
      "the first 8 bytes are no length of a header: 18446744073709551615, more than 33554432"),
    Example(
      "header beyond the end", [0, 0, 0, 1, 0, 0, 0, 0] + Array("{}".utf8),
      "the header should have 16777216 bytes; the file ends after 2 of them"),
    Example("no JSON", file("nonsense"), "byte 8: “{” was expected"),
    Example(
      "deep", file("{\"a\":{\"shape\":" + String(repeating: "[", count: 100_000)),
      "byte 23: a whole number was expected"),
    Example(
      "beyond the data", file(one("[1]", "[0,400]")),
      "tensor “a”: data_offsets [0, 400] are no part of 4 bytes of data"),
    Example(
      "backwards", file(one("[1]", "[4,0]")),
      "tensor “a”: data_offsets [4, 0] are no part of 4 bytes of data"),
    Example("negative", file(one("[1]", "[-4,0]")), "byte 56: a whole number was expected"),
    Example(
      "more than can be counted", file(one("[4294967296,4294967296]", "[0,4]")),
      "tensor “a”: shape [4294967296, 4294967296] of F32 takes too many bytes; data_offsets [0, 4]"
        + " give it 4"),
    Example(
      "unknown type", file(one("[1]", "[0,4]", type: "F31")),
      "tensor “a”: the dtype “F31” is not known"),
    Example(
      "cut data", file(one("[2]", "[0,8]"), data: 5),
      "tensor “a”: data_offsets [0, 8] are no part of 5 bytes of data"),
    Example(
      "too much data", file(one("[1]", "[0,4]"), data: 9),
      "the tensors take 4 bytes; the file has 9 of data"),
    Example(
      "overlap",
      file(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
          + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", data: 8),
      "tensor “b” begins at byte 4 of the data, where 8 was expected: tensors overlap"),
    Example(
      "twice",
      file(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{}}"),
      "byte 62: “a” stands twice"),
  ]

  @Test("Each gives one line, and status 2", arguments: examples)
  func refused(_ example: Example) throws {
    try inFolder { folder in
      try Data(example.bytes).write(to: folder.appendingPathComponent("w"))
      for (option, what) in [("--load", "no safetensors file"), ("--checkpoint", "no checkpoint")] {
        let run = try ShellRun("exec \"$PERCEPT\" circle --plain \(option) w", in: folder)
        #expect(run.status == 2)
        #expect(run.complaints == "percept: w: this is \(what): \(example.complaint)\n")
      }
      // What is no file of weights is not written over, either.
      let run = try ShellRun("exec \"$PERCEPT\" circle --plain --save w", in: folder)
      #expect(run.status == 2)
      #expect(try Data(contentsOf: folder.appendingPathComponent("w")) == Data(example.bytes))
    }
  }

  @Test("Weights of another network, or none at all, are told with what was expected")
  func misfit() throws {
    try inFolder { folder in
      try Data(Self.file(Self.one("[1]", "[0,4]"))).write(
        to: folder.appendingPathComponent("w"))
      let run = try ShellRun(
        "exec \"$PERCEPT\" circle --set network.hidden= --plain --load w", in: folder)
      #expect(run.status == 2)
      #expect(
        run.complaints
          == "percept: w: layers.0.weight is missing, expected F32 [1, 2]; layers.0.bias is missing,"
          + " expected F32 [1]; a [1] is not expected\n")
    }
  }

  @Test("Weights that are not numbers are refused")
  func notNumbers() throws {
    try inFolder { folder in
      let header =
        "{\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
        + "\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}"
      let numbers = (0..<3).flatMap { _ in [0, 0, 0xC0, 0x7F] as [UInt8] }
      try Data(Self.file(header, data: 0) + numbers).write(to: folder.appendingPathComponent("w"))
      let run = try ShellRun(
        "exec \"$PERCEPT\" circle --set network.hidden= --plain --load w", in: folder)
      #expect(run.status == 2)
      #expect(run.complaints == "percept: w: layers.0.weight has a number that is not finite\n")
    }
  }
}
