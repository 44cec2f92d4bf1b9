/// Pixels as a PNG file.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification", third edition, 2025.
public enum PNG {
  /// A drawn figure, with exact colours.
  public static func bytes(_ raster: Raster) -> [UInt8] {
    file(
      width: raster.width, height: raster.height, kind: 2, inks: [],
      rows: filtered(raster.bytes, rowLength: raster.width * 3))
  }

  /// An image of few colours, a byte a pixel.
  public static func bytes(_ image: PaletteImage) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((image.width + 1) * image.height)
    for y in 0..<image.height {
      // Numbers of colours say nothing about their neighbours: no filter.
      rows.append(0)
      rows.append(contentsOf: image.pixels[y * image.width..<(y + 1) * image.width])
    }
    return file(
      width: image.width, height: image.height, kind: 3, inks: image.inks, rows: rows)
  }

  private static func file(
    width: Int, height: Int, kind: UInt8, inks: [Ink], rows: [UInt8]
  ) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += chunk("IHDR", number(width) + number(height) + [8, kind, 0, 0, 0])
    if !inks.isEmpty { file += chunk("PLTE", inks.flatMap { [$0.red, $0.green, $0.blue] }) }
    return file + chunk("IDAT", Deflate.zlib(rows)) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return number(content.count) + named + number(Int(Checksums.crc32(named)))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Each row as what differs from its neighbours, by the filter whose numbers are smallest.
  private static func filtered(_ bytes: [UInt8], rowLength: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / max(1, rowLength))
    var above = [UInt8](repeating: 0, count: rowLength)
    for start in stride(from: 0, to: bytes.count, by: rowLength) {
      let row = Array(bytes[start..<start + rowLength])
      // A row like the one above, as most of a figure's margins are, needs no choice.
      var best = (kind: UInt8(2), row: [UInt8](repeating: 0, count: rowLength))
      if row != above {
        let all = ([0, 1, 2, 4] as [UInt8]).map { ($0, differences(row, above, $0)) }
        var least = Int.max
        for (kind, numbers) in all {
          let size = numbers.reduce(0) { $0 + Int($1 < 128 ? $1 : 255 - $1 + 1) }
          if size < least { (least, best) = (size, (kind, numbers)) }
        }
      }
      result.append(best.kind)
      result.append(contentsOf: best.row)
      above = row
    }
    return result
  }

  /// What is left of a row of three bytes a pixel by one filter: 1 takes away the pixel before, 2 the
  /// one above, 4 whichever of the two, or of the one between, is the likeliest.
  private static func differences(_ row: [UInt8], _ above: [UInt8], _ kind: UInt8) -> [UInt8] {
    var result = row
    for index in row.indices {
      let left = index >= 3 ? row[index - 3] : 0
      switch kind {
      case 1: result[index] = row[index] &- left
      case 2: result[index] = row[index] &- above[index]
      case 4:
        let corner = index >= 3 ? above[index - 3] : 0
        result[index] = row[index] &- likeliest(left, above[index], corner)
      default: return row
      }
    }
    return result
  }

  private static func likeliest(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let guess = Int(left) + Int(above) - Int(corner)
    let (one, two, three) = (
      abs(guess - Int(left)), abs(guess - Int(above)), abs(guess - Int(corner))
    )
    return one <= two && one <= three ? left : two <= three ? above : corner
  }
}
