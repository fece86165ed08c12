/// What a client's product months come to, as `xsell.client_activity` keeps it.
struct ClientActivity {
  let rowCount: Int64
  let content: Int64
  /// Nil where its rows are to be read every night.
  let figures: [UInt8]?

  /// Of a client whose rows are to be read every night.
  static let unsettled = ClientActivity(rowCount: 0, content: 0, figures: nil)
}
