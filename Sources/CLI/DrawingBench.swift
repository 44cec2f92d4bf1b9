import Drawing
import Engine
import Foundation
import Labs
import Lessons
import Studio
import Terminal

/// What drawing the playground costs while it trains, on a terminal that takes all at once.
struct DrawingBench: Equatable, Encodable {
  /// Columns and rows of the screen.
  let columns, rows: Int
  /// Pictures drawn.
  let frames: Int
  /// Microseconds of processor time a picture: making it from the session, and sending what changed.
  let viewMicroseconds, outputMicroseconds: Double
  /// Bytes sent a picture.
  let bytesPerFrame: Double

  /// What all but training takes of a picture.
  var microsecondsPerFrame: Double { viewMicroseconds + outputMicroseconds }
  /// How many pictures a second of processor time makes.
  var framesPerSecond: Double { 1e6 / max(microsecondsPerFrame, 1e-3) }
  /// How much of a core 30 pictures a second take, from 0 to 1.
  var shareAt30: Double { 30 * microsecondsPerFrame / 1e6 }

  /// Draws for about so many seconds of processor time, an epoch of training between two pictures,
  /// in exact colours at 200×60.
  @MainActor static func measured(seconds: Double) throws -> DrawingBench {
    let size = Size(width: 200, height: 60)
    var session = Session(Preset())
    do {
      var terminal = try DrainedTerminal(size: size, depth: .direct)
      var (frames, view, output, bytes) = (0, 0.0, 0.0, 0)
      // The first picture is whole, as it is once in a session.
      _ = terminal.show(App(session).view(size: size, capabilities: terminal.screen.capabilities))
      while view + output < seconds {
        session.advance(steps: session.trainer.stepsPerEpoch)
        if session.trainer.epochCount >= 300 { session.apply(.newWeights) }
        let app = App(session)
        let start = clock()
        let canvas = app.view(size: size, capabilities: terminal.screen.capabilities)
        let drawn = clock()
        bytes += terminal.show(canvas)
        view += Double(drawn - start) / Double(CLOCKS_PER_SEC)
        output += Double(clock() - drawn) / Double(CLOCKS_PER_SEC)
        frames += 1
      }
      return DrawingBench(
        columns: size.width, rows: size.height, frames: frames,
        viewMicroseconds: view / Double(frames) * 1e6,
        outputMicroseconds: output / Double(frames) * 1e6,
        bytesPerFrame: Double(bytes) / Double(frames))
    } catch {
      throw Failure(message: "draw: \(error.description)", status: 1)
    }
  }

  /// The lines of the table.
  var lines: [String] {
    [
      "draw    \(BenchReport.grouped(framesPerSecond)) frames/s per CPU second at"
        + " \(columns)×\(rows): \(BenchReport.grouped(microsecondsPerFrame)) µs each,"
        + " \(BenchReport.grouped(bytesPerFrame)) bytes",
      "        view \(BenchReport.grouped(viewMicroseconds)) µs, output"
        + " \(BenchReport.grouped(outputMicroseconds)) µs;"
        + " \(format(100 * shareAt30, decimals: 1)) % of a core at 30 frames/s",
    ]
  }
}
