import Datasets
import Lessons

extension Session {
  /// The points as a CSV text: both directions, the label and the share, under the names and in the
  /// units of the table they came from, or as places on the plane.
  public func pointsCSV() -> String {
    let set = dataset
    let isClasses = set.problem != .regression
    let label = isClasses && set.target.name == "label" ? "class" : set.target.name
    let names = set.axes.prefix(set.isOneDimensional ? 1 : 2).map(\.name)
    var rows = [names + [label, "share"]]
    for share in Dataset.Share.allCases {
      for example in set[share] {
        var cells = [Self.text(example.x1, on: set.axes[0])]
        if !set.isOneDimensional { cells.append(Self.text(example.x2, on: set.axes[1])) }
        let index = Int(isClasses ? example.label : 0)
        if !isClasses {
          cells.append(Self.text(example.label, on: set.target))
        } else {
          // The signs of two plain classes would be words; their numbers are classes again.
          cells.append(set.hasOwnClassNames ? set.classNames[index] : "\(index)")
        }
        rows.append(cells + ["\(share)"])
      }
    }
    return CSV.text(of: rows)
  }

  /// Single precision is what a place was rounded to: more digits would tell of the rounding.
  private static func text(_ place: Float, on axis: Axis) -> String {
    "\(axis.isPlain ? place : Float(axis.value(at: Double(place))))"
  }
}
