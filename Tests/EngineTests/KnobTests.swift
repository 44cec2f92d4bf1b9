import Testing

@testable import Engine

@Suite("Knobs")
struct KnobTests {
  @Test(
    "Every knob of an optimiser can be turned, keeps to its range and explains itself",
    arguments: OptimizerCatalogue.all.map { $0.name })
  func optimizers(name: String) throws {
    let optimizer = try #require(OptimizerCatalogue.named(name))
    try check(optimizer)
  }

  @Test(
    "Every knob of a schedule can be turned, keeps to its range and explains itself",
    arguments: ScheduleCatalogue.all.map { $0.name })
  func schedules(name: String) throws {
    let schedule = try #require(ScheduleCatalogue.named(name))
    try check(schedule)
  }

  private func check<Subject: Adjustable>(_ subject: Subject) throws {
    #expect(Set(Subject.knobs.map(\.name)).count == Subject.knobs.count)
    #expect(subject.settingNames == Subject.knobs.map(\.name))
    for knob in Subject.knobs {
      var turned = subject
      let usual = try #require(turned.setting(knob.name))
      #expect(knob.range.contains(usual))
      #expect(knob.steps == knob.steps.sorted() && knob.steps.allSatisfy(knob.range.contains))
      turned.set(knob.name, to: knob.range.upperBound + 1)
      #expect(turned.setting(knob.name) == knob.range.upperBound)
      turned.set(knob.name, to: .nan)
      #expect(turned.setting(knob.name) == knob.range.upperBound)
      turned.set(knob.name, to: knob.range.lowerBound - 1)
      #expect(turned.setting(knob.name) == knob.range.lowerBound)
      turned.set(knob.name, to: 0.75)
      #expect(turned.setting(knob.name) == (knob.isWhole ? 1 : 0.75))
      // Turning one leaves the others alone.
      for other in Subject.knobs where other.name != knob.name {
        #expect(turned.setting(other.name) == subject.setting(other.name))
      }
      #expect(knob.help.hasSuffix("."))
    }
    var same = subject
    same.set("no such knob", to: 1)
    #expect(same.setting("no such knob") == nil)
  }
}
