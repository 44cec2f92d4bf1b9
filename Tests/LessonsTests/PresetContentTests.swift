import Datasets
import Lessons
import Testing

@Suite("Points and tables in presets")
struct PresetContentTests {
  private static let csv = "a,b,kind\n1,2,x\n3,5,y\n2,2,x\n4,7,z\n"

  private func preset(_ yaml: String) throws(PresetProblem) -> Preset {
    try Preset(yaml: "format: 1\n" + yaml) { path throws(UnreadableTable) in
      guard path == "my.csv", let table = try? CSV.table(Self.csv) else {
        throw UnreadableTable("\(path): there is no such file")
      }
      return table
    }
  }

  @Test("A file is the data set that its preset names, with columns to choose")
  func file() throws {
    let preset = try preset(
      "data: {file: my.csv, x1: b, target: a}\nfeatures: [x1, x2, 'min(x1,x2)']")
    #expect(preset.data.recipe == "file" && preset.problem == .classification(classes: 4))
    #expect(preset.recipe.title == "my.csv" && preset.recipe.columns?.x2 == "none")
    #expect(preset.features.map(\.rawValue) == ["x1", "x2", "min(x1,x2)"])
    #expect(try Preset(texts: preset.texts) == preset)
    #expect(try Preset(TableFile(path: "d/my.csv", table: CSV.table(Self.csv))).title == "my.csv")
  }

  @Test("A table that is opened tells what was taken of it")
  func note() throws {
    func preset(_ text: String) throws -> Preset {
      try Preset(TableFile(path: "d/my.csv", table: CSV.table(text)))
    }
    var rows = try preset(Self.csv)
    #expect(rows.openingNote == "my.csv: 4 rows; kind as 3 classes by a and b.")
    #expect(rows.recipe.summary == "Rows of my.csv: 4.")
    rows.data.samples = 3
    #expect(rows.openingNote == "my.csv: 3 of 4 rows; kind as 3 classes by a and b.")
    #expect(rows.recipe.summary == "Rows of my.csv: 3 of 4.")
    let spoilt = try preset("length,kind\n1,x\n2,y\n3,x\n4,y\nabc,x\n")
    #expect(
      spoilt.openingNote
        == "my.csv: 4 of 5 rows; kind as 2 classes by length; 1 left out for a missing value; "
        + "line 6, column length: “abc” is no number (1 cell left out).")
    let large = try preset("length,kind\n1,x\n2,y\n3,x\n4,y\n1e400,x\n")
    #expect(
      large.openingNote?.hasSuffix(
        "line 6, column length: “1e400” is too large; expected -1e100 to 1e100 (1 cell left out).")
        == true)
    #expect(
      try preset("x1,x2,class,share\n1,2,0,training\n2,2,1,test\n").openingNote
        == "my.csv: 1 training, 0 validation and 1 test points; label as 2 classes by x1 and x2.")
    #expect(Preset().openingNote == nil)
  }

  @Test("The note says how a target was taken, and where that was a guess how to say otherwise")
  func targetKind() throws {
    func note(_ text: String) throws -> String? {
      try Preset(TableFile(path: "my.csv", table: CSV.table(text))).openingNote
    }
    let rows = "1,2\n2,4\n3,6\n4,8\n5,10\n"
    #expect(
      try note("x,y\n" + rows)
        == "my.csv: 5 rows; y as 5 classes by x; so few whole numbers are taken as classes, in a"
        + " column named “number” as numbers.")
    #expect(try note("x,class\n" + rows) == "my.csv: 5 rows; class as 5 classes by x.")
    #expect(try note("x,number\n" + rows) == "my.csv: 5 rows; number as a number by x.")
    #expect(try note("x,y\n1,0.5\n2,4\n") == "my.csv: 2 rows; y as a number by x.")
    #expect(
      try note("x1,x2,number,share\n1,2,0,training\n2,2,1,test\n")
        == "my.csv: 1 training, 0 validation and 1 test points; number as a number by x1 and x2.")
  }

  @Test("Columns that no input is made of are not named, and the setting that adds them is")
  func unseen() throws {
    let rows = TableFile(path: "d/my.csv", table: try CSV.table(Self.csv))
    let points = TableFile(
      path: "p.csv", table: try CSV.table("x1,x2,class,share\n1,2,0,training\n2,2,1,test\n"))
    for (features, names, note) in [
      (["x1"], ("a", "x1"), "uses x1 alone; --set features=x1,x2 adds"),
      (["x2sq"], ("b", "x2"), "uses x2sq alone; --set features=x1,x2sq adds"),
      (
        ["x1", "sin(3*x1)"], ("a", "x1"),
        "uses x1, sin(3*x1); --set 'features=x1,x2,sin(3*x1)' adds"
      ),
    ] {
      for (file, name, others, head) in [
        (rows, names.0, ["a", "b"], "my.csv: 4 rows; kind as 3 classes by "),
        (
          points, names.1, ["x1", "x2"],
          "p.csv: 1 training, 0 validation and 1 test points; label as 2 classes by "
        ),
      ] {
        var preset = Preset()
        try SettingCatalogue.keyed("features")?.set(features.joined(separator: ","), in: &preset)
        _ = try preset.replaceData(with: file)
        #expect(preset.openingNote == head + name + ".")
        let other = others.first { $0 != name } ?? ""
        #expect(preset.unseenNote(of: "Wave") == "“Wave” \(note) \(other).")
      }
    }
    #expect(try Preset(rows).unseenNote(of: "Wave") == nil)
    // A curve has no second column to see.
    #expect(
      try Preset(TableFile(path: "t.csv", table: CSV.table("t,y\n1,2\n2,3"))).unseenNote(of: "")
        == nil)
  }

  @Test("What is no use in a table is told, and names from a file are no orders for a terminal")
  func useless() throws {
    func note(_ text: String) throws -> String? {
      try Preset(TableFile(path: "d/my.csv", table: CSV.table(text))).openingNote
    }
    #expect(
      try note("x1,x2,class,share\n1,2,0,training\n2,2,1,\n")
        == "my.csv: 2 rows; class as 2 classes by x1 and x2; split anew, for the column “share” is"
        + " no use: it is empty in 1 row.")
    #expect(
      try note("a,b,kind\n1,2,x\n2,n/k,y\n3,n/k,x\n")
        == "my.csv: 3 rows; kind as 2 classes by a; the column “b” has too many cells without"
        + " a number (line 3: “n/k”) to be an input.")
    #expect(
      try note("\"a\n\u{1B}[2J\",b,\"ki\nnd\"\n1,2,x\n2,3,y\n")
        == "my.csv: 2 rows; ki\u{FFFD}nd as 2 classes by a\u{FFFD}\u{FFFD}[2J and b.")
  }

  @Test("A column x1 that is none is refused until others are chosen")
  func lostInput() throws {
    let table = try CSV.table("x1,x2,label\n1,2,0\nfoo,1,1\n3,4,0\n")
    var preset = try Preset(TableFile(path: "my.csv", table: table))
    let error = #expect(throws: SettingError.self) { try preset.validate() }
    #expect(error?.description == "my.csv: \(table.inputObstacle ?? "")")
    try SettingCatalogue.keyed("data.x2")?.set("none", in: &preset)
    try preset.validate()
  }

  @Test("A label that can't be predicted is refused until another column is chosen")
  func label() throws {
    let table = try CSV.table("a,b,label\n1,2,yes\n2,1,yes\n3,4,yes\n")
    var preset = try Preset(TableFile(path: "d/my.csv", table: table))
    let error = #expect(throws: SettingError.self) { try preset.validate() }
    #expect(error?.description == "d/my.csv: \(table.labelObstacle ?? "")")
    let target = try #require(SettingCatalogue.keyed("data.target"))
    let named = #expect(throws: SettingError.self) { try target.set("label", in: &preset) }
    #expect(
      named?.description
        == "data.target can't be “label”: expected 2 to 10 classes or different numbers, and it has"
        + " one class only (“yes”); one of a, b")
    try target.set("b", in: &preset)
    try preset.validate()
    #expect(try Preset(texts: preset.texts) == preset)
    // What an older version kept without a choice opens with the column that it predicted.
    let old = preset.texts.filter { $0.key != "data.target" }
    #expect(try Preset(texts: old).recipe.columns == preset.recipe.columns)
    // Whoever leaves the table and comes back finds a column that can be predicted.
    try SettingCatalogue.keyed("data.set")?.set("spiral", in: &preset)
    try SettingCatalogue.keyed("data.set")?.set("file", in: &preset)
    try preset.validate()
    #expect(preset.recipe.columns?.target == "b")
    let problem = #expect(throws: PresetProblem.self) {
      try Preset(yaml: "format: 1\ndata: {file: my.csv}\n") { _ in table }
    }
    #expect(problem?.description == "2:14: my.csv: \(table.labelObstacle ?? "")")
  }

  @Test("A key that is not quite one leads to the one that was meant")
  func hints() {
    for (written, key) in [
      ("rate", "training.learning-rate"), ("learning-rate", "training.learning-rate"),
      ("training.learning-rat", "training.learning-rate"), ("noise", "data.noise"),
      ("batch-siz", "training.batch-size"),
    ] {
      #expect(SettingCatalogue.hint(for: written) == "; did you mean “\(key)”?")
    }
    #expect(SettingCatalogue.hint(for: "no.such").isEmpty)
  }

  @Test("Points stand in the preset itself")
  func points() throws {
    let preset = try preset(
      "data:\n  points: |\n    x1,x2,class\n    1,2,0\n    2,1,2\n    0,0,1\n")
    #expect(preset.data.recipe == "points" && preset.problem == .classification(classes: 3))
    #expect(preset.dataset.allPoints.count == 3)
    #expect(try Preset(texts: preset.texts) == preset)
    #expect(preset.recipe.summary == "Points drawn by hand: 3 of them.")
  }

  @Test(
    "A mistake is told with its place",
    arguments: [
      ("data:\n  set: file\n", "3:8: data.set “file” needs data.file as well"),
      ("data:\n  set: points\n", "3:8: data.set “points” needs data.points as well"),
      ("data:\n  file: no.csv\n", "3:9: data.file: no.csv: there is no such file"),
      (
        "data:\n  points: \"x1,x2,class\"\n",
        "3:11: data.points, line 1: expected at least one point for training"
      ),
      (
        "data: {file: my.csv}\nfeatures: [x1, 1/(x1-5)]\n",
        "3:11: features can't be “1/(x1-5)”: expected a finite value at every point, "
          + "and it has none at point 4 (5.0, 5.0)"
      ),
      (
        "data: {file: my.csv, x1: kind}\n",
        "2:26: data.x1 can't be “kind”: expected one of a, b"
      ),
      (
        "features: [x1, 'sin(']\n",
        "2:11: features can't be “x1,sin(”: expected different ones of x1, x2, x1sq, x2sq, x1x2, "
          + "sinx1, sinx2, or formulas such as sin(x1*x2); in “sin(” at character 5: expected "
          + "x1, x2, a number, a function or “(”"
      ),
    ])
  func mistakes(_ yaml: String, _ message: String) {
    let problem = #expect(throws: PresetProblem.self) { try preset(yaml) }
    #expect(problem?.description == message)
  }

  @Test("What a column is usually follows the table, and goes with it")
  func columns() throws {
    var preset = Preset()
    func value(_ key: String) -> String? { SettingCatalogue.keyed(key)?.value(in: preset) }
    #expect(value("data.x1") == "x1" && value("data.target") == "label")
    try SettingCatalogue.keyed("data.set")?.set("wine", in: &preset)
    #expect(value("data.x1") == "flavanoids" && value("data.target") == "cultivar")
    try SettingCatalogue.keyed("data.x1")?.set("alcohol", in: &preset)
    #expect(preset.dataset.axes.map(\.name) == ["alcohol", "color_intensity"])
    try SettingCatalogue.keyed("data.set")?.set("iris", in: &preset)
    #expect(preset.data.columns == ColumnChoice())
  }
}
