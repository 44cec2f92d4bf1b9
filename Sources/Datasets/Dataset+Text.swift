/// The points of a data set as rows of a CSV file, which Percept reads back as the same points.
extension Dataset {
  /// What the network is given of each point, for columns of their own.
  public struct Inputs {
    /// The columns' names.
    public let names: [String]
    /// Their values at a point, as many as names.
    public let values: (Example) -> [Float]

    /// Such columns.
    public init(names: [String], values: @escaping (Example) -> [Float]) {
      self.names = names
      self.values = values
    }
  }

  /// The names of the columns in the file: one or two directions, the label, the share.
  public var columnNames: (directions: [String], label: String, share: String) {
    let isPlainClass = problem != .regression && target.name == "label"
    return (
      axes.prefix(isOneDimensional ? 1 : 2).map(\.name), isPlainClass ? "class" : target.name,
      "share"
    )
  }

  /// The classes as the file has them: their names, or numbers from 0 where they have none of their
  /// own, for the signs of two plain classes would be words; empty where numbers are predicted.
  public var classLabels: [String] {
    guard case .classification(let classes) = problem else { return [] }
    return hasOwnClassNames ? classNames : (0..<classes).map { "\($0)" }
  }

  /// The names of the columns, then a row a point, in the order of `allPoints`: both directions, the
  /// label and the share, under the names and in the units of the table they came from, or as places
  /// on the plane.
  ///
  /// - Parameters:
  ///   - shares: the shares to write.
  ///   - inputs: more columns, which come before the label; with them it is a table like any other.
  public func rows(of shares: [Share] = Share.allCases, inputs: Inputs? = nil) -> [[String]] {
    let (directions, label, share) = columnNames
    let labels = classLabels
    var rows = [directions + (inputs?.names ?? []) + [label, share]]
    for share in shares {
      for example in self[share] {
        var cells = [Self.text(example.x1, on: axes[0])]
        if !isOneDimensional { cells.append(Self.text(example.x2, on: axes[1])) }
        if let inputs { cells += inputs.values(example).map { "\($0)" } }
        let isClass = problem != .regression
        cells.append(isClass ? labels[Int(example.label)] : Self.text(example.label, on: target))
        rows.append(cells + ["\(share)"])
      }
    }
    return rows
  }

  /// A place in the units of its axis, in the fewest digits that lead to the same place again: what
  /// was measured as 1.5 is 1.5, though its place was rounded to single precision.
  public static func text(_ place: Float, on axis: Axis) -> String {
    guard !axis.isPlain else { return "\(place)" }
    let value = axis.value(at: Double(place))
    var power = 1.0
    for _ in 0..<12 {
      let candidate = (value * power).rounded() / power
      if Float(axis.place(of: candidate)) == place { return DecimalText.text(candidate) }
      power *= 10
    }
    return "\(value)"
  }
}
