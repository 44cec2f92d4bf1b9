/// Gathers the cells of a column, as numbers and, from the first word on, as words too.
///
/// A few words do not spoil a column of numbers: which it is turns out at the end. When the first word
/// comes, what was read before is kept as words as well: their texts are made again from where they
/// stand.
struct ColumnBuilder {
  /// What stands for nothing.
  static let missing: Set<[UInt8]> = Set(
    ["", "NA", "N/A", "NaN", "nan", "null", "?"].map { Array($0.utf8) })
  /// So many numbers to one word still make a column of numbers: 80 %.
  private static let numbersToAWord = 4

  private var numbers: [Double] = []
  /// The cells before the first word.
  private var places: [CSVScanner.Cell] = []
  private var codes: [Int] = []
  private var differentWords: [String] = []
  private var codeOfWord: [String: Int] = [:]
  private var firstWord: (line: Int, text: String, isTooLarge: Bool)?
  private var numberCount = 0
  private var wordCount = 0

  private var isNumbers: Bool { numberCount >= wordCount * Self.numbersToAWord }

  /// What was gathered.
  var cells: Table.Cells { isNumbers ? .numbers(numbers) : .words(codes, of: differentWords) }

  /// The words, told of in a column of that name; nil without any.
  func words(in column: String) -> Table.Spoilt? {
    firstWord.map {
      Table.Spoilt(
        column: column, line: $0.line, text: $0.text, count: wordCount, isTooLarge: $0.isTooLarge)
    }
  }

  /// Reads one more cell, of the row that begins in a line.
  mutating func append(_ cell: CSVScanner.Cell, of scanner: CSVScanner, line: Int) {
    let isMissing = Self.isMissing(cell, scanner.bytes)
    let number = isMissing ? nil : scanner.number(cell)
    numbers.append(number ?? .nan)
    if number != nil { numberCount += 1 }
    if number == nil && !isMissing {
      wordCount += 1
      if firstWord == nil {
        firstWord = (line, scanner.text(cell), scanner.isTooLarge(cell))
        for place in places { appendWord(place, of: scanner) }
        places = []
      }
    }
    if firstWord == nil { places.append(cell) } else { appendWord(cell, of: scanner) }
  }

  private mutating func appendWord(_ cell: CSVScanner.Cell, of scanner: CSVScanner) {
    if Self.isMissing(cell, scanner.bytes) { return codes.append(-1) }
    let word = scanner.text(cell)
    if let code = codeOfWord[word] { return codes.append(code) }
    codeOfWord[word] = differentWords.count
    codes.append(differentWords.count)
    differentWords.append(word)
  }

  private static func isMissing(_ cell: CSVScanner.Cell, _ bytes: [UInt8]) -> Bool {
    let count = cell.end - cell.start
    if count == 0 { return true }
    guard count <= 4, !cell.isQuoted else { return false }
    // Most short cells are numbers.
    let first = bytes[cell.start]
    guard first == 0x3F || first == 0x4E || first == 0x6E else { return false }
    return missing.contains(Array(bytes[cell.start..<cell.end]))
  }
}
