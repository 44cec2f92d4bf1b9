/// A number that says how bad something is, followed through the epochs, and what its light does.
///
/// The light goes on at one mark and out at a lower one, so that a number that trembles about a mark
/// does not make it flicker. In between it stays as it was.
struct Gauge {
  /// From here on the light is on.
  let on: Double
  /// Below this it goes out; no more than `on`.
  let off: Double
  /// From here on it is watched.
  let watch: Double

  /// What the light does after these numbers, oldest first; off without any. A NaN changes nothing.
  func state(after numbers: [Double]) -> Light.State {
    var isOn = false
    for number in numbers where !number.isNaN {
      if number >= on { isOn = true } else if number < off { isOn = false }
    }
    guard !isOn else { return .on }
    return (numbers.last { !$0.isNaN } ?? -.infinity) >= watch ? .watch : .off
  }
}

/// The median of each number and the two before it, as far as there are any: one outlier of a single
/// batch says nothing.
func smoothed(_ numbers: [Double]) -> [Double] {
  numbers.indices.map { place in
    let near = numbers[max(0, place - 2)...place].filter { !$0.isNaN }.sorted()
    return near.isEmpty ? .nan : near[near.count / 2]
  }
}
