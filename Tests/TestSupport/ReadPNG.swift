/// A PNG file read again, strictly: every checksum, length and filter must be right.
public struct ReadPNG {
  public let width: Int
  public let height: Int
  /// Red, green and blue of every pixel, row by row.
  public private(set) var pixels: [UInt8] = []
  /// The names of the chunks, in their order.
  public private(set) var chunks: [String] = []

  public init(_ file: [UInt8]) throws {
    guard file.prefix(8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]) else {
      throw Inflate.Problem(text: "no PNG")
    }
    var place = 8
    var contents: [String: [UInt8]] = [:]
    func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    while place < file.count {
      guard place + 12 <= file.count else { throw Inflate.Problem(text: "half a chunk") }
      let count = number(file[place..<place + 4])
      guard place + 12 + count <= file.count else {
        throw Inflate.Problem(text: "a chunk too long")
      }
      let named = file[place + 4..<place + 8 + count]
      var crc: UInt32 = 0xFFFF_FFFF
      for byte in named {
        for bit in 0..<8 {
          let isOdd = (crc ^ UInt32(byte >> UInt8(bit))) & 1 == 1
          crc = (crc >> 1) ^ (isOdd ? 0xEDB8_8320 : 0)
        }
      }
      guard Int(~crc) == number(file[place + 8 + count..<place + 12 + count]) else {
        throw Inflate.Problem(text: "a wrong checksum")
      }
      let name = String(decoding: named.prefix(4), as: UTF8.self)
      chunks.append(name)
      contents[name, default: []] += named.dropFirst(4)
      place += 12 + count
    }
    guard let head = contents["IHDR"], head.count == 13, chunks.first == "IHDR",
      chunks.last == "IEND",
      let packed = contents["IDAT"], head[8] == 8, head[10...12].allSatisfy({ $0 == 0 })
    else { throw Inflate.Problem(text: "no head") }
    width = number(head[0..<4])
    height = number(head[4..<8])
    let isIndexed = head[9] == 3
    guard isIndexed || head[9] == 2 else { throw Inflate.Problem(text: "another kind of pixels") }
    let rows = try Inflate(zlib: packed).bytes
    let bytes = try Self.unfiltered(
      rows, rowLength: width * (isIndexed ? 1 : 3), pixelLength: isIndexed ? 1 : 3, height)
    guard isIndexed else {
      pixels = bytes
      return
    }
    let palette = contents["PLTE"] ?? []
    for index in bytes.map(Int.init) {
      guard index * 3 + 2 < palette.count else { throw Inflate.Problem(text: "no such colour") }
      pixels += palette[index * 3..<index * 3 + 3]
    }
  }

  private static func unfiltered(
    _ rows: [UInt8], rowLength: Int, pixelLength: Int, _ height: Int
  ) throws -> [UInt8] {
    guard rows.count == (rowLength + 1) * height else {
      throw Inflate.Problem(text: "rows are missing")
    }
    var all: [UInt8] = []
    var above = [UInt8](repeating: 0, count: rowLength)
    for row in 0..<height {
      let start = row * (rowLength + 1)
      var line = Array(rows[start + 1..<start + 1 + rowLength])
      for index in line.indices {
        let left = index >= pixelLength ? Int(line[index - pixelLength]) : 0
        let corner = index >= pixelLength ? Int(above[index - pixelLength]) : 0
        let up = Int(above[index])
        let guess: Int
        switch rows[start] {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = up
        case 3: guess = (left + up) / 2
        case 4:
          let sum = left + up - corner
          let far = (abs(sum - left), abs(sum - up), abs(sum - corner))
          guess = far.0 <= far.1 && far.0 <= far.2 ? left : far.1 <= far.2 ? up : corner
        default: throw Inflate.Problem(text: "no such filter")
        }
        line[index] = line[index] &+ UInt8(guess)
      }
      all += line
      above = line
    }
    return all
  }
}
