import Foundation
import PostgresKit
import Schema
import TestCluster

/// A small source pack in a folder that goes with the value.
final class PackOnDisk: Sendable {
  let folder: String

  static let sound: [String: String] = [
    "bank.csv": "bank_id,name,currency,locale\nB,Bank,EUR,en\n",
    "product.csv":
      "product_code,bank_id,name,family,income_kind,sellable,requires,excludes\nP,B,Product,f,fee,true,{},\"{Q,R}\"\n",
    "client.csv": #"""
    bank_id,client_id,client_no,name,region,industry,legal_form,manager_id,opened_on,closed_on,annual_turnover,contact_allowed,attributes
    B,1,N1,"Mill, ""North""",,trade,,,2024-01-15,,1000.50,true,"{""a"": 1}"
    B,2,N2,Мельница,,trade,,,2024-01-15,,,false,

    """#,
    "account.csv": """
    bank_id,account_id,client_id,product_code,opened_on,closed_on,matures_on
    B,1,1,P,2024-01-16,,
    B,2,2,P,,,

    """,
    "product_month.csv": """
    bank_id,client_id,product_code,month,income,operations
    B,1,P,2024-02-01,12.34,5
    B,1,P,2024-03-01,0.01,1

    """,
  ]

  init(_ files: [String: String] = sound) throws {
    folder = NSTemporaryDirectory() + "xsell-pack-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }

  /// Replaces `name` by `name.gz`.
  func compress(_ name: String) throws {
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", "\(folder)/\(name)"]
    try gzip.run()
    gzip.waitUntilExit()
  }

  /// A database with the contract's tables and no rows.
  static func database() async throws -> PostgresConnection {
    let settings = try await TestCluster.shared.database(template: "empty_contract") { connection in
      try await connection.script(Schema.sourceContract)
    }
    return try await PostgresConnection.connect(settings)
  }
}
