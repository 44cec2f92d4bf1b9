import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What classes are called, the same in every view.
extension Session {
  /// Whether the data itself says what its classes are called: a table's names may be plain numbers.
  var hasNamedClasses: Bool {
    preset.problem != .regression
      && (dataset.hasOwnClassNames || dataset.axes != Dataset.plainAxes)
  }

  /// The short name of a class: as the data has it, else a sign of two classes, else a number from 1.
  func className(_ index: Int) -> String {
    let names = dataset.classNames
    guard names.indices.contains(index), hasNamedClasses || names.count == 2 else {
      return "\(index + 1)"
    }
    return names[index]
  }

  /// What a label is called in a sentence: the class, or the number to predict.
  func className(of label: Float) -> String {
    guard preset.problem != .regression else {
      let value = TargetUnit(self).value(Double(label))
      return "the value \(format(value, significantDigits: dataset.target.isPlain ? 2 : 4))"
    }
    let index = Int(label)
    if !dataset.classNames.indices.contains(index),
      hasNamedClasses || dataset.classNames.count == 2
    {
      return "a new class"
    }
    return hasNamedClasses ? className(index) : "class \(className(index))"
  }
}
