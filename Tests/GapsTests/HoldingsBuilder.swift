import Banking

/// Collects accounts and months and lays them out as a snapshot's holdings.
struct HoldingsBuilder {
  private struct Key: Hashable {
    let client: Int
    let product: Int
  }

  private let clients: [Int64: Int]
  private let catalogue: Catalogue
  private let asOf: BusinessDate
  private var spells: [Key: [Spell]] = [:]
  private var months: [Key: [(month: Month, income: Int64, operations: Int32)]] = [:]

  init(ids: [Int64], catalogue: Catalogue, asOf: BusinessDate) {
    clients = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    self.catalogue = catalogue
    self.asOf = asOf
  }

  mutating func add(_ client: Int64, _ product: String, _ start: BusinessDate?, _ end: BusinessDate?) {
    guard let key = key(client, product) else { return }
    spells[key, default: []].append(Spell(start: start, end: end))
  }

  mutating func add(_ client: Int64, _ product: String, _ month: Month, _ income: Int64, _ operations: Int32) {
    guard let key = key(client, product) else { return }
    months[key, default: []].append((month, income, operations))
  }

  func build() -> (starts: [Int32], holdings: [Holding], spells: [Spell]) {
    var starts: [Int32] = [0]
    var holdings: [Holding] = []
    var all: [Spell] = []
    let keys = Set(spells.keys).union(months.keys).sorted { ($0.client, $0.product) < ($1.client, $1.product) }
    var next = 0
    for client in 0..<clients.count {
      while next < keys.count, keys[next].client == client {
        holdings.append(holding(keys[next], into: &all))
        next += 1
      }
      starts.append(Int32(holdings.count))
    }
    return (starts, holdings, all)
  }

  private func holding(_ key: Key, into all: inout [Spell]) -> Holding {
    let own = merged(spells[key] ?? [])
    let first = Int32(all.count)
    all += own
    var holding = Holding(
      product: Int16(key.product), openAccounts: own.contains { $0.end == nil } ? 1 : 0,
      spells: first..<Int32(all.count))
    for row in months[key] ?? [] {
      let age = asOf.lastCompleteMonth.months(since: row.month)
      holding.lastActive = max(holding.lastActive ?? row.month, row.month)
      guard age < 12 else { continue }
      holding.income12 += row.income
      holding.operations12 += row.operations
      holding.activeMonths += 1
      guard age < 3 else { continue }
      holding.income3 += row.income
      holding.operations3 += row.operations
    }
    return holding
  }

  private func merged(_ spells: [Spell]) -> [Spell] {
    let early = BusinessDate(dayNumber: .min)
    var merged: [Spell] = []
    for spell in spells.sorted(by: { ($0.start ?? early) < ($1.start ?? early) }) {
      guard let last = merged.last, last.end.map({ $0 >= (spell.start ?? early) }) ?? true else {
        merged.append(spell)
        continue
      }
      guard let end = last.end else { continue }
      merged[merged.count - 1].end = spell.end.map { max($0, end) }
    }
    return merged
  }

  private func key(_ client: Int64, _ product: String) -> Key? {
    guard let client = clients[client], let product = catalogue.index(of: ProductCode(product)) else { return nil }
    return Key(client: client, product: product)
  }
}
