import Banking

extension PolicyValue where Value == Int {
  static func whole(_ range: ClosedRange<Int>, _ unit: String = "number") -> Self {
    let noun = unit == "number" ? "a whole number" : "a whole number of \(unit)"
    return Self(
      expectation: "\(noun) from \(range.lowerBound) to \(range.upperBound)", unit: unit,
      read: { $0.digits.flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil } },
      text: { String($0) })
  }
}

extension PolicyValue where Value == UInt64 {
  static var seed: Self {
    Self(
      expectation: "a whole number from 0 to \(UInt64.max)", unit: "number",
      read: { $0.digits.flatMap { UInt64($0) } }, text: { String($0) })
  }
}

extension PolicyValue where Value == Double {
  static func decimal(_ range: ClosedRange<Double>, _ unit: String = "number") -> Self {
    let noun = ["number", "factor"].contains(unit) ? "a \(unit)" : "a number of \(unit)"
    return Self(
      expectation: "\(noun) from \(short(range.lowerBound)) to \(short(range.upperBound))", unit: unit,
      read: { $0.digits.flatMap { Double($0) }.flatMap { range.contains($0) ? $0 : nil } },
      text: short)
  }

  static var share: Self { share(0...1) }

  static func share(_ range: ClosedRange<Double>) -> Self {
    let number = decimal(range)
    return Self(
      expectation: "a share from \(short(range.lowerBound)) to \(short(range.upperBound))", unit: "share",
      read: number.read, text: number.text)
  }

  @Sendable private static func short(_ value: Double) -> String {
    value.description.hasSuffix(".0") ? String(value.description.dropLast(2)) : value.description
  }
}

extension PolicyValue where Value == Money {
  /// - Parameter range: in whole units of currency.
  static func amount(_ range: ClosedRange<Int64>) -> Self {
    Self(
      expectation: "an amount from \(range.lowerBound) to \(range.upperBound) with at most two decimals",
      unit: "currency",
      read: { $0.digits.flatMap { Money(decimal: $0) }.flatMap { $0.lies(in: range) ? $0 : nil } },
      text: { $0.minorUnits % 100 == 0 ? String($0.minorUnits / 100) : $0.description })
  }
}

extension PolicyValue where Value == Bool {
  static var flag: Self {
    Self(
      expectation: "true or false", unit: "true or false", read: { $0.plainText.flatMap { Bool($0) } },
      text: { String($0) })
  }
}

extension PolicyValue where Value == String {
  static func text(_ unit: String = "text", of expectation: String = "a text") -> Self {
    Self(
      expectation: expectation, unit: unit,
      read: { $0.isNothing || $0.anyText?.isEmpty ?? true ? nil : $0.anyText }, text: quoted)
  }
}

extension PolicyValue where Value == Set<BusinessDate> {
  /// Written in their order.
  static var dates: Self {
    let list = PolicyValue<[BusinessDate]>.list(
      PolicyValue<BusinessDate>(
        expectation: "dates such as 2026-06-16", unit: "dates",
        read: { $0.anyText.flatMap { BusinessDate(iso: $0) } }, text: { $0.description }))
    return Self(
      expectation: list.expectation, unit: list.unit, read: { list.read($0).map { Set($0) } },
      text: { list.text($0.sorted()) })
  }
}

extension PolicyValue {
  /// A value that is a text with a meaning, such as a product code.
  static func code(_ unit: String) -> Self where Value: RawRepresentable, Value.RawValue == String {
    let text = PolicyValue<String>.text(unit, of: "\(unit)s")
    return Self(
      expectation: text.expectation, unit: unit, read: { text.read($0).flatMap(Value.init(rawValue:)) },
      text: { text.text($0.rawValue) })
  }

  /// One word out of all there are.
  static func word(_ unit: String) -> Self
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    Self(
      expectation: "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))", unit: unit,
      read: { $0.anyText.flatMap(Value.init(rawValue:)) }, text: { $0.rawValue })
  }

  /// A set of words out of all there are; written in their order.
  static func words<Word>(_ unit: String) -> Self
  where Value == Set<Word>, Word: CaseIterable & RawRepresentable & Sendable, Word.RawValue == String {
    Self(
      expectation: "a list out of \(Word.allCases.map(\.rawValue).joined(separator: ", "))", unit: unit,
      read: { node in
        guard let items = node.items else { return nil }
        let words = items.compactMap { $0.anyText.flatMap(Word.init(rawValue:)) }
        return words.count == items.count ? Set(words) : nil
      },
      text: { set in "[\(Word.allCases.filter(set.contains).map(\.rawValue).joined(separator: ", "))]" })
  }
}

extension Money {
  /// Exact: `1250`, `-3.5`, `0.05`; nil for anything else and for what does not fit.
  fileprivate init?(decimal text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int64(parts[0]) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= 2, decimals.allSatisfy({ ("0"..."9").contains($0) }), parts.count == 1 || !decimals.isEmpty
    else { return nil }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
    let hundredths = (Int64(decimals) ?? 0) * (decimals.count == 1 ? 10 : 1)
    let (sum, carried) = scaled.addingReportingOverflow(parts[0].hasPrefix("-") ? -hundredths : hundredths)
    guard !overflow, !carried else { return nil }
    self.init(minorUnits: sum)
  }

  fileprivate func lies(in units: ClosedRange<Int64>) -> Bool {
    let (low, high) = (units.lowerBound * 100, units.upperBound * 100)
    return (low...high).contains(minorUnits)
  }
}

/// In double quotes, with what would end the line or the quotes escaped, so that no two texts look alike.
@Sendable func quoted(_ text: String) -> String {
  var result = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\"", "\\": result += "\\\(character)"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    default: result.unicodeScalars.append(character)
    }
  }
  return result + "\""
}
