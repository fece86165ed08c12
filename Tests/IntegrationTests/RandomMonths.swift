import Banking

/// Product months of the sound bank's clients with every fault there is, from a seed.
struct RandomMonths {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Clients that come late, have no number or stand twice; a product without a name; months of all kinds.
  mutating func script() -> String {
    let keepsDuplicates = random.below(2) == 0
    let rows = (0..<(300 + random.below(300))).map { _ in row() }.joined(separator: ",\n")
    return """
      \(BrokenRule.unkeyed("product_month")) \(BrokenRule.unkeyed("client")) \(BrokenRule.unkeyed("product"))
      alter table source.product_month alter income type numeric;
      update source.client set opened_on = '2027-01-01' where client_id = 9;
      update source.client set client_no = null where client_id = 8;
      insert into source.product values ('B', 'BAD', null, 'x', 'fee', true, '{}', '{}'),
        ('B', '', 'None', 'x', 'fee', true, '{}', '{}');
      insert into source.account
        select 'B', 100 + i, i, 'ACQ', case when i % 3 > 0 then date '2025-01-10' + 31 * i end, null, null
        from generate_series(1, 6) i;
      \(random.below(4) == 0 ? "truncate source.product_month;" : "")
      insert into source.product_month values \(rows);
      \(keepsDuplicates ? "" : Self.withoutDuplicates)
      """
  }

  private static let withoutDuplicates = """
    delete from source.product_month a using source.product_month b
    where a.ctid < b.ctid
      and (a.client_id, a.product_code, a.month) is not distinct from (b.client_id, b.product_code, b.month);
    """

  /// A product month of any kind, as values.
  mutating func row() -> String {
    let client = random.below(40) == 0 ? rare(["null", "77", "78", "9223372036854775807"]) : "\(1 + random.below(10))"
    let product =
      random.below(30) == 0
      ? rare(["null", "''", "'GONE'", "'GÖNE'"])
      : rare(["'SETTLE'", "'ACQ'", "'LOAN'", "'BAD'"])
    let month =
      random.below(30) == 0
      ? rare(["null", "'infinity'", "'-infinity'", "'2026-03-02'", "'1931-05-01'", "'1931-05-02'"])
      : "'\(Month(index: Month(year: 2023, month: 1).index + Int32(random.below(44))).firstDay)'"
    let operations = random.below(30) == 0 ? rare(["null", "-1", "2147483647"]) : "\(random.below(4))"
    return "('B', \(client), \(product), \(month), \(income()), \(operations))"
  }

  private mutating func income() -> String {
    if random.below(12) == 0 {
      return rare([
        "null", "'NaN'", "'Infinity'", "'-Infinity'", "1000000000000", "1000000000000.001", "-1000000000000.00",
        "-1e13", "123456789012345678901234567890", "0", "0.005", "-0.005", "0.00499999", "0.000049", "-0.0000051",
        "99.995", "10000", "10000.9950", "100000000",
      ])
    }
    let digits = random.below(6)
    let value = random.below(2_000_000) - 500_000
    return "\(value)e-\(digits)"
  }

  private mutating func rare(_ choices: [String]) -> String { choices[random.below(choices.count)] }
}
