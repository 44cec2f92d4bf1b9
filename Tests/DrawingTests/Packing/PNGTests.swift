@testable import Drawing
import TestSupport
import Testing

@Suite("Pixels as PNG")
struct PNGTests {
  @Test("A drawing is read back pixel by pixel", arguments: [(1, 1), (2, 5), (61, 40)])
  func drawing(_ width: Int, _ height: Int) throws {
    var figure = Figure(width: width, height: height, paper: Ink(0xFAF0E0))
    figure.add(.circle(PixelPlace(20, 20), radius: 12.3, Ink(0x0877BD), .init(Ink(0), width: 1.5)))
    figure.draw(from: PixelPlace(1, 2), to: PixelPlace(60, 33), .init(Ink(0xF59322), width: 2.2))
    let raster = Raster(figure)
    let read = try ReadPNG(PNG.bytes(raster))
    #expect(read.width == width && read.height == height)
    #expect(read.pixels == raster.bytes)
    #expect(read.chunks == ["IHDR", "IDAT", "IEND"])
  }

  @Test("An image of few colours is read back, and names only colours that it has")
  func palette() throws {
    let image = PaletteImage(
      width: 7, height: 3, inks: [Ink(0x102030), Ink(0xFFFFFF), Ink(0x00FF7F)],
      pixels: (0..<20).map { UInt8($0 % 4) })
    let read = try ReadPNG(PNG.bytes(image))
    #expect(read.chunks == ["IHDR", "PLTE", "IDAT", "IEND"])
    let expected = (0..<21).flatMap { pixel -> [UInt8] in
      // A pixel without a colour, and one that is missing, have the first.
      let ink = image.inks[pixel < 20 && pixel % 4 < 3 ? pixel % 4 : 0]
      return [ink.red, ink.green, ink.blue]
    }
    #expect(read.pixels == expected)
  }

  @Test("Plain paper costs next to nothing")
  func size() {
    let figure = Figure(width: 800, height: 450, paper: Ink(0x1E1E1E))
    #expect(PNG.bytes(Raster(figure)).count < 3000)
  }
}
