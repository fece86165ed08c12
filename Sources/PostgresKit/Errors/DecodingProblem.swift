/// What kept a field from becoming a Swift value. It never carries the value.
package enum DecodingProblem: String, Error, Sendable {
  case noSuchColumn = "the result has no such column"
  case unexpectedNull = "the value is NULL"
  case wrongType = "the type does not convert"
  case malformed = "the bytes are not a value of the type"
  case unknownWord = "the word is none that this program knows; upgrade xsell"
  case outOfRange = "the value does not fit"
  case tooPrecise = "the value has more than two decimals"
  case notFinite = "the value is NaN or infinite"
  case notOneDimensional = "the array has more than one dimension"
  case nullElement = "the array holds a NULL"
  case fieldCount = "the row has another number of fields"
  case endOfRow = "the row has no more fields"
}
