@testable import Drawing
import Testing

@Suite("Figures as pixels")
struct RasterTests {
  private static let black = Ink(0)
  private static let white = Ink(0xFFFFFF)

  private func figure(_ shapes: Figure.Shape...) -> Raster {
    var figure = Figure(width: 40, height: 30, paper: Self.white)
    for shape in shapes { figure.add(shape) }
    return Raster(figure)
  }

  /// How much is black, in pixels.
  private func darkness(_ raster: Raster) -> Double {
    stride(from: 0, to: raster.bytes.count, by: 3).reduce(0) {
      $0 + Double(255 - raster.bytes[$1]) / 255
    }
  }

  private func grey(_ raster: Raster, _ x: Int, _ y: Int) -> UInt8 {
    raster.bytes[(y * raster.width + x) * 3]
  }

  @Test("Shapes cover as many pixels as they are large")
  func areas() {
    let box = figure(.box(PixelBox(x: 3.25, y: 4.5, width: 10.5, height: 6.25), Self.black))
    #expect(abs(darkness(box) - 10.5 * 6.25) < 0.5)
    let disc = figure(.circle(PixelPlace(18.3, 14.6), radius: 9.4, Self.black, nil))
    #expect(abs(darkness(disc) - 277.6) < 2)
    let ring = figure(
      .circle(PixelPlace(18.3, 14.6), radius: 9.4, nil, .init(Self.black, width: 2)))
    #expect(abs(darkness(ring) - 118.1) < 2)
    // A line with round ends is a rectangle and a disc.
    let line = figure(
      .line([PixelPlace(5, 6), PixelPlace(29, 24)], isClosed: false, .init(Self.black, width: 4)))
    #expect(abs(darkness(line) - (30 * 4 + 12.57)) < 2)
    let triangle = figure(
      .polygon([PixelPlace(5, 5), PixelPlace(35, 8), PixelPlace(12, 25)], Self.black, nil))
    #expect(abs(darkness(triangle) - 289.5) < 3)
  }

  @Test("Edges are smooth: a pixel that is half covered is half as dark")
  func edges() {
    let box = figure(.box(PixelBox(x: 5.5, y: 5, width: 10, height: 5), Self.black))
    #expect((126...129).contains(grey(box, 5, 7)))
    #expect(grey(box, 6, 7) == 0 && grey(box, 4, 7) == 255)
    let line = figure(
      .line([PixelPlace(0, 10), PixelPlace(40, 10)], isClosed: false, .init(Self.black, width: 1)))
    #expect((126...130).contains(grey(line, 20, 9)) && (126...130).contains(grey(line, 20, 10)))
  }

  @Test("Corners of a line are no darker than the line itself")
  func corners() {
    // Many parts of a straight line, and the same as one.
    let many = (0...60).map { PixelPlace(4 + Double($0) / 2, 5 + Double($0) / 4) }
    let pen = Figure.Pen(Self.black, width: 1.6)
    let one = figure(.line([many[0], many[60]], isClosed: false, pen))
    #expect(figure(.line(many, isClosed: false, pen)) == one)
  }

  @Test("Dashes leave gaps, go round corners, and cover their share")
  func dashes() {
    let pen = Figure.Pen(Self.black, width: 1, dashes: [4, 4])
    let line = figure(.line([PixelPlace(2, 10.5), PixelPlace(34, 10.5)], isClosed: false, pen))
    #expect(grey(line, 4, 10) == 0 && grey(line, 8, 10) == 255 && grey(line, 12, 10) == 0)
    let parts = PixelPath.dashes(
      of: [PixelPlace(0, 0), PixelPlace(10, 0), PixelPlace(10, 10)], [6, 2])
    #expect(
      parts == [
        [PixelPlace(0, 0), PixelPlace(6, 0)],
        [PixelPlace(8, 0), PixelPlace(10, 0), PixelPlace(10, 4)],
        [PixelPlace(10, 6), PixelPlace(10, 10)],
      ])
    #expect(PixelPath.dashes(of: [PixelPlace(0, 0), PixelPlace(9, 0)], [0, 0]).count == 1)
  }

  @Test("What lies outside, or has no place, leaves no trace and does no harm")
  func outside() {
    let far = PixelPlace(1e300, -1e300)
    let none = PixelPlace(.nan, .infinity)
    let pen = Figure.Pen(Self.black, width: 2)
    let image = PaletteImage(width: 2, height: 2, inks: [Self.black], pixels: [0, 0, 0, 0])
    for place in [far, none, PixelPlace(-100, -100)] {
      let raster = figure(
        .circle(place, radius: 5, Self.black, pen), .line([place, place], isClosed: false, pen),
        .curve(place, place, place, place, pen), .polygon([place, place, place], Self.black, pen),
        .box(PixelBox(x: place.x, y: place.y, width: 3, height: 3), Self.black),
        .image(image, PixelBox(x: place.x, y: place.y, width: 4, height: 4)),
        .text("abc", place, .init(Self.black, size: 10), .middle))
      #expect(darkness(raster) == 0)
    }
    #expect(darkness(figure(.line([], isClosed: true, pen))) == 0)
  }

  @Test("An image of the right size is shown pixel by pixel, another one is stretched smoothly")
  func images() {
    let image = PaletteImage(
      width: 2, height: 1, inks: [Self.black, Self.white], pixels: [0, 1])
    let exact = figure(.image(image, PixelBox(x: 3, y: 4, width: 2, height: 1)))
    #expect(darkness(exact) == 1 && grey(exact, 3, 4) == 0)
    let wide = figure(.image(image, PixelBox(x: 0, y: 0, width: 8, height: 4)))
    #expect((0..<8).map { grey(wide, $0, 2) } == [0, 0, 32, 96, 159, 223, 255, 255])
  }

  @Test("Fewer places keep a line where it is")
  func thinning() {
    let circle = (0...200).map { index -> PixelPlace in
      let t = Double(index) / 100 - 1
      return PixelPlace(50 * t, 50 * (1 - t * t))
    }
    let thin = circle.thinned(tolerance: 0.1)
    #expect(thin.count < 40 && thin.first == circle.first && thin.last == circle.last)
    for place in circle {
      let distance = thin.indices.dropFirst().map {
        PixelPath.distance(from: place, toLine: thin[$0 - 1], thin[$0])
      }.min()
      #expect(distance ?? 1 <= 0.1 + 1e-9)
    }
  }
}
