import Testing

@testable import Labs

@Suite("Pages of what is too long for its place")
struct PageTests {
  @Test("Every thing is on one page, which stands still while the choice moves on it")
  func pages() {
    for count in 1...24 {
      for (edge, middle) in [(0, -1), (1, 0), (2, 1), (5, 4), (7, 7), (24, 3)] {
        var seen = 0
        while seen < count {
          let page = Page(of: count, edge: edge, middle: middle, holding: seen)
          #expect(page.shown.lowerBound == seen, "\(count), \(edge), \(middle)")
          for index in page.shown {
            #expect(Page(of: count, edge: edge, middle: middle, holding: index) == page)
          }
          let isEdge = page.before == 0 || page.after == 0
          #expect(page.shown.count <= max(1, isEdge ? edge : middle))
          #expect(page.before + page.shown.count + page.after == count)
          // None is empty, or this would not end.
          guard !page.shown.isEmpty else { return }
          seen = page.shown.upperBound
        }
      }
    }
  }

  @Test("A place past an end is the last one there, and nothing has an empty page")
  func ends() {
    #expect(Page(of: 9, edge: 4, middle: 3, holding: -5).shown == 0..<4)
    #expect(Page(of: 9, edge: 4, middle: 3, holding: 99).shown == 7..<9)
    #expect(Page(of: 0, edge: 4, middle: 3, holding: 2).shown.isEmpty)
    #expect(Page(of: -1, edge: 4, middle: 3, holding: 2).after == 0)
  }

  @Test("The rows of a column hold its page and say what is left out", arguments: 0...18)
  func columns(_ rows: Int) {
    for count in 0...17 {
      for index in 0..<max(1, count) {
        let column = NetworkColumn(of: count, top: 3, rows: rows, holding: index)
        let taken = column.page.shown.compactMap(column.row)
        #expect(taken.count == column.page.shown.count)
        #expect(count == 0 || column.page.shown.contains(index))
        let all = [column.rowBefore].compactMap { $0 } + taken + [column.rowAfter].compactMap { $0 }
        guard rows > 0 else { continue }
        // In order, each in a row of its own, all of them within the column.
        #expect(all == Array(Set(all)).sorted(), "\(count) in \(rows)")
        #expect(all.allSatisfy { (3..<3 + rows).contains($0) }, "\(count) in \(rows)")
        if rows >= 3 {
          #expect((column.rowBefore != nil) == (column.page.before > 0))
          #expect((column.rowAfter != nil) == (column.page.after > 0))
        }
        #expect(count > rows || column.page.shown == 0..<count)
      }
    }
  }
}
