internal import CLibPQ

extension Link {
  /// Starts an operation: refuses a cancelled task and gives the session the statement's time limit.
  func begin(_ label: String, _ timeout: StatementTimeout, standard: Duration?, isCancellable: Bool = true)
    throws(PostgresError)
  {
    guard handle != nil else { throw .connectionLost(label: label) }
    let limit: Duration? =
      switch timeout {
      case .standard: standard
      case .after(let duration): duration
      case .unlimited: nil
      }
    operation = Operation(label: label, timeout: limit, grace: Operation.grace, isCancellable: isCancellable)
    if isCancellable, cancellation.lower() { throw .cancelled(label: label) }
    let wanted = ConnectionSettings.milliseconds(limit)
    guard wanted != sessionTimeout, !hasFailedTransaction else { return }
    try send("SET statement_timeout = \(wanted)", [])
    _ = try collect()
    sessionTimeout = wanted
  }

  /// Runs one statement and returns its result, rows in binary.
  func run(_ label: String, _ sql: String, _ parameters: [Parameter] = [], timeout: StatementTimeout = .standard)
    throws(PostgresError) -> ResultSet
  {
    try begin(label, timeout, standard: settings.statementTimeout)
    try send(sql, parameters)
    return try collect()
  }

  /// BEGIN, COMMIT and the like: not stopped by the cancellation of the task when they end a transaction.
  @discardableResult
  func control(_ sql: String, isCancellable: Bool) throws(PostgresError) -> String {
    let label = String(sql.prefix { $0 != " " })
    try begin(label, .standard, standard: settings.statementTimeout, isCancellable: isCancellable)
    try send(sql, [])
    let tag = try collect().commandTag
    // A rollback takes back a SET made inside the transaction.
    if tag == "ROLLBACK" { sessionTimeout = nil }
    return tag
  }

  /// Runs any number of statements in the simple protocol.
  func script(_ sql: String, label: String, timeout: StatementTimeout = .standard) throws(PostgresError) {
    try begin(label, timeout, standard: settings.statementTimeout)
    // A script may set anything.
    sessionTimeout = nil
    guard PQsendQuery(handle, sql) == 1 else { throw lost() }
    _ = try collect()
  }

  func send(_ sql: String, _ parameters: [Parameter]) throws(PostgresError) {
    let types = parameters.map(\.type.rawValue)
    let lengths = parameters.map { Int32($0.bytes?.count ?? 0) }
    let formats = parameters.map(\.format.rawValue)
    let sent = withValues(parameters) { values in
      PQsendQueryParams(handle, sql, Int32(parameters.count), types, values, lengths, formats, 1)
    }
    guard sent == 1 else { throw lost() }
  }

  /// Calls `body` with a pointer to the bytes of each parameter, nil for NULL.
  private func withValues<R>(
    _ parameters: [Parameter], _ body: ([UnsafePointer<CChar>?]) -> R
  ) -> R {
    // One buffer for all keeps the pointers valid together without nesting a closure a parameter.
    let total = parameters.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: max(total, 1)) { buffer in
      var offset = 0
      var values: [UnsafePointer<CChar>?] = []
      for parameter in parameters {
        guard let bytes = parameter.bytes else {
          values.append(nil)
          continue
        }
        values.append(UnsafePointer(buffer.baseAddress.map { $0 + offset }))
        for byte in bytes {
          buffer[offset] = CChar(bitPattern: byte)
          offset += 1
        }
      }
      return body(values)
    }
  }

  /// Waits for everything the server answers to what was sent; the last result, or the first error.
  func collect() throws(PostgresError) -> ResultSet {
    var last: ResultSet?
    var failure: ResultSet?
    while let result = try nextResult() {
      switch result.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: last = result
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
        disconnect()
        throw .misuse(label: operation.label, explanation: "use copyIn or copyOut for COPY")
      default: failure = failure ?? result
      }
    }
    if let failure { throw classified(failure.error) }
    guard let last else { throw lost() }
    return last
  }

  /// The next result of what was sent, nil when there are no more.
  func nextResult() throws(PostgresError) -> ResultSet? {
    while PQflush(handle) == 1 {
      if try wait(for: .readOrWrite), PQconsumeInput(handle) == 0 { break }
    }
    while PQisBusy(handle) == 1 {
      try wait(for: .read)
      // On a broken link the server's last words may already be read; PQgetResult returns them.
      if PQconsumeInput(handle) == 0 { break }
    }
    guard let result = PQgetResult(handle) else {
      if PQstatus(handle) == CONNECTION_BAD { throw lost() }
      return nil
    }
    return ResultSet(result, label: operation.label)
  }

  /// Tells a stopped statement, a broken link and an error of the statement apart.
  func classified(_ error: ServerError) -> PostgresError {
    if PQstatus(handle) == CONNECTION_BAD || error.severity == "FATAL" || error.severity == "PANIC" { return lost() }
    guard error.sqlState == .queryCanceled else { return .server(error) }
    switch operation.interruption {
    case .task: return .cancelled(label: error.label)
    case .deadline: return .timeout(label: error.label)
    case nil: return operation.hasUsedItsTime ? .timeout(label: error.label) : .stopped(label: error.label)
    }
  }
}
