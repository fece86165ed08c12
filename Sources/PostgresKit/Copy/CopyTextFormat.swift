/// How the bytes of a textual COPY are to be read or written. The server does the parsing.
package enum CopyTextFormat: Sendable {
  /// Comma-separated values in UTF-8, an empty field being NULL.
  case csv(header: Bool)
  /// PostgreSQL's own tab-separated format.
  case text

  var options: String {
    switch self {
    case .csv(let header): "FORMAT csv, HEADER \(header)"
    case .text: "FORMAT text"
    }
  }
}
