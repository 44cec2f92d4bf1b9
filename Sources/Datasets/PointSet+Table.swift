/// Points that Percept wrote as a CSV file, read back as they were.
extension PointSet {
  /// The points of a table whose columns are one or two directions, the label and last the `share`;
  /// nil of any other table, or one that lacks a value.
  ///
  /// Places on the plain plane, x1 and x2, stay where they are; other columns are seen as those of any
  /// table are.
  public init?(_ table: Table) {
    let directions = table.columns.dropLast(2)
    guard table.sharesObstacle == nil, let last = table.columns.last, last.namesShares,
      case .words(let shares, let words) = last.cells,
      let label = table.columns.dropLast().last, label.canBePredicted
    else { return nil }
    let places = directions.map { $0.numbers ?? [] }
    let first = Self.axis(directions, 0, places) ?? Dataset.plainAxes[0]
    let second = Self.axis(directions, 1, places) ?? Dataset.plainAxes[1]
    self.init([], problem: .regression, axes: [first, second], isOneDimensional: places.count == 1)
    let labels = readLabels(label)
    for row in 0..<table.rowCount {
      let share = Dataset.Share.allCases.first { "\($0)" == words[shares[row]] }
      let example = Example(
        first.place(of: places[0][row]), places.count == 1 ? 0 : second.place(of: places[1][row]),
        label: labels[row])
      points.append(Point(example, share))
    }
    guard count(of: .training) > 0 else { return nil }
  }

  /// Takes over what is predicted; gives each row's label.
  private mutating func readLabels(_ column: Table.Column) -> [Double] {
    let numbers = column.numbers ?? []
    // Numbers to predict are called so where they have no other name; plain classes are not.
    let isPlain = column.name == "label" && numbers.allSatisfy { abs($0) <= 2 } && !numbers.isEmpty
    guard !isPlain, let codes = column.classes() else {
      target = isPlain ? .target("label") : Axis.fittingTarget(column.name, numbers)
      return numbers.map(target.place)
    }
    if column.name != "class" { target = .target(column.name) }
    problem = .classification(classes: 2)
    let isNumbered = !numbers.isEmpty && numbers.allSatisfy { (0..<10).contains($0) }
    guard isNumbered else {
      problem = .classification(classes: column.classNames.count)
      classNames = column.classNames
      return codes.map(Double.init)
    }
    include(class: Int(numbers.max() ?? 0))
    return numbers
  }

  /// The axis of a direction; nil if there is none, or its values are places on the plane.
  private static func axis(
    _ directions: ArraySlice<Table.Column>, _ index: Int, _ values: [[Double]]
  ) -> Axis? {
    guard index < values.count else { return nil }
    let name = directions[directions.startIndex + index].name
    // The noisiest clouds reach far beyond the domain.
    let isPlain = name == "x\(index + 1)" && values[index].allSatisfy { abs($0) <= 20 }
    return isPlain ? nil : Axis.fitting(name, values[index])
  }
}
