import Banking
import PostgresKit

/// Hands the rows of `read_product_months.sql` to every earlier date, one client at a time, so that the history itself
/// never stands in memory.
struct PastReading {
  private let clients: [ClientID]
  private let catalogue: Catalogue
  private var dates: [PastActivity]
  private var client = 0
  /// The client's months with the products' positions, in the order of arrival.
  private var months: [(product: Int, row: ProductMonth)] = []
  private var group: [ProductMonth] = []
  private var firstIncomes: FirstIncomes
  private var content = ContentCount()

  /// - Parameter clients: of the sample, ascending.
  init(_ clients: [ClientID], _ tonight: Snapshot, into dates: [PastActivity]) {
    self.clients = clients
    catalogue = tonight.catalogue
    firstIncomes = FirstIncomes(tonight)
    self.dates = dates
  }

  mutating func append(_ row: inout BinaryRow) throws {
    let id = ClientID(try row.readInt64())
    if client < clients.count, clients[client] < id { turn(to: id) }
    guard client < clients.count, clients[client] == id,
      let product = catalogue.index(of: ProductCode(try row.readText()))
    else { return }
    let month = BusinessDate(try row.readDate()).calendarMonth
    months.append(
      (product, ProductMonth(month: month.index, income: try row.readInt64(), operations: try row.readInt64())))
  }

  private mutating func turn(to id: ClientID) {
    flush()
    while client < clients.count, clients[client] < id { client += 1 }
  }

  private mutating func flush() {
    guard !months.isEmpty else { return }
    months.sort { ($0.product, $0.row.month) < ($1.product, $1.row.month) }
    firstIncomes.append(months, of: clients[client])
    var first = 0
    while first < months.count {
      let product = months[first].product
      let end = months[first...].firstIndex { $0.product != product } ?? months.count
      group.removeAll(keepingCapacity: true)
      for month in months[first..<end] { add(month.row, of: product) }
      for date in dates.indices { dates[date].append(group, client: client, product: product) }
      first = end
    }
    months.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ row: ProductMonth, of product: Int) {
    let id = clients[client]
    content.add {
      $0.combine(id.rawValue)
      $0.combine(Int64(product))
      $0.combine(Int64(row.month))
      $0.combine(row.income)
      $0.combine(row.operations)
    }
    group.append(row)
  }

  consuming func finished() -> (dates: [PastActivity], firstIncomes: [FirstIncome], content: ContentCount) {
    flush()
    return (dates, firstIncomes.found, content)
  }
}
