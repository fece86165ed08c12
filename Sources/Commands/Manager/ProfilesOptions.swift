import ArgumentParser
import Banking
import Store
import Wording

/// Whose profiles are meant.
struct ProfilesOptions: ParsableArguments {
  @Option(name: .long, help: "Bank; may be left out where only one has published.")
  var bank: BankID?

  @Option(
    name: .long,
    help: ArgumentHelp("Cohort, such as \"Riga × Retail trade\"; else the whole bank.", valueName: "name"))
  var cohort: String?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  /// The bank and its profiles that are meant.
  /// - Parameter profile: nil = all of the cohort's.
  func published(
    _ reader: ViewReader, profile: Int? = nil
  ) async throws -> (bank: BankRow, profiles: [ProfileRow]) {
    let bank = try await Self.publishedBank(bank, reader)
    return (bank, try await profiles(reader, of: bank, profile: profile))
  }

  static func publishedBank(_ bank: BankID?, _ reader: ViewReader) async throws -> BankRow {
    let banks = try await reader.banks(bank)
    let published = banks.filter { $0.asOf != nil }
    if let only = published.first, published.count == 1 { return only }
    guard published.isEmpty else {
      let names = published.map(\.id.rawValue).joined(separator: ", ")
      throw CommandError(.usage, "Several banks have published: \(names)", next: "name one with --bank")
    }
    if let bank, banks.isEmpty {
      throw CommandError.noBank(bank)
    }
    throw CommandError(
      .badInput, "Nothing has been published yet", next: "run xsell nightly --all-banks --as-of DATE")
  }

  private func profiles(_ reader: ViewReader, of bank: BankRow, profile: Int?) async throws -> [ProfileRow] {
    let rows = try await reader.profiles(bank.id, cohort: cohort, profile: profile)
    guard rows.isEmpty else { return rows }
    let cause = profile.map { "There is no profile \($0) of this cohort" } ?? "There is no such cohort"
    throw CommandError(
      .badInput, "\(cause) in bank \(bank.id)",
      next: "look for it in xsell export profile --bank \(bank.id)")
  }
}
