import Banking
import PostgresKit

/// Hands the rows of `read_product_months.sql` to every earlier date, one client and product at a time, so that the
/// history itself never stands in memory.
struct PastReading {
  private let clients: [ClientID]
  private let catalogue: Catalogue
  private var dates: [PastActivity]
  private var client = 0
  private var product: (code: ProductCode, place: Int)?
  private var months: [ProductMonth] = []
  private var content = ContentCount()

  /// - Parameter clients: of the sample, ascending.
  init(_ clients: [ClientID], _ catalogue: Catalogue, into dates: [PastActivity]) {
    self.clients = clients
    self.catalogue = catalogue
    self.dates = dates
  }

  mutating func append(_ row: inout BinaryRow) throws {
    let id = ClientID(try row.readInt64())
    let code = ProductCode(try row.readText())
    let month = BusinessDate(try row.readDate()).calendarMonth
    let isNext = client >= clients.count || clients[client] != id || product?.code != code
    if isNext { turn(to: id, code) }
    guard product != nil else { return }
    let read = ProductMonth(month: month.index, income: try row.readInt64(), operations: try row.readInt64())
    content.add {
      $0.combine(id.rawValue)
      $0.combine(Int64(product?.place ?? -1))
      $0.combine(Int64(read.month))
      $0.combine(read.income)
      $0.combine(read.operations)
    }
    months.append(read)
  }

  private mutating func turn(to id: ClientID, _ code: ProductCode) {
    flush()
    while client < clients.count, clients[client] < id { client += 1 }
    let isKnown = client < clients.count && clients[client] == id
    product = isKnown ? catalogue.index(of: code).map { (code, $0) } : nil
  }

  private mutating func flush() {
    guard let product, !months.isEmpty else { return }
    for date in dates.indices { dates[date].append(months, client: client, product: product.place) }
    months.removeAll(keepingCapacity: true)
  }

  consuming func finished() -> ([PastActivity], ContentCount) {
    flush()
    return (dates, content)
  }
}
