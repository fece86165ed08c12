import Triggers
import IdealProfiles
import Banking
import Glibc
import Logging
import Nightly
import Policy
import PostgresKit
import Wording
let a = CommandLine.arguments
let c = try await PostgresConnection.connect(ConnectionSettings(url: "host=/tmp/pgx user=xsell dbname=\(a[1])"))
var order = NightJob.Order(bank: BankID(a[2]), asOf: BusinessDate(iso: a[3])!, settings: try Policy.default.settings(for: BankID(a[2])))
if a.count > 4 { order.settings.night.horizonMonths = Int(a[4])! }
if a.count > 5 { order.settings.night.threads = Int(a[5])! }
var logger = Logger(label: "x"); logger.logLevel = .notice
func now() -> Double { var t = timespec(); clock_gettime(CLOCK_MONOTONIC, &t); return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9 }
let start = now()
let r = try await NightJob(c, order: order, language: { _ in English() }, clock: { PostgresTimestamp(microseconds: 0) }, logger: logger, report: { print($0.rawValue, now() - start) }).run()
print(r.outcome, r.run, r.clients, now() - start)
if let n = r.night { print(n.profiles.reason, n.ideals.scoring.counts, n.decisions.raise.count, n.profiles.model.identities.map(\.name)) }
