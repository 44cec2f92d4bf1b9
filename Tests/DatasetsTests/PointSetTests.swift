import Engine
import Testing

@testable import Datasets

@Suite("Points drawn by hand")
struct PointSetTests {
  @Test("A new class never has the name of another")
  func names() {
    var set = PointSet([], problem: .classification(classes: 3), classNames: ["1", "2", "3"])
    set.include(class: 4)
    #expect(set.classNames == ["1", "2", "3", "4", "5"])
  }

  @Test("The points of any data set come back from their text, in their shares")
  func roundTrip() throws {
    let split = Split(training: 0.5, validation: 0.25)
    var sets = RecipeCatalogue.all.map { recipe in
      Dataset(
        recipe, settings: RecipeSettings(count: 41, noise: 0.3, classes: 5), split: split, seed: 2)
    }
    sets += TableCatalogue.all.map {
      Dataset(TablePoints($0.table, $0.choice), count: 50, split: split, seed: 2)
    }
    for set in sets {
      let points = PointSet(set)
      #expect(try PointSet(text: points.text) == points)
      #expect(Dataset(points, split: Split(training: 0.1), seed: 77) == set)
    }
  }

  @Test("Without shares they are split like any others")
  func free() throws {
    let rows = (0..<40).map { "\($0 % 12 - 6),0.5,\($0 % 3)\n" }.joined()
    let set = try PointSet(text: "x1,x2,class\n" + rows)
    #expect(set.problem == .classification(classes: 3))
    let dataset = Dataset(set, split: Split(training: 0.5, validation: 0.25), seed: 1)
    #expect(dataset.training.count == 20 && dataset.validation.count == 10)
    #expect(dataset.test.count == 10 && dataset.classNames == ["0", "1", "2"])
    var shared = PointSet(dataset)
    #expect(shared.count(of: .validation) == 10)
    shared.forgetShares()
    #expect(shared.points.allSatisfy { $0.share == nil })
  }

  @Test("A class more is a name more, where classes have names")
  func growing() throws {
    var set = try PointSet(text: "classes,red,blue\nx1,x2,class\n0,0,1\n")
    #expect(set.classNames == ["red", "blue"])
    set.include(class: 1)
    #expect(set.problem == .classification(classes: 2))
    set.include(class: 3)
    #expect(set.problem == .classification(classes: 4))
    #expect(set.classNames == ["red", "blue", "2", "3"])
    #expect(try PointSet(text: set.text) == set)
  }

  @Test(
    "A mistake is told with its line",
    arguments: [
      ("", "1:1: expected the line “x1,x2,class” or “x1,x2,number”, and points below it"),
      ("x1,x2\n", "1:1: expected the line “x1,x2,class” or “x1,x2,number”"),
      ("x1,x2,class\n", "1:1: expected at least one point for training"),
      ("x1,x2,class,share\n1,2,0,test\n", "1:1: expected at least one point for training"),
      ("x1,x2,class\n1,2\n", "2:1: expected x1, x2, a label and perhaps a share, found 2 cells"),
      ("x1,x2,class\n1,a,0\n", "2:1: expected two numbers for x1 and x2"),
      ("x1,x2,class\n1,1e7,0\n", "2:1: expected two numbers for x1 and x2"),
      ("x1,x2,class\n\n1,2,10\n", "3:1: expected a class from 0 to 9, found “10”"),
      ("x1,x2,class\n1,2,0.5\n", "2:1: expected a class from 0 to 9, found “0.5”"),
      ("x1,x2,number\n1,2,nan\n", "2:1: expected a number to predict, found “nan”"),
      (
        "classes,a,b\nx1,x2,number\n1,2,3\n",
        "2:1: expected “x1,x2,class” below the names of classes"
      ),
      (
        "x1,x2,class,share\n1,2,0,train\n",
        "2:1: expected the share training, validation or test, found “train”"
      ),
      ("axis1,a,b,c\n", "1:1: expected a name and two numbers after “axis1”"),
    ])
  func mistakes(_ text: String, _ message: String) {
    let problem = #expect(throws: TableProblem.self) { try PointSet(text: text) }
    #expect(problem?.description == message)
  }
}
