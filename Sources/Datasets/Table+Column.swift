import Engine

extension Table.Column {
  /// A column; which classes it has is found out once.
  init(_ name: String, _ cells: Table.Cells) {
    self.name = name
    self.cells = cells
    classNames =
      switch cells {
      case .words(_, let words):
        (2...Table.classLimit).contains(words.count) ? words : []
      case .numbers(let numbers):
        Self.meansNumbers(name) ? [] : Self.wholeNumbers(in: numbers).map { "\($0)" }
      }
    isMixed =
      switch cells {
      case .numbers: false
      case .words(_, let words): words.contains { Double($0.replacing(",", with: ".")) != nil }
      }
    canBePredicted = !classNames.isEmpty || Self.differ(cells)
    missingRows =
      switch cells {
      case .numbers(let numbers): numbers.indices.filter { numbers[$0].isNaN }
      case .words(let codes, _): codes.indices.filter { codes[$0] < 0 }
      }
  }

  /// Whether the name says that whole numbers in it are no classes, as in the texts of points.
  private static func meansNumbers(_ name: String) -> Bool { name.lowercased() == "number" }

  /// Whether it tells classes apart by whole numbers, and nothing but their being few says that it does.
  public var hasGuessedClasses: Bool {
    !classNames.isEmpty && numbers != nil && name.lowercased() != "class"
  }

  /// Whether there are two different numbers.
  private static func differ(_ cells: Table.Cells) -> Bool {
    guard case .numbers(let numbers) = cells,
      let first = numbers.first(where: { !$0.isNaN })
    else { return false }
    return numbers.contains { !$0.isNaN && $0 != first }
  }

  /// The different numbers in rising order, if they are few and whole and so may name classes.
  private static func wholeNumbers(in numbers: [Double]) -> [Int] {
    var found: [Int] = []
    for number in numbers where !number.isNaN {
      // Most rows repeat a number that was seen already.
      guard number == number.rounded(), abs(number) < 1e9 else { return [] }
      let whole = Int(number)
      if found.contains(whole) { continue }
      found.append(whole)
      if found.count > Table.classLimit { return [] }
    }
    return found.count < 2 ? [] : found.sorted()
  }

  /// Its numbers; nil for words.
  public var numbers: [Double]? {
    if case .numbers(let numbers) = cells { return numbers }
    return nil
  }

  /// Whether it tells each row's share, as the points that Percept writes do.
  var namesShares: Bool {
    guard name == "share", case .words(_, let words) = cells else { return false }
    return words.allSatisfy { word in Dataset.Share.allCases.contains { "\($0)" == word } }
  }

  /// What its prediction is.
  public var problem: Problem {
    classNames.isEmpty ? .regression : .classification(classes: classNames.count)
  }

  /// The class of each row, −1 where there is none; nil if it does not tell classes apart.
  func classes() -> [Int]? {
    guard !classNames.isEmpty else { return nil }
    switch cells {
    case .words(let codes, _): return codes
    case .numbers(let numbers):
      let values = classNames.map { Double($0) ?? 0 }
      return numbers.map { values.firstIndex(of: $0) ?? -1 }
    }
  }

  /// Why it can't be predicted, after its name; empty if it can.
  public var obstacle: String {
    if canBePredicted { return "" }
    switch cells {
    case .words(_, let words):
      guard words.count == 1, let word = words.first else { return "has \(words.count) classes" }
      return "has one class only (“\(word.shown(limit: 30))”)"
    case .numbers(let numbers):
      guard let number = numbers.first(where: { !$0.isNaN }) else { return "has no values" }
      return "has one value only (\(Int(exactly: number).map { "\($0)" } ?? "\(number)"))"
    }
  }
}
