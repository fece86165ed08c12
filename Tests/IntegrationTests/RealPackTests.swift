import Banking
import Foundation
import PostgresKit
import Store
import TestCluster
import Testing

/// The real packs, where they are on this machine (`XSELL_DATA` names another folder).
@Suite struct RealPackTests {
  static let folder = ProcessInfo.processInfo.environment["XSELL_DATA"] ?? "/work/shared/data"

  struct Pack: Sendable, CustomTestStringConvertible {
    let name: String
    let bank: BankID
    let asOf: String
    let rows: [Int64]
    let unknown: [String]
    var testDescription: String { name }

    static let all = [
      Pack(
        name: "wholesaler", bank: BankID("WHOLE"), asOf: "2011-11-30", rows: [1, 40, 30, 2199, 28997, 58330, 6],
        unknown: ["turnover_unknown"]),
      Pack(
        name: "insurer", bank: BankID("INSUR"), asOf: "2020-09-01", rows: [1, 15, 21, 20391, 46533, 0, 5],
        unknown: ["turnover_unknown", "opening_dates_unknown", "income_unknown"]),
      Pack(
        name: "insurer_masked", bank: BankID("INSUR"), asOf: "2020-09-01", rows: [1, 15, 21, 20391, 40501, 0, 5],
        unknown: ["turnover_unknown", "opening_dates_unknown", "income_unknown"]),
      Pack(
        name: "czech_bank", bank: BankID("CZECH"), asOf: "1998-12-31", rows: [1, 77, 11, 4500, 13096, 0, 5],
        unknown: ["turnover_unknown", "income_unknown"]),
    ]
  }

  @Test(
    "a real pack is loaded whole and is sound; what it does not say is named",
    .enabled(if: FileManager.default.fileExists(atPath: folder), "no packs in \(folder)"), arguments: Pack.all)
  func pack(_ pack: Pack) async throws {
    let connection = try await PackOnDisk.database()
    _ = try await SourceLoad(connection).load(folder: "\(Self.folder)/\(pack.name)", bank: pack.bank.rawValue)
    let scope = ReadScope(
      bank: pack.bank, asOf: try #require(BusinessDate(iso: pack.asOf)), historyMonths: 24,
      absurdAmount: 1_000_000_000_000)
    let report = try await SoundBank.check(connection, scope)
    #expect(report.rowsByRelation.map(\.rows) == pack.rows)
    #expect(report.findings.map(\.rule) == pack.unknown)
    #expect(report.exit == 0)
  }
}
