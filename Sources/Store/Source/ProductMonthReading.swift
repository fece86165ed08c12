import Banking
import PostgresKit

/// Takes every product month of a bank in one pass and in any order: sums of holdings and of months for all clients, the
/// months themselves for a sample.
struct ProductMonthReading {
  private var judge: ProductMonthJudge
  private var holdings: HoldingTable
  private var months: MonthTable
  /// By client: its place in the sample, -1 = not in it.
  private let samplePlaces: [Int32]
  private let last: Month
  private var sample: [SampleMonth] = []
  /// By client: its sound rows, and the sum of their hashes.
  private var rowCounts: [Int32]
  private var contents: [UInt64]

  /// What was read.
  struct Result: Sendable {
    /// See `Snapshot.holdingStarts`.
    let holdings: (starts: [Int32], all: Holdings)
    /// See `Snapshot.monthsOfHistory`.
    let totals: (count: Int, income: Snapshot.MonthlyIncome, operations: Snapshot.MonthlyOperations)
    /// Ascending by place, product and month.
    let sample: [SampleMonth]
    let tally: ProductMonthTally
    let content: ContentCount
  }

  init(_ judge: ProductMonthJudge, _ holders: HolderRows, _ scope: ReadScope) {
    self.judge = judge
    last = scope.asOf.lastCompleteMonth
    let count = holders.keys.clients.count
    holdings = HoldingTable(holders.accounts.take() ?? HoldingColumn(), clientCount: count, last: last)
    months = MonthTable(clientCount: count, last: last, limit: scope.historyMonths)
    samplePlaces = holders.samplePlaces
    rowCounts = Array(repeating: 0, count: count)
    contents = Array(repeating: 0, count: count)
  }

  mutating func append(_ row: inout BinaryRow) throws {
    guard let sound = try judge.sound(&row), let client = sound.client else { return }
    months.add(sound.row, client: client)
    rowCounts[client] += 1
    contents[client] &+= sound.content
    guard let product = sound.product else { return }
    holdings.add(sound.row, client: client, product: product)
    let place = samplePlaces[client]
    if place >= 0 { sample.append(SampleMonth(place: place, product: Int16(product), row: sound.row)) }
  }

  var clientCount: Int { rowCounts.count }

  func client(at position: Int) -> Int64 { judge.client(at: position) }

  mutating func position(of client: Int64) -> Int? { judge.position(of: client) }

  /// Rows that need no judgement; see `ProductMonthTally`.
  mutating func pass(sound: Int64 = 0, toCome: Int64 = 0) { judge.pass(sound: sound, toCome: toCome) }

  /// Rows judged so far.
  var judged: Int64 { judge.tally.rows }
  /// See `ProductMonthJudge`.
  var unsettled: Set<Int64>? { judge.unsettled }

  consuming func finished() -> Result {
    sample.sort { ($0.place, $0.product, $0.row.month) < ($1.place, $1.product, $1.row.month) }
    return Result(
      holdings: holdings.settled(), totals: months.settled(), sample: sample, tally: judge.tally, content: content)
  }

  private var content: ContentCount {
    var content = ContentCount()
    for client in rowCounts.indices where rowCounts[client] > 0 {
      content.add(rows: Int(rowCounts[client])) {
        $0.combine(judge.client(at: client))
        $0.combine(Int64(bitPattern: contents[client]))
      }
    }
    return content
  }
}

extension ProductMonthReading {
  /// What a client's rows come to.
  func activity(of client: Int) -> ClientActivity {
    ClientActivity(
      rowCount: Int64(rowCounts[client]), content: Int64(bitPattern: contents[client]),
      figures: ActivityCode(months: months.months(of: client), holdings.activity(of: client), last: last).bytes)
  }

  /// Takes what an earlier reading made of a client's rows; the client must have had none yet.
  /// - Returns: false where it cannot be made out.
  mutating func restore(_ client: Int, rowCount: Int64, content: Int64, _ figures: UnsafeRawBufferPointer) -> Bool {
    var figures = ActivityFigures(figures)
    guard months.restore(figures.count(), of: client, { figures.month() }) else { return false }
    for _ in 0..<figures.count() {
      let holding = figures.holding(last: last)
      guard judge.hasProduct(holding.product) else { return false }
      holdings.restore(holding, of: client)
    }
    rowCounts[client] = Int32(clamping: rowCount)
    contents[client] = UInt64(bitPattern: content)
    pass(sound: rowCount)
    return figures.isSound
  }

  /// Takes back what was made of the clients' rows.
  mutating func forget(_ clients: Set<Int64>) {
    let positions = clients.compactMap { position(of: $0) }
    for client in positions {
      pass(sound: -Int64(rowCounts[client]))
      rowCounts[client] = 0
      contents[client] = 0
      holdings.forget(client)
    }
    months.forget(positions)
  }
}

extension ProductMonthJudge.Sound {
  /// Of the row but for its client.
  fileprivate var content: UInt64 {
    var hash = ContentHash()
    hash.combine(Int64(product ?? -1))
    hash.combine(Int64(row.month))
    hash.combine(row.income)
    hash.combine(row.operations)
    return UInt64(bitPattern: hash.key)
  }
}

/// Whose product months are read, and what their accounts say.
struct HolderRows: Sendable {
  let keys: SourceKeys
  /// Given away, so that holdings stand in memory once.
  let accounts: Handover<HoldingColumn>
  /// By client its place in the sample, -1 = not in it.
  let samplePlaces: [Int32]
}

/// The bank's products.
struct ProductRows: Sendable {
  let catalogue: Catalogue
  let content: ContentCount
  /// Codes of those that are not sound.
  let others: Set<String>
}

/// A product month of a client of the sample.
struct SampleMonth: Sendable {
  /// Position among the clients of the sample.
  let place: Int32
  let product: Int16
  let row: ProductMonth
}

/// One month of one client and product; minor units.
struct ProductMonth: Sendable {
  let month: Int32
  let income: Int64
  let operations: Int64
}
