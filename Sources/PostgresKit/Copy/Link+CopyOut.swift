internal import CLibPQ

extension Link {
  /// Streams a query out. Without a transaction around it the values of its settings live in one of its own.
  func copyOut<R>(_ query: CopyQuery, format: String, _ body: () throws -> R) throws -> R {
    let ownsTransaction = !query.settings.isEmpty && !isInTransaction
    if ownsTransaction { try control("BEGIN READ ONLY", isCancellable: true) }
    do {
      if !query.settings.isEmpty {
        let (sql, parameters) = query.settingsStatement
        _ = try run(query.label, sql, parameters)
      }
      let value = try stream(query, format: format, body)
      if ownsTransaction { try control("COMMIT", isCancellable: false) }
      return value
    } catch {
      guard ownsTransaction, handle != nil, isInTransaction else { throw error }
      do {
        try control("ROLLBACK", isCancellable: false)
      } catch let rollback {
        throw PostgresError.rollbackFailed(body: error, rollback: rollback)
      }
      throw error
    }
  }

  private func stream<R>(_ query: CopyQuery, format: String, _ body: () throws -> R) throws -> R {
    try begin(query.label, query.timeout, standard: settings.copyTimeout)
    try send(query.copyStatement(format: format), [])
    try expectCopy(PGRES_COPY_OUT)
    do {
      let value = try body()
      while try nextCopyMessage() != nil {}
      return value
    } catch {
      abandonCopyOut()
      throw error
    }
  }

  /// Waits for the server to start the COPY; throws its error where it does not.
  func expectCopy(_ status: ExecStatusType) throws(PostgresError) {
    guard let first = try nextResult() else { throw lost() }
    if first.status == status { return }
    let failure = first.status == PGRES_FATAL_ERROR ? first.error : nil
    while try nextResult() != nil {}
    if let failure { throw classified(failure) }
    throw .misuse(label: operation.label, explanation: "not a query whose rows can be copied")
  }

  /// The next message of the COPY, valid until the next call; nil when the server has sent everything and is content.
  func nextCopyMessage() throws(PostgresError) -> UnsafeRawBufferPointer? {
    releaseCopyMessage()
    guard PQtransactionStatus(handle) == PQTRANS_ACTIVE else { return nil }
    while true {
      let length = PQgetCopyData(handle, &copyMessage, 1)
      if length > 0 { return UnsafeRawBufferPointer(start: copyMessage, count: Int(length)) }
      if length < 0 {
        _ = try collect()
        return nil
      }
      try wait(for: .read)
      if PQconsumeInput(handle) == 0 { throw lost() }
    }
  }

  /// Stops the query and reads what is still under way, so that the connection can go on.
  private func abandonCopyOut() {
    guard handle != nil, PQtransactionStatus(handle) == PQTRANS_ACTIVE else { return }
    operation.interrupt(.task)
    requestCancel()
    // Its error is the cancellation asked for; a broken link shows at the next statement.
    while let message = try? nextCopyMessage(), !message.isEmpty {}
  }
}
