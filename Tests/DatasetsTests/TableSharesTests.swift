import Testing

@testable import Datasets

@Suite("The column of shares in a table")
struct TableSharesTests {
  @Test(
    "A word that is no share is told with its place",
    arguments: [
      ("x1,x2,label,share\n1,2,0,train\n2,1,1,train\n", "2:7: “train”"),
      ("x1,x2,label,share\n1,2,0,training\n2,1,1,tset\n", "3:7: “tset”"),
      ("x1,share,label\n1,training,0\n2,\"te\u{1B}st\",1\n", "3:4: “te\u{FFFD}st”"),
    ])
  func strange(text: String, place: String) {
    let problem = #expect(throws: TableProblem.self) { try CSV.table(text) }
    #expect(
      problem?.description
        == "\(place) is no share: expected training, validation or test in the column “share”")
  }

  @Test("A column of that name with another meaning is one like any other")
  func others() throws {
    for text in [
      "share,a,kind\nbig,1,x\nsmall,2,y\n", "a,b,share\n1,2,0.5\n2,1,0.25\n", "share\n1\n2\n",
    ] {
      let table = try CSV.table(text)
      #expect(table.sharesObstacle == nil)
    }
  }

  @Test(
    "Why shares can't be used is known",
    arguments: [
      ("x1,x2,label,share\n1,2,0,training\n2,1,1,test\n", nil),
      ("x1,x2,label,share\n1,2,0,training\n2,1,1,\n", "it is empty in 1 row"),
      ("x1,x2,label,share\n1,2,0,test\n2,1,1,test\n", "it has no row for training"),
      (
        "x1,x2,label,share\n1,2,0,training\n2,,1,test\n,4,1,test\n",
        "other cells are empty in 2 rows"
      ),
      ("x1,share,label\n1,training,0\n2,test,1\n", "it is not the last column"),
      (
        "a,b,c,label,share\n1,2,3,0,training\n2,1,4,1,test\n",
        "it goes with one or two columns of numbers and a label"
      ),
    ])
  func obstacles(text: String, obstacle: String?) throws {
    let table = try CSV.table(text)
    #expect(table.sharesObstacle == obstacle)
    #expect((PointSet(table) != nil) == (obstacle == nil))
  }
}
