import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The network as code")
struct CodeViewTests {
  private func view(_ app: App) -> CodeView<PyTorchWords>? {
    app.playground?.views.compactMap { $0 as? CodeView<PyTorchWords> }.first
  }

  private func text(_ app: App) -> String { picture(app.view(size: wide, capabilities: .full)) }

  @Test("K and P show the programs, beginning with the network")
  func shows() {
    let keras = app(.character("K"))
    #expect(text(keras).contains("model = keras.Sequential(["))
    #expect(text(keras).contains("dense(4, \"tanh\"),"))
    let pytorch = app(.character("P"))
    #expect(text(pytorch).contains("nn.Linear(2, 4), nn.Tanh(),"))
  }

  @Test("A change marks the lines that it altered, and brings them into sight")
  func marks() throws {
    var app = app(.character("P"))
    #expect(view(app)?.changed.isEmpty == true)
    app.press(.character("]"))
    let lines = CodeLanguage.pytorch.lines(app.session.program)
    let changed = try #require(view(app)).changed.sorted().map { lines[$0] }
    #expect(changed.contains("    nn.Linear(2, 2), nn.Tanh(),"))
    #expect(!changed.contains("    nn.Linear(2, 4), nn.Tanh(),"))
    let marked = text(app).split(separator: "\n").filter { $0.contains("▸ ") }
    #expect(marked.contains { $0.contains("nn.Linear(2, 2), nn.Tanh(),") })
    // Looking around alters nothing, nor does training.
    let before = view(app)?.changed
    app.press(.down, .character("e"), .character("s"))
    #expect(view(app)?.changed == before)
  }

  @Test("It shows the epochs so far while training goes on")
  func follows() {
    var app = app(.character("P"), .end, .character("e"))
    for _ in 0..<12 { app.press(.pageDown) }
    for _ in 0..<2 { app.press(.pageUp) }
    #expect(text(app).contains("epochs = 1  # as many as here so far"))
  }

  @Test("It scrolls by lines, pages, parts and the wheel, and stops at both ends")
  func scrolls() {
    var app = app(.character("P"))
    for _ in 0..<40 { app.press(.character("N")) }
    #expect(text(app).contains("  1 # Circle, in PyTorch"))
    app.press(.up, .pageUp)
    #expect(text(app).contains("  1 # Circle, in PyTorch"))
    app.press(.character("n"))
    #expect(text(app).contains("# The points: points.csv"))
    #expect(!text(app).contains("  1 # Circle"))
    for _ in 0..<20 { app.press(.pageDown) }
    let count = CodeLanguage.pytorch.lines(app.session.program).count
    #expect(text(app).contains(" \(count) "))
    app.press(.up)
    #expect(!text(app).contains("  1 # Circle"))
  }

  @Test("Enter asks for a file and writes the program into it")
  func saves() {
    var app = app(.character("K"), .enter)
    #expect(text(app).contains("Write the Keras program into the file: "))
    app.type("net.py")
    let expected = CodeLanguage.keras.text(app.session.program)
    #expect(app.press(.enter) == .save(text: expected, path: "net.py"))
    app.press(.enter, .enter)
    #expect(app.notice == "Nothing was typed, so nothing was done.")
  }

  @Test("The pieces of a line are the line, each of its kind")
  func tokens() throws {
    for language in CodeLanguage.allCases {
      for line in language.lines(Session(Preset()).program) {
        #expect(PythonToken.tokens(of: line).map(\.text).joined() == line)
      }
    }
    let tokens = PythonToken.tokens(of: "for x in y: z = 1e-5 * \"a#b\"  # c1")
    #expect(
      tokens == [
        PythonToken(text: "for", kind: .keyword), PythonToken(text: " x ", kind: .plain),
        PythonToken(text: "in", kind: .keyword), PythonToken(text: " y: z = ", kind: .plain),
        PythonToken(text: "1e-5", kind: .number), PythonToken(text: " * ", kind: .plain),
        PythonToken(text: "\"a#b\"", kind: .string), PythonToken(text: "  ", kind: .plain),
        PythonToken(text: "# c1", kind: .comment),
      ])
    for odd in ["\"", "\"\\", "\"\"\"open", "1e", "1e-", "é漢", ""] {
      #expect(PythonToken.tokens(of: odd).map(\.text).joined() == odd)
    }
  }
}
