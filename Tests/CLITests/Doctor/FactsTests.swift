import Foundation
import Testing

@testable import CLI

@Suite("The facts that percept doctor goes by")
struct FactsTests {
  @Test("What tmux answers is read, and what is no answer is not")
  func tmux() throws {
    let client = try #require(TmuxClient(answer: "xterm-256color|256,RGB,title|500\n"))
    #expect(client.terminal == "xterm-256color" && client.hasExactColors)
    #expect(client.escapeTime == 500)
    #expect(TmuxClient(answer: "foot|256,RGBA|x")?.hasExactColors == false)
    #expect(TmuxClient(answer: "foot||x")?.escapeTime == nil)
    for text in ["", "\n", "||10", "no server running", "a|b", "a|b|c|d"] {
      #expect(TmuxClient(answer: text) == nil, "\(text)")
    }
    #expect(TmuxClient.asked([:]) == nil && TmuxClient.asked(["TMUX": ""]) == nil)
  }

  @Test("The processor's abilities, on either kind of machine")
  func processor() {
    let intel = Processor(
      information:
        "processor : 0\nmodel name\t: A CPU @ 2\nflags\t\t: fpu avx2 avx512f\n\nflags : x")
    #expect(intel.name == "A CPU @ 2" && intel.vectors == ["AVX-512", "AVX2"])
    let arm = Processor(information: "processor : 0\nFeatures\t: fp asimd sve\n")
    #expect(arm.name == nil && arm.vectors == ["SVE", "NEON"])
    #expect(arm.unusedByPortableBuild == ["SVE"])
    for text in ["", "flags", "flags:", "\n\n"] {
      #expect(Processor(information: text).vectors == [])
    }
  }

  @Test("Files and folders: there, missing, in the way, nowhere")
  func places() throws {
    try inFolder { folder in
      func place(_ name: String, _ environment: [String: String]) -> Place? {
        Place.all(
          PresetLibrary(executable: "/x", environment: ["PERCEPT_PRESETS": folder.path]),
          environment
        )
        .first { $0.name == name }
      }
      let home = ["HOME": folder.path]
      #expect(place("trainings", home)?.path == folder.path + "/.local/state/percept/trainings")
      let settings = try #require(place("settings", home))
      #expect(settings.path == folder.path + "/.config/percept/settings.yaml")
      #expect(!settings.exists && settings.isWritable && !settings.isFull)
      try FileManager.default.createDirectory(
        atPath: folder.path + "/.config/percept", withIntermediateDirectories: true)
      try Data("theme: okabe".utf8).write(to: URL(fileURLWithPath: settings.path ?? ""))
      let there = try #require(place("settings", home))
      #expect(there.exists && there.isWritable)
      // A file where a folder is needed.
      let blocked = try #require(
        place("session", ["XDG_STATE_HOME": folder.path + "/.config/percept/settings.yaml"]))
      #expect(!blocked.isWritable && !blocked.exists)
      let device = try #require(place("session", ["XDG_STATE_HOME": "/dev/null"]))
      #expect(!device.isWritable)
      let nowhere = try #require(place("session", [:]))
      #expect(nowhere.path == nil && !nowhere.isWritable)
      let presets = try #require(place("presets", [:]))
      #expect(presets.exists && presets.count == 0)
    }
  }
}
