package import Banking

/// One bank in the relations of the source contract, dirty corners included.
package struct SourcePack: Sendable {
  package var bank: Bank
  package var managers: [ManagerRow] = []
  package var clients: [ClientRow] = []
  package var products: [Product] = []
  package var accounts: [AccountRow] = []
  package var productMonths: [ProductMonthRow] = []
  package var loads: [LoadRow] = []
}
