/// The name nearest to what was written, ready to end a message with; empty if none is near.
public func suggestion(for written: String, among names: [String]) -> String {
  let ranked = names.map { (name: $0, distance: editDistance(written, $0)) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }),
    best.distance <= max(1, best.name.count / 3)
  else { return "" }
  return "; did you mean “\(best.name)”?"
}

/// The least number of single-character insertions, deletions and exchanges between two words.
///
/// Source: V. I. Levenshtein (1966), by the row-wise method of R. A. Wagner and M. J. Fischer (1974).
private func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (i, a) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in second.enumerated() {
      let exchanged = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(exchanged, min(row[j], row[j + 1]) + 1)
    }
  }
  return row[second.count]
}
