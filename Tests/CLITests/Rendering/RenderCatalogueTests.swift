import ArgumentParser
import Drawing
import Foundation
import Engine
import Labs
import Lessons
import Studio
import TestSupport
import Testing

@testable import CLI

@Suite("Every preset as every kind of picture")
struct RenderCatalogueTests {
  @Test("Each is drawn", arguments: try PresetFile.all())
  func all(_ file: PresetFile) throws {
    let session = trained(try Preset(yaml: file.text), epochs: 1)
    for format in RenderFormat.allCases {
      let size = format.isImage ? "200x130" : "80x24"
      let look = try RenderLook.parse(["--size", size])
      try look.check(for: format)
      let bytes =
        format == .cast
        ? try Film(
          session, try NetworkOrigin.parse(["--epochs", "1"]), try FilmOptions.parse([]), look,
          try TalkOptions.parse(["--quiet"])
        ).bytes
        : look.bytes(session, format)
      switch format {
      case .svg:
        #expect(MarkupCheck(String(decoding: bytes, as: UTF8.self)).problem == nil)
      case .png:
        let image = try ReadPNG(bytes)
        #expect(image.width == 200 && image.height == 130)
      case .txt, .ansi:
        #expect(
          String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
          ).count == 25)
      case .cast:
        #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n").count == 3)
      }
    }
  }

  private func trained(_ preset: Preset, epochs: Int) -> Session {
    var session = Session(preset)
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    return session
  }

  private func screen(_ arguments: String..., format: RenderFormat, epochs: Int = 0) throws
    -> String
  {
    let preset = try PresetLibrary.ofThisProgram().preset("circle")
    let look = try RenderLook.parse(["--screen"] + arguments)
    return String(
      decoding: look.bytes(trained(preset, epochs: epochs), format), as: UTF8.self)
  }

  @Test("The screen's picture follows training and options")
  func screens() throws {
    let before = try screen("--size", "80x24", format: .txt)
    let after = try screen("--size", "80x24", format: .txt, epochs: 40)
    #expect(before != after && after.contains("epoch 40") && !after.contains("\u{1B}"))
    #expect(after.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    let image = try screen(format: .svg)
    #expect(image.hasPrefix("<svg") && image.contains("width=\"1080\""))
    let light = try screen("--background", "light", format: .svg)
    #expect(light.contains("#ffffff"))
    let (usual, okabe) = (
      try screen("--color", "direct", format: .ansi),
      try screen("--color", "direct", "--theme", "okabe", format: .ansi)
    )
    #expect(usual.contains("38;2;") && okabe != usual)
  }

  @Test("Python's readers agree with the pictures, where there are any")
  func python() throws {
    try inFolder { folder in
      let run = try ProgramRun(
        ["render", "iris", "--epochs", "1", "-o", "a.png", "--size", "400x300"], in: folder)
      #expect(run.status == 0)
      let svg = try ProgramRun(["render", "iris", "-o", "a.svg", "--size", "400x300"], in: folder)
      #expect(svg.status == 0)
      let script = """
        import zlib, struct, hashlib, xml.dom.minidom, base64, re
        def read(b):
            assert b[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
            at, data = 8, b''
            while at < len(b):
                n, = struct.unpack('>I', b[at:at+4]); name = b[at+4:at+8]; c = b[at+8:at+8+n]
                assert struct.unpack('>I', b[at+8+n:at+12+n])[0] == zlib.crc32(name + c)
                if name == b'IDAT': data += c
                if name == b'IHDR': w, h, depth, kind = struct.unpack('>IIBB', c[:10])
                at += 12 + n
            d = zlib.decompressobj(); rows = d.decompress(data) + d.flush()
            assert d.eof and not d.unused_data
            assert len(rows) == h * (w * (3 if kind == 2 else 1) + 1)
        b = open('a.png', 'rb').read(); read(b)
        xml.dom.minidom.parse('a.svg')
        images = re.findall('base64,([^"]*)', open('a.svg').read()); assert len(images) > 3
        for i in images: read(base64.b64decode(i, validate=True))
        try:
            from PIL import Image
        except ImportError:
            print('no PIL')
        else:
            i = Image.open('a.png'); i.load(); assert i.size == (400, 300)
            print(hashlib.sha256(i.convert('RGB').tobytes()).hexdigest())
        """
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-c", script]
      process.currentDirectoryURL = folder
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let told = String(
        decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      if process.terminationStatus == 127 {
        print("skipped: there is no python3 to read pictures with")
        return
      }
      #expect(process.terminationStatus == 0)
      print("read by python3, pixels: \(told)")
    }
  }
}
