/// The name nearest to what was written, ready to end a message with; empty if none is near.
public func suggestion(for written: String, among names: [String]) -> String {
  // No name is that long, and the way there would be.
  guard written.utf8.count <= 100 else { return "" }
  let ranked = names.map { (name: $0, distance: editDistance(written, $0)) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }),
    best.distance <= max(1, best.name.count / 3)
  else { return "" }
  return "; did you mean “\(best.name)”?"
}

/// The least number of insertions, deletions and exchanges of one letter and swaps of two
/// neighbours between two words, no letter edited twice (optimal string alignment).
///
/// Source: F. J. Damerau, *A technique for computer detection and correction of spelling errors*
/// (1964), by the row-wise method of R. A. Wagner and M. J. Fischer (1974).
private func editDistance(_ first: String, _ second: String) -> Int {
  let first = Array(first)
  let second = Array(second)
  var row = Array(0...second.count)
  var above = row
  for (i, a) in first.enumerated() {
    let twoAbove = above
    above = row
    row[0] = i + 1
    for (j, b) in second.enumerated() {
      row[j + 1] = min(above[j] + (a == b ? 0 : 1), min(row[j], above[j + 1]) + 1)
      if i > 0 && j > 0 && a == second[j - 1] && b == first[i - 1] {
        row[j + 1] = min(row[j + 1], twoAbove[j - 1] + 1)
      }
    }
  }
  return row[second.count]
}
