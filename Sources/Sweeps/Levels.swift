import Lessons

/// The values of a parameter as few groups: each listed value is one, numbers from a range are put into
/// bands.
struct Levels {
  /// What the groups are called, in the order of the values.
  private(set) var names: [String]
  /// The group of each value given.
  let places: [Int]

  /// What stands for a parameter that is not varied.
  static let none = "–"

  /// The groups of some values; nil is one of its own, the last.
  ///
  /// - Parameters:
  ///   - values: as texts.
  ///   - parameter: whose values they are.
  ///   - bands: into how many numbers are put at most, about equally many different ones in each.
  init(_ values: [String?], _ parameter: SweepParameter, bands: Int = 5) {
    let present = Set(values.compactMap { $0 })
    let ordered: [String]
    var bandCount = Int.max
    switch parameter.space {
    case .values(let listed): ordered = listed.filter(present.contains)
    case .range(let range):
      ordered = present.map { ($0, Double($0) ?? .nan) }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
      if range.count == nil || ordered.count > Self.columnLimit { bandCount = bands }
    }
    var groups: [String: Int] = [:]
    if ordered.count > bandCount {
      for (place, text) in ordered.enumerated() { groups[text] = place * bandCount / ordered.count }
      names = (0..<bandCount).map { band in
        let members = ordered.filter { groups[$0] == band }
        let (low, high) = (members.first ?? "", members.last ?? "")
        return low == high ? low : "\(low)…\(high)"
      }
    } else {
      for (place, text) in ordered.enumerated() { groups[text] = place }
      names = ordered
    }
    let last = names.count
    places = values.map { value in value.flatMap { groups[$0] } ?? last }
    if places.contains(last) { names.append(Self.none) }
  }

  /// How many numbers of a grid stand each for itself.
  private static let columnLimit = 30
}
