import PostgresKit
import TestCluster
import Testing

@Suite("Hundredths of a numeric")
struct HundredthsTests {
  @Test("are what SQL rounds to, within the limit and just beyond it")
  func sameAsSQL() async throws {
    let c = try await freshConnection()
    let sql = """
      with x(x) as (
        select unnest(array['0', '0.005', '-0.005', '0.00499999', '0.0000051', '99.995', '-99.9949', '9999.995', '10000',
          '10000.9950', '100000000', '1000000000000', '1000000000000.001', '-1000000000000', '-1000000000000.000001',
          '1e13', '1e40', 'NaN', 'Infinity', '-Infinity']::numeric[] || null::numeric)
        union all
        select (sin(i) * 10 ^ (i % 17 - 3))::numeric from generate_series(1, 500) i)
      select x, case when x = 'NaN' or abs(x) > 1000000000000 then null else (round(x, 2) * 100)::bigint end, x is null
      from x
      """
    let wrong = try await c.copyOut(CopyQuery("numerics", sql)) { rows in
      var (place, wrong) = (0, [Int]())
      try rows.forEach { row in
        let read = try row.readHundredths(limit: 1_000_000_000_000)
        let rounded = try row.readOptionalInt64()
        let expected: HundredthsField = try row.readBool() ? .null : rounded.map { .value($0) } ?? .beyondLimit
        if read != expected { wrong.append(place) }
        place += 1
      }
      return wrong
    }
    #expect(wrong == [])
  }
}
