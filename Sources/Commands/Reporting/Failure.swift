import ArgumentParser
import Backtest
import Nightly
import Policy
import PostgresKit
import Store
import Triggers

/// How a command that failed ends: the exit code and one sentence with the next step. The one place where errors of all
/// rooms become that.
struct Failure {
  let status: ExitStatus
  let sentence: String
  /// What the data broke, where that is why.
  private(set) var rules: [String] = []

  /// Nil for errors of the command line itself, which ArgumentParser words, and for a code that needs no words.
  init?(_ error: any Error) {
    switch error {
    case let error as CommandError: self.init(error.status, error.description)
    case let error as PostgresError: self.init(error)
    case let error as FieldError: self.init(.unexpected, "\(error).")
    case let error as SourceLoadError: self.init(error.status, "\(error).")
    case let error as NightError:
      self.init(error.status, "\(error).")
      if case .refused(let report) = error { rules = report.errors.map(\.rule) }
    case let error as UnreadableRelation: self.init(.badInput, "\(error).")
    case let error as BacktestError: self.init(.badInput, "\(error).")
    case let error as PolicyError: self.init(.badPolicy, error.description)
    case let error as MigrationError: self.init(error.status, "\(error).")
    case let error as TransitionRefusal: self.init(.badInput, error.description)
    case let error as TriggerDeskError: self.init(.badInput, error.description)
    case let error as EmbeddedClusterError: self.init(.unexpected, "\(error).")
    case is CancellationError: self.init(.unexpected, "interrupted.")
    case is ValidationError, is CleanExit, is ExitCode: return nil
    default:
      // ArgumentParser's own errors have no public type; all others are ours and named above.
      guard Self.isUnknown(error) else { return nil }
      self.init(.unexpected, "unexpected failure (\(type(of: error))); please report it.")
    }
  }

  private init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  private static func isUnknown(_ error: any Error) -> Bool {
    !String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}

extension Failure {
  private init(_ error: PostgresError) {
    switch error {
    case .cannotConnect(let failure): self.init(failure)
    case .connectionLost, .commitOutcomeUnknown:
      self.init(.databaseUnreachable, "\(error).")
    case .timeout: self.init(.tryAgain, "\(error).")
    case .stopped: self.init(.tryAgain, "\(error); try again.")
    case .rollbackFailed(let body, _):
      let cause = Failure(body)
      self.init(cause?.status ?? .unexpected, cause?.sentence ?? "\(error).")
    case .server(let server): self.init(server)
    case .cancelled, .rolledBackAtCommit, .field, .rowCount, .misuse: self.init(.unexpected, "\(error).")
    }
  }

  private init(_ failure: ConnectFailure) {
    let cause = "\(PostgresError.cannotConnect(failure))"
    switch failure.reason {
    case .badSettings: self.init(.usage, "\(cause).")
    case .refusedLogin: self.init(.notPermitted, "\(cause); check user and password.")
    case .insecure:
      self.init(.databaseUnreachable, "\(cause); give the server a certificate, or choose sslmode in the database URL.")
    case .noSuchDatabase: self.init(.databaseUnreachable, "\(cause); create it or name another with --database-url.")
    case .unreachable, .notReady, .timedOut, .other:
      self.init(.databaseUnreachable, "\(cause); start the server or name another with --database-url.")
    }
  }

  private init(_ error: ServerError) {
    switch error.sqlState {
    case .readOnlyTransaction:
      self.init(
        .notPermitted,
        "\(error); this session or server is read-only: connect to the primary server, and leave "
          + "default_transaction_read_only off.")
    // Every server that is not a replica lets a transaction write.
    case .featureNotSupported where error.label == PostgresConnection.beginning:
      self.init(
        .databaseUnreachable, "\(error); this server is a read-only replica: connect to the primary server.")
    case .insufficientPrivilege:
      self.init(.notPermitted, "\(error); ask the database's owner for the right.")
    case .undefinedTable, .invalidSchemaName, .undefinedColumn, .undefinedFunction:
      self.init(.sourceMissing, "\(error); run xsell migrate, with --source where schema source is missing.")
    case .serializationFailure, .deadlockDetected, .lockNotAvailable:
      self.init(.tryAgain, "\(error); try again.")
    case .adminShutdown, .crashShutdown, .cannotConnectNow, .tooManyConnections:
      self.init(.databaseUnreachable, "\(error); try again when the server is up.")
    case .diskFull: self.init(.cannotWrite, "\(error); free some disk on the server.")
    case let state where state.isInvalidData:
      self.init(.badInput, "\(error); run xsell check, which names the relation to correct.")
    default: self.init(.unexpected, "\(error).")
    }
  }
}

extension MigrationError {
  fileprivate var status: ExitStatus {
    switch self {
    // As a read-only server is: a database that this program cannot work with, whichever bank's turn it is.
    case .databaseIsNewer: .databaseUnreachable
    case .databaseIsOlder: .sourceMissing
    case .changed, .skipped, .badNumbering, .endsItsTransaction: .unexpected
    }
  }
}

extension NightError {
  fileprivate var status: ExitStatus {
    switch self {
    case .unknownBank, .noClients, .noProfiles: .badInput
    case .seesOwnRowsOnly: .notPermitted
    case .locked, .changedMeanwhile: .tryAgain
    case .refused(let report): ExitStatus(rawValue: report.exit) ?? .badInput
    }
  }
}

extension SourceLoadError {
  fileprivate var status: ExitStatus {
    switch self {
    case .noFolder, .relationFileMissing, .unreadable, .tablesMissing, .notATable: .sourceMissing
    case .busy: .tryAgain
    case .noGzip: .unexpected
    case .twoFiles, .brokenArchive, .emptyFile, .notAHeader, .unknownColumns, .missingColumns, .repeatedColumns,
      .badRow, .duplicateKey, .noBank, .unsuitableEncoding:
      .badInput
    }
  }
}
