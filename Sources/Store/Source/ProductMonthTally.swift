import Banking

/// What a reading of all product months has seen: their number, the faulty ones by fault, and a few of their keys.
struct ProductMonthTally: Sendable {
  var rows: Int64 = 0
  private var counts = [Int64](repeating: 0, count: ProductMonthFault.allCases.count)
  private var samples: [String: [String]] = [:]
  private static let sampleSize = 5

  init() {}

  /// Rows without fault of months that are over.
  var sound: Int64 { rows - counts.reduce(0, +) }

  mutating func add(_ fault: ProductMonthFault, client: Int64?, product: String?, month: Int32?) {
    counts[fault.place] += 1
    guard fault != .future else { return }
    let key = [client.map(String.init), product, month.map(Self.text)].map { $0 ?? "(none)" }.joined(separator: " ")
    var keys = samples[fault.rawValue] ?? []
    if keys.count == Self.sampleSize, let last = keys.last, !Self.precedes(key, last) { return }
    keys.insert(key, at: keys.firstIndex { Self.precedes(key, $0) } ?? keys.count)
    samples[fault.rawValue] = Array(keys.prefix(Self.sampleSize))
  }

  /// Sound rows that were judged by an earlier reading, and rows of months to come.
  mutating func add(sound: Int64, toCome: Int64) {
    rows += sound + toCome
    counts[ProductMonthFault.future.place] += toCome
  }

  /// By fault of `faults_product_month.sql`, rows of months to come among them.
  var faults: [String: Int64] {
    Dictionary(uniqueKeysWithValues: ProductMonthFault.allCases.map { ($0.rawValue, counts[$0.place]) })
  }

  /// The first keys of a rule, as `Query.sampleOfFault` orders them.
  func keys(of rule: String) -> [String] { samples[rule] ?? [] }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    let (long, short) = (a.unicodeScalars.count, b.unicodeScalars.count)
    return long != short ? long < short : a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func text(_ month: Int32) -> String {
    switch month {
    case .max: "infinity"
    case .min: "-infinity"
    default: BusinessDate(dayNumber: month).description
    }
  }
}

extension ProductMonthFault {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
