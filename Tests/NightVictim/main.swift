import Banking
import Glibc
import NightFixture
import Nightly
import PostgresKit

// A night that ends itself with SIGKILL at a step, for the tests: `NightVictim HOST USER DATABASE AS-OF STEP`. A step
// that does not exist lets it run through.
let words = CommandLine.arguments
guard words.count == 6, let asOf = BusinessDate(iso: words[4]) else { exit(64) }
let connection = try await PostgresConnection.connect(
  ConnectionSettings(parameters: ["host": words[1], "user": words[2], "dbname": words[3]]))
let last = NightStep(rawValue: words[5])
let order = NightJob.Order(bank: SmallNight.bank, asOf: asOf, settings: try SmallNight.settings)
_ = try await SmallNight.job(connection, order: order) { step in
  if step == last { kill(getpid(), SIGKILL) }
}.run()
