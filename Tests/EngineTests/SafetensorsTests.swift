import Testing

@testable import Engine

/// A file written out by hand: the length of the header, the header, the data.
func safetensorsFile(_ header: String, data: [UInt8] = []) -> [UInt8] {
  let count = header.utf8.count
  return (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) } + Array(header.utf8) + data
}

@Suite("Safetensors")
struct SafetensorsTests {
  /// One tensor of each type that is written, an empty one, and texts that need escapes.
  static let sample = Safetensors(
    tensors: [
      Tensor(
        "layers.0.weight", shape: [2, 3],
        floats: [1, -0.0, .pi, .nan, .infinity, .leastNonzeroMagnitude]),
      Tensor("counters", doubles: [0.1, .nan]), Tensor("order", integers: [3, -1, .max]),
      Tensor("count", integer: 7), Tensor("random", words: [0, .max]),
      Tensor("empty", shape: [0, 5], floats: []),
    ],
    notes: [
      .init("title", "“Ŷ” 🎲"), .init("a \"quoted\"\\\n\t\u{1F}", "\u{0} / end"), .init("", ""),
    ])

  @Test("What is written is read again, to the bit and in order")
  func roundTrip() throws {
    let bytes = Self.sample.bytes
    let read = try Safetensors(bytes: bytes)
    #expect(read == Self.sample)
    #expect(read.bytes == bytes)
    #expect(
      read.tensors[0].floats?.map(\.bitPattern) == [
        0x3F80_0000, 0x8000_0000, Float.pi.bitPattern, Float.nan.bitPattern, 0x7F80_0000, 1,
      ])
    #expect(read.tensors[2].integers == [3, -1, .max])
    #expect(read.tensors[4].words == [0, .max])
    #expect(try Safetensors(bytes: Safetensors(tensors: []).bytes) == Safetensors(tensors: []))
  }

  @Test("The bytes are these, wide numbers first and the header filled up to 8")
  func bytes() {
    let file = Safetensors(
      tensors: [Tensor("b", shape: [1], floats: [1]), Tensor("n", integer: 258)],
      notes: [.init("k", "v")])
    let header =
      #"{"__metadata__":{"k":"v"},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"#
      + #""n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let data: [UInt8] = [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F]
    #expect(file.bytes == safetensorsFile(padded, data: data))
  }

  @Test("Numbers of 16 bits are read exactly, F64 rounded once, others not as floats")
  func types() throws {
    let header =
      #"{"h":{"dtype":"F16","shape":[6],"data_offsets":[0,12]},"#
      + #""b":{"dtype":"BF16","shape":[2],"data_offsets":[12,16]},"#
      + #""d":{"dtype":"F64","shape":[1],"data_offsets":[16,24]},"#
      + #""u":{"dtype":"U8","shape":[1],"data_offsets":[24,25]}}"#
    let third: [UInt8] = [0x55, 0x55, 0x55, 0x55, 0x55, 0x55, 0xD5, 0x3F]
    let data: [UInt8] = [
      0x01, 0x00, 0x00, 0xBC, 0xFF, 0x7B, 0x00, 0x7C, 0x00, 0x80, 0x55, 0x35,
      0x80, 0x3F, 0x49, 0xC0,
    ]
    let file = try Safetensors(bytes: safetensorsFile(header, data: data + third + [9]))
    let half: [Float] = [0x1p-24, -1, 65504, .infinity, -0.0, 0x1.554p-2]
    #expect(file.tensors[0].floats?.map(\.bitPattern) == half.map(\.bitPattern))
    #expect(file.tensors[1].floats == [1, -3.140625])
    #expect(file.tensors[2].floats == [1.0 / 3])
    #expect(file.tensors[3].floats == nil && file.tensors[3].integers == nil)
  }

  @Test("JSON as others write it: spaces, escapes, any order of keys")
  func foreign() throws {
    let header =
      "{ \"\\u0061\\ud83c\\udfb2\\/\" :\n{\"data_offsets\": [ 0,4 ],\t\"shape\":[ 1 , 1],"
      + " \"dtype\":\"F32\"} , \"__metadata__\": {\"format\":\"pt\"}}   "
    let file = try Safetensors(bytes: safetensorsFile(header, data: [0, 0, 0, 0]))
    #expect(file.tensors == [Tensor("a🎲/", shape: [1, 1], floats: [0])])
    #expect(file.notes == [.init("format", "pt")])
  }

  private static func one(_ entry: String) -> String { "{\"t\":{\(entry)}}" }

  @Test(
    "What is wrong is said with its place",
    arguments: [
      ("", "byte 8: “{” was expected"),
      ("{", "byte 9: “\"” was expected"),
      ("{}x", "byte 10: the header goes on after its end"),
      (#"{"t"}"#, "byte 12: “:” was expected"),
      (#"{"t"#, "byte 10: the text has no end"),
      (#"{"t\"#, "byte 11: the text has no end"),
      (#"{"\q":1}"#, "byte 10: an escape that JSON does not have"),
      (#"{"\u12":1}"#, "byte 10: four hexadecimal digits were expected"),
      (#"{"\ud83c":1}"#, "byte 10: half a character"),
      (#"{"\ud83c\u0041":1}"#, "byte 10: half a character"),
      ("{\"a\u{1}\":1}", "byte 11: a control character in a text"),
      (#"{"__metadata__":{"a":1}}"#, "byte 29: “\"” was expected"),
      (#"{"__metadata__":{"a":"1","a":"2"}}"#, "byte 33: “a” stands twice"),
      (one(#""shape":[01]"#), "byte 23: a number begins with 0"),
      (one(#""shape":[-1]"#), "byte 23: a whole number was expected"),
      (one(#""shape":[1.5]"#), "byte 24: “]” was expected"),
      (one(#""shape":[9999999999999999999999]"#), "byte 23: the number is too large"),
      (one(#""dtype":"F32""#), "tensor “t”: it needs dtype, shape and data_offsets"),
      (
        one(#""size":4"#),
        "tensor “t”: “size” is not known; dtype, shape, data_offsets were expected"
      ),
      (
        one(#""dtype":"Q4","shape":[1],"data_offsets":[0,4]"#),
        "tensor “t”: the dtype “Q4” is not known"
      ),
      (
        one(#""dtype":"F32","shape":[1],"data_offsets":[0,12]"#),
        "tensor “t”: data_offsets [0, 12] are no part of 8 bytes of data"
      ),
      (
        one(#""dtype":"F32","shape":[1],"data_offsets":[4,0]"#),
        "tensor “t”: data_offsets [4, 0] are no part of 8 bytes of data"
      ),
      (
        one(#""dtype":"F32","shape":[2,3],"data_offsets":[0,8]"#),
        "tensor “t”: shape [2, 3] of F32 takes 24 bytes; data_offsets [0, 8] give it 8"
      ),
      (
        one(#""dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]"#),
        "tensor “t”: shape [4611686018427387904, 4] of F32 takes too many bytes;"
          + " data_offsets [0, 8] give it 8"
      ),
      (
        one(#""dtype":"F32","shape":[1],"data_offsets":[4,8]"#),
        "tensor “t” begins at byte 4 of the data, where 0 was expected: tensors leave a gap"
      ),
      (
        one(#""dtype":"F32","shape":[1],"data_offsets":[0,4]"#),
        "the tensors take 4 bytes; the file has 8 of data"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
          + #""b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
        "tensor “b” begins at byte 4 of the data, where 8 was expected: tensors overlap"
      ),
    ])
  func errors(header: String, message: String) {
    #expect(throws: SafetensorsError(message)) {
      try Safetensors(bytes: safetensorsFile(header, data: Array(repeating: 0, count: 8)))
    }
  }

  @Test("A length that can't be is refused before anything is read")
  func lengths() {
    for (bytes, message) in [
      (
        [1, 2, 3],
        "the file has 3 bytes; a safetensors file begins with 8 for the header's length"
      ),
      (
        Array(repeating: 0xFF, count: 9),
        "the first 8 bytes are no length of a header: 18446744073709551615, more than 33554432"
      ),
      (
        [9, 0, 0, 0, 0, 0, 0, 0, 0x7B],
        "the header should have 9 bytes; the file ends after 1 of them"
      ),
    ] as [([UInt8], String)] {
      #expect(throws: SafetensorsError(message)) { try Safetensors(bytes: bytes) }
    }
    #expect(throws: SafetensorsError("byte 10: the text is not UTF-8")) {
      try Safetensors(bytes: [5, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x22, 0xFF, 0x22, 0x7D])
    }
  }
}
