/// Numbers, which JSON has finite ones of alone.
extension JSON {
  /// A number by its shortest digits; null for what is none.
  package static func finite(_ value: Double) -> JSON {
    value.isFinite ? .number("\(value)") : .null
  }

  /// A number by its shortest digits in single precision; null for what is none.
  package static func finite(_ value: Float) -> JSON {
    value.isFinite ? .number("\(value)") : .null
  }
}
