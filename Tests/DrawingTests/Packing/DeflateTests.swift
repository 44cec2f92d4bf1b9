@testable import Drawing
import TestSupport
import Testing

@Suite("Packing bytes")
struct DeflateTests {
  /// Bytes of every kind that packers get wrong.
  static let samples: [(name: String, bytes: [UInt8])] = {
    var state: UInt64 = 1
    func noise(_ count: Int, below limit: UInt64 = 256) -> [UInt8] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8((state >> 33) % limit)
      }
    }
    let apart = noise(300)
    return [
      ("nothing", []), ("one byte", [7]), ("two", [7, 7]), ("three", [7, 7, 7]),
      ("a run", Array(repeating: 0, count: 100_000)),
      ("all bytes", (0...255).map { UInt8($0) }),
      ("noise", noise(70_000)), ("few symbols", noise(50_000, below: 3)),
      ("words", Array(String(repeating: "the loss falls, then rises; ", count: 900).utf8)),
      // Nearly as far back as copies reach, and further.
      ("far", apart + noise(32767 - 300) + apart), ("too far", apart + noise(32769 - 300) + apart),
      ("many steps", (0..<600).flatMap { Array(repeating: UInt8($0 % 251), count: $0 % 300) }),
      ("steps of rows", (0..<200).flatMap { row in (0..<321).map { UInt8(($0 * row) % 256) } }),
    ]
  }()

  @Test("Every reader gets the same bytes back", arguments: samples.indices)
  func roundTrip(_ index: Int) throws {
    let (name, bytes) = Self.samples[index]
    let read = try Inflate(zlib: Deflate.zlib(bytes))
    #expect(read.bytes == bytes, "\(name)")
  }

  @Test("What repeats becomes small, and noise hardly larger")
  func sizes() {
    func size(_ name: String) -> Int {
      Deflate.zlib(Self.samples.first { $0.name == name }?.bytes ?? []).count
    }
    #expect(size("a run") < 200)
    #expect(size("words") < 250)
    #expect(size("noise") < 70_000 + 70_000 / 50)
    // log₂ 3 bits are the least a symbol can take.
    #expect(size("few symbols") < 50_000 / 8 * 2)
    #expect(size("far") < size("too far"))
  }

  @Test("Short texts take the common code, long ones their own")
  func kinds() throws {
    #expect(try Inflate(zlib: Deflate.zlib([1, 2, 3])).kinds == [1])
    let long = Self.samples.first { $0.name == "few symbols" }?.bytes ?? []
    #expect(try Inflate(zlib: Deflate.zlib(long)).kinds.contains(2))
  }

  @Test("A code is as short as can be within its limit")
  func codes() {
    // Fibonacci's numbers ask for words of a bit more each; the limit holds them.
    var numbers = [1, 1]
    while numbers.count < 25 {
      numbers.append(numbers[numbers.count - 1] + numbers[numbers.count - 2])
    }
    for limit in [5, 7, 15] {
      let lengths = PrefixCode(frequencies: numbers, limit: limit).lengths
      #expect(lengths.max() ?? 0 <= limit)
      #expect(lengths.reduce(0) { $0 + (1 << (15 - $1)) } == 1 << 15)
    }
    #expect(PrefixCode(frequencies: [5, 1, 1, 2], limit: 15).lengths == [1, 3, 3, 2])
    #expect(PrefixCode(frequencies: [0, 9, 0], limit: 15).lengths == [0, 1, 0])
    #expect(PrefixCode(frequencies: [0, 0], limit: 15).lengths == [1, 0])
  }

  @Test("Checksums are those of the standards")
  func checksums() {
    #expect(Checksums.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksums.crc32([]) == 0)
    #expect(Checksums.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    #expect(Checksums.adler32([]) == 1)
    // Sums that would overflow without being reduced in time.
    #expect(Checksums.adler32(Array(repeating: 255, count: 100_000)) == 0x149A_302C)
  }

  @Test("Letters for bytes are those of the standard")
  func base64() {
    let pairs = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
    for (text, letters) in pairs { #expect(Base64.text(Array(text.utf8)) == letters) }
    #expect(Base64.text([0xFB, 0xFF, 0xFE]) == "+//+")
  }
}
