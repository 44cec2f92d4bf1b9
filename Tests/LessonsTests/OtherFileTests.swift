import Lessons
import Testing

@Suite("A file of another kind than was expected")
struct OtherFileTests {
  @Test(
    "A preset or an exercise that is given as a sweep is called what it is",
    arguments: [
      (
        "# mine\nformat: 1\ntitle: A\n",
        "2:1: this is a preset, which “percept train FILE” trains; a sweep was expected"
      ),
      (
        "format: 1\nexercise: {version: 1}\n",
        "1:1: this is an exercise, which “percept learn FILE” opens; a sweep was expected"
      ), ("title: A\n", "1:1: the key “sweep: 1” is missing"),
    ])
  func sweeps(_ text: String, _ message: String) {
    let problem = #expect(throws: PresetProblem.self) {
      try SweepSpec(yaml: text) { _ in Preset() }
    }
    #expect(problem?.description == message)
  }
}
