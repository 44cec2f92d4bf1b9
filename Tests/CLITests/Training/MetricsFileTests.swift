import Foundation
import Studio
import Terminal
import Testing

@testable import CLI

@Suite("A file of metrics")
struct MetricsFileTests {
  private func train(_ metrics: MetricsFile) -> Training {
    var training = Training(HeadlessRun(Session(), epochs: 3), metrics, isTold: false)
    #expect(training.finish() == nil)
    Interruption.unwatch()
    return training
  }

  @Test("Its rows are brought to the disk when training ends, all at once")
  func synchronized() throws {
    try inFolder { folder in
      let path = folder.path + "/m.csv"
      var sizes: [UInt64] = []
      let metrics = try MetricsFile(path, from: nil, force: false) {
        sizes.append(try $0.offset())
        try $0.synchronize()
      }
      let training = train(metrics)
      #expect(training.problem == nil)
      let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
      #expect(size > 300 && sizes == [UInt64(size)])
    }
  }

  @Test(
    "What a disk can't keep is told; a device and a folder that know no such thing are no error")
  func failures() throws {
    try inFolder { folder in
      func problem(_ path: String, _ code: POSIXErrorCode) throws -> String? {
        let metrics = try MetricsFile(path, from: nil, force: true) { _ in
          throw NSError(domain: NSPOSIXErrorDomain, code: Int(code.rawValue))
        }
        return train(metrics).problem
      }
      let path = folder.path + "/m.jsonl"
      #expect(
        try problem(path, .ENOSPC)
          == "\(path): a power cut may lose the last rows (the disk is full)")
      #expect(try problem(path, .EINVAL) == nil)
      #expect(try problem("/dev/null", .ENOSPC) == nil)
    }
  }
}
