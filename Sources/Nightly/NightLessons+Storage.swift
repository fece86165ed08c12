import FoundationEssentials

extension NightLessons {
  /// As they are kept. Numbers that are unknown (NaN) stand as words; all others come back to the bit.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Nil where the text is not what this program keeps: the night then learns anew.
  init?(json: String) {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let lessons = try? decoder.decode(NightLessons.self, from: Data(json.utf8)) else { return nil }
    self = lessons
  }
}
