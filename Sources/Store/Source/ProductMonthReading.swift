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
  private var sample: [SampleMonth] = []
  private var content = ContentCount()

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

  init(_ judge: ProductMonthJudge, _ holdings: HoldingTable, _ months: MonthTable, samplePlaces: [Int32]) {
    self.judge = judge
    self.holdings = holdings
    self.months = months
    self.samplePlaces = samplePlaces
  }

  mutating func append(_ row: inout BinaryRow) throws {
    guard let sound = try judge.sound(&row), let client = sound.client else { return }
    months.add(sound.row, client: client)
    content.addInAnyOrder {
      $0.combine(Int64(client))
      $0.combine(Int64(sound.product ?? -1))
      $0.combine(Int64(sound.row.month))
      $0.combine(sound.row.income)
      $0.combine(sound.row.operations)
    }
    guard let product = sound.product else { return }
    holdings.add(sound.row, client: client, product: product)
    let place = samplePlaces[client]
    if place >= 0 { sample.append(SampleMonth(place: place, product: Int16(product), row: sound.row)) }
  }

  consuming func finished() -> Result {
    sample.sort { ($0.place, $0.product, $0.row.month) < ($1.place, $1.product, $1.row.month) }
    return Result(
      holdings: holdings.settled(), totals: months.settled(), sample: sample, tally: judge.tally, content: content)
  }
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
