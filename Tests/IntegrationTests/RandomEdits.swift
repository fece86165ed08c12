import Banking

/// What a day may do to the sound bank's tables, from a seed.
struct RandomEdits {
  private var random: SeededRandom
  private var months: RandomMonths
  private var nextClient = 100

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    months = RandomMonths(seed: seed &+ 1)
  }

  mutating func script() -> String { (0..<random.below(4)).map { _ in edit() }.joined(separator: "\n") }

  private mutating func edit() -> String {
    let client = 1 + random.below(10)
    let month = "'2026-0\(1 + random.below(6))-01'"
    switch random.below(19) {
    case 0...2: return "insert into source.product_month values \(months.row());"
    case 3:
      return "update source.product_month set income = income + 1.25 where client_id = \(client) and month = \(month);"
    case 4: return "update source.product_month set operations = 0, income = 0 where client_id = \(client);"
    case 5: return "delete from source.product_month where client_id = \(client) and month = \(month);"
    case 6: return "delete from source.product_month where month = \(month);"
    case 7: return "insert into source.product_month values ('B', \(client), 'ACQ', '2026-07-01', 5, 1);"
    case 8: return "update source.client set client_no = nullif(client_no, 'N\(client)') where client_id = \(client);"
    case 9:
      return
        "delete from source.account where client_id = \(client); delete from source.client where client_id = \(client);"
    case 10: return newClient()
    case 11:
      return
        "insert into source.account values ('B', \(1000 + random.below(100_000)), \(client), 'ACQ', '2026-03-01', null, null);"
    case 12: return "update source.account set closed_on = '2026-07-02' where client_id = \(client);"
    case 13: return "update source.product set name = nullif(name, 'Loan') where product_code = 'LOAN';"
    case 14: return Self.reload
    case 15:
      return "update source.product_month set month = '2026-07-01' where client_id = \(client) and month = \(month);"
    case 16: return "insert into source.product_month values ('B', \(client), 'ACQ', '2026-07-01', null, 1);"
    case 17: return "update source.client set closed_on = '2026-06-20' where client_id = \(client);"
    default: return "update source.product_month set income = income where client_id = \(client);"
    }
  }

  private mutating func newClient() -> String {
    nextClient += 1
    return """
      insert into source.client values ('B', \(nextClient), 'N\(nextClient)', 'New', 'North', 'trade', null, 1, '2025-05-05',
        null, null, true, null);
      \(random.below(2) == 0 ? "" : "insert into source.product_month values ('B', \(nextClient), 'SETTLE', '2026-05-01', 3, 1);")
      """
  }

  private static let reload = """
    create temp table again as select * from source.product_month;
    truncate source.product_month;
    insert into source.product_month select * from again;
    drop table again;
    """
}
