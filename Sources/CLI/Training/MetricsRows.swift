import Lessons
import Studio

/// The rows of a file of metrics that a training goes on with.
struct MetricsRows {
  /// How many bytes are kept, from the first on.
  private(set) var size = 0
  /// The epoch of the last row that is kept; nil without rows.
  private(set) var lastEpoch: Int?
  /// What there is to say about the others.
  private(set) var remarks: [String] = []

  /// No rows.
  init() {}

  /// Finds the rows up to an epoch; those after it are measured anew, and so is one without an end.
  init(_ bytes: [UInt8], named path: String, through epoch: Int) throws {
    var dropped = 0
    var line = 0
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      start = end + 1
      if line == 1, text + "\n" == EpochMetrics.csvHeader {
        size = start
        continue
      }
      guard let row = Self.epoch(of: text), line > 1 || text.hasPrefix("{") else {
        throw Failure(message: "\(path):\(line): this is no row of metrics that train wrote")
      }
      if dropped == 0, row <= epoch, row > lastEpoch ?? -1 {
        size = start
        lastEpoch = row
      } else {
        dropped += 1
      }
    }
    if dropped > 0 {
      remarks.append(
        "\(dropped) \(dropped == 1 ? "row" : "rows") after epoch \(lastEpoch ?? epoch)"
          + " \(dropped == 1 ? "is" : "are") measured anew")
    }
    if start < bytes.count { remarks.append("the last row has no end, and is measured anew") }
  }

  /// The epoch of a row of CSV or JSON; nil if it is none.
  private static func epoch(of text: String) -> Int? {
    if text.hasPrefix("{") {
      guard let row = try? JSON(reading: text, depth: 2),
        row.members?.map(\.name) == EpochMetrics.names
      else { return nil }
      return row["epoch"]?.whole
    }
    let cells = text.split(separator: ",", omittingEmptySubsequences: false)
    return cells.count == EpochMetrics.names.count ? cells.first.flatMap { Int($0) } : nil
  }
}
