import Features
import Glibc

/// What lies between "which product was left out" and "is it held".
///
/// That a client with the other products x holds j too has the odds P(x and j) / P(x). Rows with one product left out tell
/// P(j | x), the share of j among those that x may have come from; their sum over j is (number of rows that leave x) /
/// (number of clients that hold just x). Counted by how many products x has: of the clients with h + 1 products each leaves
/// h + 1 rows of h.
struct HoldingLevels {
  /// By the number of other products held, 0 to one less than there are: added to a log-share it gives log-odds.
  let byHeld: [Double]

  init(_ table: FeatureTable) {
    // Half a client more of each number, so that one that nobody has stays finite.
    var clients = [Double](repeating: 0.5, count: table.productCount + 1)
    for client in 0..<table.clientCount where table.isPeer(client) {
      clients[(0..<table.productCount).count { table.holds(client, $0) }] += 1
    }
    byHeld = (0..<table.productCount).map { log(Double($0 + 1) * clients[$0 + 1] / clients[$0]) }
  }
}
