import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CLI

@Suite("percept render")
struct RenderTests {
  private func render(_ arguments: String..., in folder: URL, to device: String? = nil) throws
    -> ProgramRun
  {
    try ProgramRun(["render"] + arguments, in: folder, output: device)
  }

  private func bytes(_ name: String, _ folder: URL) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func text(_ name: String, _ folder: URL) throws -> String {
    String(decoding: try bytes(name, folder), as: UTF8.self)
  }

  @Test("An SVG is a well-formed image of its size, with text that can be searched")
  func svg() throws {
    try inFolder { folder in
      let run = try render(
        "xor", "--epochs", "2", "-o", "a.svg", "--size", "640x360", "--title", "Ein <Titel> & mehr",
        in: folder)
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(run.complaints.hasPrefix("a.svg: ") && run.complaints.hasSuffix(" kB\n"))
      let text = try text("a.svg", folder)
      let check = MarkupCheck(text)
      #expect(check.problem == nil)
      #expect(check.texts.contains("Ein <Titel> & mehr"))
      #expect(
        text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"360\""))
      let again = try render(
        "xor", "--epochs", "2", "-o", "b.svg", "--size", "640x360", "--title", "Ein <Titel> & mehr",
        "--quiet", in: folder)
      #expect(again.complaints.isEmpty)
      #expect(try self.text("b.svg", folder) == text)
    }
  }

  @Test("A PNG has its size, many colours, and is read by an independent reader")
  func png() throws {
    try inFolder { folder in
      let run = try render(
        "circle", "-o", "a.PNG", "--size", "320x200", "--epochs", "1", in: folder)
      #expect(run.status == 0)
      let image = try ReadPNG(try bytes("a.PNG", folder))
      #expect(image.width == 320 && image.height == 200)
      let colors = Set(
        stride(from: 0, to: image.pixels.count, by: 3).map { Array(image.pixels[$0..<$0 + 3]) })
      #expect(colors.count > 200)
    }
  }

  @Test("Texts have their size; one has no colours, the other those that were asked for")
  func texts() throws {
    try inFolder { folder in
      let plain = try render("circle", "-o", "-", "--format", "txt", "--size", "100x30", in: folder)
      #expect(plain.status == 0 && plain.complaints.isEmpty)
      let lines = plain.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 31 && lines.allSatisfy { $0.count <= 100 })
      #expect(!plain.output.contains("\u{1B}"))
      for word in ["Circle", "Network", "Loss", "Decision map", "epoch 0"] {
        #expect(plain.output.contains(word), "\(word)")
      }
      func colored(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        try ProgramRun(
          ["render", "circle", "-o", "-", "--format", "ansi"] + arguments, in: folder,
          environment: environment
        ).output
      }
      #expect(try colored().contains("48;2;"))
      #expect(try colored("--color", "256").contains("8;5;"))
      #expect(try !colored("--color", "256").contains("8;2;"))
      for text in [
        try colored("--color", "mono"), try colored("--theme", "monochrome"),
        try colored(environment: ["NO_COLOR": "1"]),
      ] { #expect(!text.contains("8;2;") && !text.contains("8;5;")) }
      #expect(try colored("--theme", "cividis") != colored())
      #expect(try colored("--background", "light") != colored())
    }
  }

  @Test("A cast begins with its head and has a picture for each frame, at even times")
  func cast() throws {
    try inFolder { folder in
      let arguments = [
        "render", "circle", "-o", "-", "--format", "cast", "--epochs", "9", "--every", "2", "--fps",
        "4", "--size", "80x24",
      ]
      let run = try ProgramRun(arguments, in: folder)
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n").map(String.init)
      let head = try #require(
        try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
      #expect(head["version"] as? Int == 2 && head["width"] as? Int == 80)
      #expect(head["height"] as? Int == 24)
      let events = try lines.dropFirst().map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Any])
      }
      // 0, 2, 4, 6, 8 and the last one.
      #expect(events.compactMap { $0[0] as? Double } == [0, 0.25, 0.5, 0.75, 1, 1.25])
      #expect(events.allSatisfy { $0[1] as? String == "o" })
      #expect(try ProgramRun(arguments, in: folder).output == run.output)
    }
  }

  @Test("Frames are spread over the epochs, and are as many as were asked for at most")
  func frames() throws {
    let options = try FilmOptions.parse(["--frames", "5"])
    #expect(try options.stride(over: 100) == 25)
    #expect(try options.stride(over: 101) == 26)
    #expect(try options.stride(over: 2) == 1)
    let usual = try FilmOptions.parse([])
    #expect(try usual.stride(over: 1) == 1)
    #expect(try usual.stride(over: 100) == 1)
    #expect(try usual.stride(over: 1000) == 10)
    #expect(throws: Failure.self) {
      try FilmOptions.parse(["--every", "1"]).stride(over: 1_000_000)
    }
  }

  @Test("The playground's whole screen is drawn in cells")
  func screen() throws {
    try inFolder { folder in
      let run = try render(
        "xor", "--epochs", "1", "--screen", "-o", "-", "--format", "txt", "--size", "80x24",
        in: folder)
      #expect(run.status == 0 && run.output.contains("q quit"))
      #expect(try render("xor", "--screen", "-o", "s.svg", in: folder).status == 0)
      #expect(MarkupCheck(try text("s.svg", folder)).problem == nil)
    }
  }

  @Test("Begins with weights of a file or a checkpoint, and goes on from there")
  func files() throws {
    try inFolder { folder in
      _ = try ProgramRun(
        ["xor", "--plain", "--save", "w.safetensors", "--checkpoint", "c.percept"], in: folder,
        input: "play 20\n")
      let fresh = try render("xor", "-o", "-", "--format", "txt", in: folder)
      let loaded = try render(
        "xor", "--load", "w.safetensors", "-o", "-", "--format", "txt", in: folder)
      #expect(loaded.status == 0 && loaded.output != fresh.output)
      let kept = try render(
        "--checkpoint", "c.percept", "--epochs", "5", "-o", "-", "--format", "txt", in: folder)
      #expect(kept.status == 0)
      #expect(kept.output.contains("epoch 25"), "\(kept.output.prefix(300))")
      let missing = try render("--checkpoint", "none", "-o", "-", "--format", "txt", in: folder)
      #expect(missing.status == 2 && missing.complaints.contains("none"))
    }
  }
}
