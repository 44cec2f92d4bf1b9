import Drawing
import Testing

@testable import Labs

@Suite struct ScoresLayoutTests {
  @Test func aPlaceForMorePagesShowsThemSideBySide() {
    func pages(_ width: Int, _ height: Int, _ current: Int = 0) -> [ScoresPage] {
      ScoresLayout(
        in: Rectangle(x: 0, y: 0, width: width, height: height),
        pages: ScoresPage.all(isRegression: false), current: current, footerRows: 2
      ).tiles.map(\.page)
    }
    #expect(pages(38, 19) == [.overview])
    #expect(pages(38, 19, 2) == [.precisionRecall])
    #expect(pages(78, 17, 3) == [.calibration, .overview])
    #expect(pages(118, 30, 1) == [.roc, .precisionRecall, .calibration])
    #expect(pages(80, 44, 2) == [.overview, .roc, .precisionRecall, .calibration])
  }

  @Test func pagesDoNotOverlap() {
    for (width, height) in [(38, 19), (78, 17), (118, 30), (80, 44), (198, 56), (20, 6)] {
      for count in 1...4 {
        let layout = ScoresLayout(
          in: Rectangle(x: 3, y: 2, width: width, height: height),
          pages: Array(ScoresPage.all(isRegression: false).prefix(count)), current: 0,
          footerRows: 3)
        let areas = [layout.header, layout.footer] + layout.tiles.map(\.area)
        for (index, area) in areas.enumerated() {
          #expect(area.maxX <= 3 + width && area.maxY <= 2 + height)
          for other in areas.dropFirst(index + 1) {
            #expect(area.intersection(other).isEmpty, "\(width)×\(height), \(count)")
          }
        }
      }
    }
  }

  @Test func barsOfResidualsAreCountedRight() {
    let bars = ScoresResiduals.bars([-2, -1.5, 0.1, 0.2, 2], count: 4)
    #expect(bars.reach == 2)
    #expect(bars.counts == [2, 0, 2, 1])
    #expect(ScoresResiduals.bars([0, 0], count: 4).counts == [0, 0, 2, 0])
  }
}
