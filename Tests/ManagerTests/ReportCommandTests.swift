import ArgumentParser
import Foundation
import PostgresKit
import Store
import TestCluster
import Testing

@testable import Commands

struct ReportCommandTests {
  @Test("The page's figures are those of the public views")
  func sums() async throws {
    let connection = try await PublishedBank.connection()
    let page = try await page(connection)
    let sums = try await connection.one(
      Statement<[Int64]>(
        "sums",
        """
        select (select array[count(*), sum(monthly_income)::bigint, sum(potential_income)::bigint, sum(expected_income)::bigint]
          from xsell.client_card where bank_id = 'HARBOUR')
          || (select count(*) from xsell.trigger where bank_id = 'HARBOUR' and state in ('open', 'accepted', 'snoozed'))
        """
      ) { try $0.decode(0) })
    #expect(sums == [2, 4210, 2690, 443, 4])
    for tile in ["<dd>2<", "<dd>4,210<", "<dd>2,690<", "<dd>443<", "<dd>4<"] { #expect(page.contains(tile)) }
    #expect(page.contains("<td>All</td><td class=\"right\">2,690</td>"))
    #expect(page.contains("<td>plateau</td><td class=\"right\">1</td><td class=\"right\">4,210</td>"))
    #expect(page.contains("<td>offer</td><td class=\"right\">2</td>"))
  }

  @Test("A call about two products is one open conversation")
  func conversations() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.trigger_record set conversation_id =
        (select conversation_id from xsell.trigger_record where trigger_id = '\(PublishedBank.offer)')
      where trigger_id = '\(PublishedBank.activate)'
      """)
    let page = try await page(connection)
    #expect(page.contains("Open conversations</dt><dd>3<"))
  }

  @Test("Each list says how many of its calls were answered, ran out unheard, and wait")
  func desks() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.trigger_record set state = 'expired', closed_on = '2026-06-20', snoozed_until = null
      where bank_id = 'HARBOUR' and state = 'snoozed';
      update xsell.trigger_record set manager_id = null, branch = 'Old port' where trigger_id = '\(PublishedBank.offer)'
      """)
    let page = try await page(connection)
    let rows = page.components(separatedBy: "<tr>").filter { $0.contains("2026-06-30</td>") }
    func row(_ list: String, _ counts: [Int], _ since: String) -> String {
      "<td>\(list)</td>" + counts.map { "<td class=\"right\">\($0)</td>" }.joined() + "<td>\(since)</td>"
    }
    // Raised, answered, won, unheard, open, without an answer.
    for expected in [
      row("Anna Petrova", [3, 1, 0, 1, 2, 1], "2026-06-30"),
      row("Queue of Old port", [1, 0, 0, 0, 1, 1], "2026-06-30"),
    ] {
      #expect(rows.contains { $0.hasPrefix(expected) }, "\(rows)")
    }
  }

  @Test("A call that has moved to another list counts there, and on no other")
  func moved() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.trigger_record set state = 'lost', closed_on = '2026-06-20', conversation_id =
        (select conversation_id from xsell.trigger_record where trigger_id = '\(PublishedBank.offer)')
      where trigger_id = '\(PublishedBank.activate)';
      update xsell.trigger_record set manager_id = null, branch = 'Old port' where trigger_id = '\(PublishedBank.offer)'
      """)
    let page = try await page(connection)
    for (list, raised) in [("Anna Petrova", 2), ("Queue of Old port", 1)] {
      #expect(page.contains("<td>\(list)</td><td class=\"right\">\(raised)</td>"), "\(list)")
    }
  }

  @Test("Names are text, whatever they contain, and nothing is fetched from anywhere")
  func hostileNames() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      "update source.client set name = '<script>alert(1)</script>' where bank_id = 'HARBOUR' and client_id = 1")
    let page = try await page(connection)
    #expect(page.contains("&lt;script&gt;alert(1)"))
    for forbidden in ["<script", "http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(forbidden)) }
  }

  @Test("Every chart has a title for those who do not see it")
  func titles() async throws {
    let page = try await page(await PublishedBank.connection())
    let charts = page.components(separatedBy: "<svg role=\"img\"").dropFirst()
    #expect(charts.count >= 4)
    #expect(charts.allSatisfy { $0.prefix(200).contains("<title>") })
  }

  @Test("A browser shows the page with all its charts and complains of nothing", .enabled(if: Browser.path != nil))
  func browser() async throws {
    let page = try await page(await PublishedBank.connection())
    let shown = try Browser.show(page)
    #expect(shown.complaints.isEmpty)
    #expect(shown.document.components(separatedBy: "<svg ").count == page.components(separatedBy: "<svg ").count)
    #expect(shown.document.contains("Potential by region and industry"))
    #expect(shown.picture.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
  }

  @Test("A bank that has published nothing has no report")
  func nothingPublished() async throws {
    let connection = try await PublishedBank.connection()
    await #expect(throws: CommandError.self) {
      _ = try await ReportCommand.parse(["--bank", "FRESH", "--html", "-"]).page(connection)
    }
  }

  private func page(_ connection: PostgresConnection) async throws -> String {
    try await ReportCommand.parse(["--bank", "HARBOUR", "--html", "-"]).page(connection)
  }
}
