/// Why a PostgreSQL of our own could not be run.
package enum EmbeddedClusterError: Error, Equatable, Sendable, CustomStringConvertible {
  case binariesNotFound
  /// Started as root, and there is no other user to run the server as.
  case noUnprivilegedUser
  /// The user who runs the server cannot enter or write the folder.
  case folderNotReachable(folder: String, user: String)
  case cannotCreateFolder(folder: String, reason: String)
  /// A program of PostgreSQL failed; `output` is the end of what it printed, which names files and settings only.
  case programFailed(program: String, status: Int32, output: String)

  package var description: String {
    switch self {
    case .binariesNotFound:
      "No PostgreSQL server found: install it (Debian: apt install postgresql) or put initdb and pg_ctl on the PATH"
    case .noUnprivilegedUser:
      "PostgreSQL refuses to run as root, and neither user postgres nor nobody exists: run as another user"
    case .folderNotReachable(let folder, let user):
      "User \(user), who runs the server, cannot use \(folder): choose a folder it can enter, such as one under /var/tmp"
    case .cannotCreateFolder(let folder, let reason):
      "Cannot create the folder \(folder): \(reason)"
    case .programFailed(let program, let status, let output):
      "\(program) failed with status \(status): \(output)"
    }
  }
}
