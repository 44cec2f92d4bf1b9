import Engine
import TestSupport
import Testing

/// The articles name every member of every family, with the formula that the code has.
@Suite("Articles of the documentation")
struct ArticleTests {
  /// A member, as an article has to have it.
  struct Member: CustomStringConvertible, Sendable {
    let article: String
    let name: String
    let formula: String
    /// What a command has to say to choose it.
    let setting: String

    var description: String { name }
  }

  private static let members: [Member] =
    Activation.allCases.map {
      Member(
        article: "Activations", name: $0.rawValue, formula: $0.formula,
        setting: "network.activation=\($0.rawValue)")
    }
    + OptimizerCatalogue.all.map {
      Member(
        article: "Optimizers", name: $0.name, formula: $0.formula,
        setting: "training.optimizer=\($0.name)")
    }
    + ScheduleCatalogue.all.map {
      Member(
        article: "Schedules", name: $0.name, formula: $0.formula,
        setting: "training.schedule=\($0.name)")
    }
    + Clipping.allCases.map {
      Member(
        article: "ClippingGradients", name: $0.name, formula: $0.formula,
        setting: "training.clipping=\($0.name)")
    }
    + Initializer.allCases.map {
      Member(
        article: "FirstWeights", name: $0.name, formula: $0.formula,
        setting: "network.initialization=\($0.name)")
    }
    + LayerCatalogue.wirings.map {
      Member(
        article: "NetworksAndLayers", name: $0.name, formula: $0.formula,
        setting: "network.wiring=\($0.name)")
    }
    + LayerCatalogue.normalizations.map {
      Member(
        article: "NetworksAndLayers", name: $0.name, formula: $0.formula,
        setting: "network.normalization=\($0.name)")
    }
    + Loss.allCases.map {
      Member(
        article: "Losses", name: $0.name, formula: $0.formula,
        // The playground has one name for the two, and takes the one that fits the data.
        setting: $0.takesLogits ? "training.loss=cross-entropy" : "training.loss=\($0.name)")
    }

  @Test("Each member has a section with its formula and an experiment", arguments: members)
  func member(_ member: Member) throws {
    let article = try #require(try Article.all().first { $0.name == member.article })
    let section = try #require(article.section(member.name), "\(article) has no such section")
    #expect(section.text.contains("`\(member.formula)`"), "\(section.text)")
    let commands = section.commands.flatMap { $0.split(separator: " ").map(String.init) }
    #expect(commands.contains(member.setting), "\(commands)")
  }

  @Test("The landing page leads to every article")
  func landing() throws {
    let articles = try Article.all()
    let landing = try #require(articles.first { $0.name == "Engine" })
    for article in articles where article.name != "Engine" {
      #expect(landing.text.contains("<doc:\(article.name)>"), "\(article)")
    }
  }

  @Test("Blocks, commands and sections are read")
  func reading() {
    let article = Article(
      name: "Page",
      text: """
        # Page
        ## One
        ```swift
        let a = 1

        let b = 2
        ```
        ### one more
        ```sh
        percept play
        percept bench
        ```
        ## Two
        ```
        plain
        ```
        """)
    #expect(article.blocks(in: "swift") == ["let a = 1\n\nlet b = 2"])
    #expect(article.blocks(in: "") == ["plain"])
    #expect(article.commands == ["percept play", "percept bench"])
    #expect(article.section("one more")?.commands == article.commands)
    #expect(article.section("One")?.blocks(in: "swift").count == 1)
    #expect(article.section("Two")?.commands == [])
    #expect(article.section("Three") == nil)
  }
}
