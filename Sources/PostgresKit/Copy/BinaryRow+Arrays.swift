extension BinaryRow {
  /// Appends the elements of a one-dimensional array of text without NULLs to a buffer the caller reuses; the
  /// number of elements, nil where the field is NULL.
  @discardableResult
  package mutating func readTextArray(into buffer: inout [String]) throws -> Int? {
    guard let bytes = try readBytes() else { return nil }
    do {
      let elements = try [String](binary: bytes, type: .textArray)
      buffer.append(contentsOf: elements)
      return elements.count
    } catch {
      throw failure(error, "text[]")
    }
  }
}
