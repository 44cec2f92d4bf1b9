import Drawing
import Testing

/// Addresses of TensorFlow Playground, in and out of the program.
@Suite("Percept and links, in a terminal")
struct DriveLinkTests {
  private let link =
    "https://playground.tensorflow.org/#activation=relu&batchSize=30&dataset=xor"
    + "&learningRate=0.1&networkShape=3,2&seed=0.59704&foo=1"

  @Test("A link opens from the command line and says what it is not")
  func argument() throws {
    let driver = try Driver([link], size: Size(width: 80, height: 24))
    #expect(driver.session.line(0).contains("Exclusive or, from a link"))
    #expect(driver.session.text.contains("Percept does not know “foo”. C: 2 more."))
    #expect(driver.session.text.contains("2·3·2·1 relu"))
    try driver.press("C", toSee: "From a TensorFlow Playground address.")
    try driver.leave()
    // What was said before the screen came is there again when it has gone.
    #expect(driver.session.text.contains("percept: Percept does not know “foo”."))
  }

  @Test("A link is pasted into the prompt and into the palette")
  func pasted() throws {
    let driver = try Driver()
    try driver.press("O\(link)\r", toSee: "Exclusive or, from a link")
    try driver.press("u", toSee: "Back to Circle, as it was")
    try driver.press(
      ":#noise=50&dataset=spiral", toSee: "open this address of TensorFlow Playground")
    try driver.press("\r", toSee: "Spiral, from a link")
    try driver.press("O#noise=x&x=1\r", toSee: "noise can't be “x”: expected a number")
    try driver.leave()
  }

  @Test("The state comes out as a link, on the screen and when the screen has gone")
  func out() throws {
    let driver = try Driver([link], size: Size(width: 80, height: 24))
    try driver.press(":link", toSee: "link: this state as an address")
    try driver.press("\r", toSee: "It is printed as well when you leave Percept.")
    try driver.press("M", toSee: "M takes it back.")
    try driver.press("\u{1B}", toSee: "q quit")
    driver.session.send("q")
    #expect(try driver.session.waitForEnd() == .exited(0))
    let text = driver.session.text.filter { $0 != " " && $0 != "\n" }
    #expect(
      text.contains(
        "https://playground.tensorflow.org/#activation=relu&batchSize=30&dataset=xor"
          + "&regDataset=reg-plane&learningRate=0.1&regularizationRate=0&noise=0&networkShape=3,2"
          + "&seed=0.59704&"), "\(driver.session.text)")
    #expect(driver.session.pty.modes == .normal)
  }

  @Test("The commands take links and give them")
  func commands() throws {
    let folder = try TemporaryFolder()
    let percept = ProcessStart.product("percept")
    let session = try PtySession(
      "/bin/sh",
      arguments: [
        "-c",
        """
        '\(percept)' link '\(link)' > link.txt 2> remarks.txt; echo "status $?"
        '\(percept)' link "$(cat link.txt)" 2> /dev/null | cmp - link.txt; echo "same $?"
        '\(percept)' render '#networkShape=5&x=1' --screen -o - --format txt --size 80x24 2> /dev/null | grep -c '2·5·1'
        printf 'link\\nopen #noise=-&x=1\\n' | '\(percept)' '\(link)' --plain > plain.txt
        '\(percept)' '#activation=tahn&x=1'; echo "wrong $?"
        """,
      ],
      size: Size(width: 200, height: 40), environment: folder.environment, folder: folder.path)
    #expect(try session.waitForEnd() == .exited(0))
    let text = session.text
    for expected in [
      "status 0", "same 0", "1", "wrong 2",
      "percept: the address, character 13: activation can't be “tahn”: expected one of relu, tanh, "
        + "sigmoid, linear; did you mean “tanh”?",
    ] { #expect(text.contains(expected), "\(text)") }
    let written = try #require(folder.read("link.txt"))
    #expect(written.hasPrefix("https://playground.tensorflow.org/#activation=relu&batchSize=30&"))
    #expect(written.split(separator: "\n").count == 1)
    let remarks = try #require(folder.read("remarks.txt"))
    #expect(remarks.hasPrefix("percept: Percept does not know “foo”.\n"))
    #expect(remarks.contains("percept: The short last batch is a step here;"))
    let plain = try #require(folder.read("plain.txt")).split(separator: "\n").map(String.init)
    #expect(plain.contains("Percept does not know “foo”."))
    #expect(plain.contains(String(written.dropLast())))
    #expect(plain.last == "the address, character 8: noise can't be “-”: expected a number")
  }
}
