import Foundation
import Lessons
import Studio
import Terminal
import Testing

@testable import CLI

@Suite("A file of metrics")
struct MetricsFileTests {
  private func train(_ metrics: MetricsFile) -> Training {
    var training = Training(HeadlessRun(Session(Preset()), epochs: 3), metrics, isTold: false)
    let signal = training.finish()
    #expect(signal == nil)
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

  /// What is told where the system answers with a number.
  private func problem(_ path: String, _ code: Int32) throws -> String? {
    let metrics = try MetricsFile(path, from: nil, force: true) { _ in
      throw NSError(domain: NSPOSIXErrorDomain, code: Int(code))
    }
    return train(metrics).problem
  }

  @Test("What a disk can't keep is told; what knows no such thing is no error")
  func failures() throws {
    try inFolder { folder in
      let path = folder.path + "/m.jsonl"
      let full = try problem(path, ENOSPC)
      #expect(full == "\(path): a power cut may lose the last rows (the disk is full)")
      let unknown = try problem(path, EINVAL)
      #expect(unknown == nil)
      let device = try problem("/dev/null", ENOSPC)
      #expect(device == nil)
    }
  }
}
