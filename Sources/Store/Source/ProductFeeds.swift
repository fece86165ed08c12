import Banking

/// Whose products had business in every month of the year but one at most, and had it in the last one or only until the month before: whether
/// the last month of each product is loaded. What is charged by the quarter has no such clients.
struct ProductFeeds: Sendable, Equatable {
  /// Of the last twelve months, with business in them.
  static let regularMonths: UInt8 = 11
  /// Of fewer nothing can be told.
  private static let fewest: Int64 = 20

  /// Clients of one product that use it regularly.
  struct Regulars: Sendable, Equatable {
    /// With business in the last month.
    var present: Int64 = 0
    /// With the product, and with business until the month before.
    var absent: Int64 = 0
  }

  private let regulars: [ProductCode: Regulars]

  init(_ regulars: [ProductCode: Regulars]) { self.regulars = regulars.filter { $0.value != Regulars() } }

  init(_ snapshot: Snapshot) {
    var regulars = [Regulars](repeating: Regulars(), count: snapshot.catalogue.products.count)
    for holding in snapshot.holdings where holding.activeMonths >= Self.regularMonths {
      if holding.lastActive == snapshot.lastMonth {
        regulars[Int(holding.product)].present += 1
      } else if holding.lastActive == snapshot.lastMonth.advanced(by: -1), holding.isHeld || holding.spells.isEmpty {
        regulars[Int(holding.product)].absent += 1
      }
    }
    self.init(Dictionary(zip(snapshot.catalogue.products.map(\.code), regulars)) { first, _ in first })
  }

  /// Products of which too many of the regular clients are absent, ascending.
  /// - Parameter share: of them that suffices.
  func missing(thinBelow share: Double) -> [ProductCode] {
    regulars.filter { $1.all >= Self.fewest && Double($1.present) < Double($1.all) * share }.keys.sorted()
  }

  /// Those of them that at least half of the bank's clients use, so that the night would take most of the bank for silent.
  /// - Parameter clients: with business in a month.
  func lost(thinBelow share: Double, of clients: Int64) -> [ProductCode] {
    missing(thinBelow: share).filter { (regulars[$0]?.all ?? 0) * 2 >= clients }
  }
}

extension ProductFeeds.Regulars {
  fileprivate var all: Int64 { present + absent }
}
