import Banking
import DemoBank
import Foundation
import NightFixture
import Nightly
import Policy
import PostgresKit
import Store
import TestCluster

/// A demo bank of 200 clients and 24 months up to 2026-06-30, in databases of the tests' own.
enum LoadedBank {
  static let february = BusinessDate(dayNumber: 9555)  // 2026-02-28
  static let march = BusinessDate(dayNumber: 9586)
  static let april = BusinessDate(dayNumber: 9616)
  static let may = BusinessDate(dayNumber: 9647)
  static let june = BusinessDate(dayNumber: 9677)

  /// The bank's data and empty output tables.
  static func database() async throws -> ConnectionSettings {
    try await TestCluster.shared.database(template: "night_loaded") { connection in
      try await SourceTables(connection).create()
      _ = try await OutputSchema.migrator().migrate(connection)
      try await load(connection)
    }
  }

  static func connect() async throws -> PostgresConnection { try await .connect(database()) }

  /// The same with the nights of April and May published; no one has answered a trigger.
  static func publishedDatabase() async throws -> ConnectionSettings {
    try await TestCluster.shared.database(template: "night_published") { connection in
      try await SourceTables(connection).create()
      _ = try await OutputSchema.migrator().migrate(connection)
      try await load(connection)
      for asOf in [april, may] { try await night(connection, asOf) }
    }
  }

  static func connectPublished() async throws -> PostgresConnection { try await .connect(publishedDatabase()) }

  private static func load(_ connection: PostgresConnection) async throws {
    let folder = NSTemporaryDirectory() + "xsell-night-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try pack.writePack(to: folder)
    _ = try await SourceLoad(connection).load(folder: folder, bank: SmallNight.bank.rawValue)
  }

  private static let pack = DemoBank.simulate(seed: 11, clients: 200, months: 24, asOf: june)

  /// Leaves what the warehouse knew at the end of the date.
  static func cut(at date: String) -> String {
    """
    delete from source.account where opened_on > '\(date)';
    update source.account set closed_on = null where closed_on > '\(date)';
    delete from source.product_month where month > '\(date)';
    delete from source.client where opened_on > '\(date)';
    update source.client set closed_on = null where closed_on > '\(date)';
    delete from source.load where business_date > '\(date)';
    """
  }

  @discardableResult
  static func night(
    _ connection: PostgresConnection, _ asOf: BusinessDate,
    adjust: (inout NightJob.Order) -> Void = { _ in },
    report: @escaping @Sendable (NightStep) async throws -> Void = { _ in }
  ) async throws -> NightReport {
    var order = NightJob.Order(bank: SmallNight.bank, asOf: asOf, settings: try SmallNight.settings)
    adjust(&order)
    return try await SmallNight.job(connection, order: order, report: report).run()
  }
}
