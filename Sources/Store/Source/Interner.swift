/// Turns words into small codes while rows stream in; `sorted()` then makes the codes ascend with the words, so that they
/// do not depend on the order of arrival.
struct Interner: Sendable {
  private var codes: [String: Int32] = [:]

  /// -1 for an unknown word.
  mutating func code(_ word: String?) -> Int32 {
    guard let word else { return -1 }
    if let code = codes[word] { return code }
    let code = Int32(codes.count)
    codes[word] = code
    return code
  }

  /// The words in ascending order, and for each code of arrival its position among them.
  func sorted() -> (words: [String], position: [Int32]) {
    let words = codes.keys.sorted()
    var position = [Int32](repeating: 0, count: words.count)
    for (place, word) in words.enumerated() {
      if let code = codes[word] { position[Int(code)] = Int32(place) }
    }
    return (words, position)
  }
}
