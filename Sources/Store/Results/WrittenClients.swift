/// Of which clients a publication has written the results.
package struct WrittenClients: Sendable {
  let clients: [Int64]
  /// Of so many clients of the bank.
  let clientCount: Int
}
