import Foundation
import Studio

/// A file that gets a row of numbers after each epoch, whole line by whole line, so that it can be
/// read while training goes on and after whatever ends the program. A power cut may lose the last rows
/// of a training that goes on: they are brought to the disk when it ends.
struct MetricsFile {
  /// How the rows are written.
  private enum Form {
    case csv, jsonLines
  }

  /// Where it is written.
  let path: String
  /// What there is to say about rows that were there already.
  let remarks: [String]
  /// The last epoch that has a row; nil without rows.
  private(set) var lastEpoch: Int?
  private let form: Form
  private let file: FileHandle
  private let synchronize: (FileHandle) throws -> Void
  /// How many bytes are whole lines; nil for a device or a pipe, from which nothing can be taken back.
  private var size: UInt64?

  /// Begins a file, or goes on with one.
  ///
  /// - Parameters:
  ///   - path: ends in `.csv` or `.jsonl`; standard output (`-`), a device or a pipe get CSV.
  ///   - epoch: the epoch that training goes on from; nil if it begins.
  ///   - force: whether a file that is there may be replaced.
  ///   - synchronize: brings what was written to the disk.
  init(
    _ path: String, from epoch: Int?, force: Bool,
    synchronize: @escaping (FileHandle) throws -> Void = { try $0.synchronize() }
  ) throws {
    self.path = path
    self.synchronize = synchronize
    form = try Self.form(of: path)
    let isDevice = Self.isDevice(path)
    var kept = MetricsRows()
    if isDevice {
      size = nil
    } else if let epoch, StateFile.exists(path) {
      kept = try MetricsRows(StateFile.read(path), named: path, through: epoch)
      try StateFile.checkWritable(path)
    } else if force, StateFile.exists(path) {
      try StateFile.replace([], at: path)
    } else {
      try NewFile.create(path, else: .force)
    }
    remarks = kept.remarks.map { "\(path): \($0)" }
    lastEpoch = kept.lastEpoch
    guard let file = Self.isOutput(path) ? .standardOutput : FileHandle(forWritingAtPath: path)
    else {
      throw Failure(message: "\(path): the file can't be written; check its permissions", status: 1)
    }
    self.file = file
    guard !isDevice else {
      try begin()
      return
    }
    let size = UInt64(kept.size)
    do {
      try file.truncate(atOffset: size)
      try file.seek(toOffset: size)
    } catch {
      throw Failure(
        message: "\(path): the file can't be written (\(SystemError.reason(error)))", status: 1)
    }
    self.size = size
    if size == 0 { try begin() }
  }

  /// Adds a row, unless its epoch has one already. After an error there is no use in going on; the
  /// file ends with the last whole row.
  mutating func write(_ row: EpochMetrics) throws {
    guard lastEpoch.map({ row.epoch > $0 }) ?? true else { return }
    try write(form == .csv ? row.csvLine : row.jsonLine)
    lastEpoch = row.epoch
  }

  /// Brings the rows to the disk, where they are in a file.
  func keep() throws {
    guard size != nil else { return }
    do {
      try synchronize(file)
    } catch {
      // Some folders of other machines know no such thing.
      guard SystemError.code(error) != EINVAL else { return }
      throw Failure(
        message: "\(path): a power cut may lose the last rows (\(SystemError.reason(error)))",
        status: 1)
    }
  }

  private var shownPath: String { Self.isOutput(path) ? "standard output" : path }

  private mutating func begin() throws {
    if form == .csv { try write(EpochMetrics.csvHeader) }
  }

  private mutating func write(_ line: String) throws {
    do {
      try file.write(contentsOf: Data(line.utf8))
      size? += UInt64(line.utf8.count)
    } catch {
      // Half a row would be read as another number.
      if let size { try? file.truncate(atOffset: size) }
      throw Failure(
        message: "\(shownPath): no more metrics are written (\(SystemError.reason(error)))",
        status: 1)
    }
  }

  /// Whether a path is that of standard output, which may be a file that others write to as well.
  static func isOutput(_ path: String) -> Bool { path == "-" || path == "/dev/stdout" }

  private static func form(of path: String) throws -> Form {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "jsonl", "ndjson": return .jsonLines
    case "csv": return .csv
    default:
      guard isDevice(path) else {
        throw Failure(
          message: "--metrics \(path): expected a file's name that ends in .csv or .jsonl")
      }
      return .csv
    }
  }

  /// Whether there is something of that name that takes bytes and is no file, such as `/dev/stdout`.
  private static func isDevice(_ path: String) -> Bool {
    if isOutput(path) { return true }
    guard FileManager.default.fileExists(atPath: path) else { return false }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // A pipe of another program has a name that only the system can follow.
    guard let type = try? FileManager.default.attributesOfItem(atPath: real)[.type],
      let type = type as? FileAttributeType
    else { return true }
    return type != .typeRegular && type != .typeDirectory
  }
}
