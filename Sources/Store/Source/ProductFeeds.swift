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
    regulars.filter { _, clients in
      let all = clients.present + clients.absent
      return all >= Self.fewest && Double(clients.present) < Double(all) * share
    }.keys.sorted()
  }
}
