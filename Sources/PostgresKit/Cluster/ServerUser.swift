internal import Glibc

/// The operating-system user who runs the server: ourselves, or another one where we are root, which PostgreSQL refuses.
struct ServerUser {
  let name: String
  let id: uid_t
  let group: gid_t
  /// Whether programs must be started through `setpriv` or `runuser`.
  let isAnother: Bool

  static func choose() throws(EmbeddedClusterError) -> ServerUser {
    guard geteuid() == 0 else {
      return ServerUser(name: "this user", id: geteuid(), group: getegid(), isAnother: false)
    }
    for name in ["postgres", "nobody"] {
      if let entry = getpwnam(name) {
        return ServerUser(name: name, id: entry.pointee.pw_uid, group: entry.pointee.pw_gid, isAnother: true)
      }
    }
    throw .noUnprivilegedUser
  }

  /// The words before a command that make it run as this user.
  private var prefix: [String] {
    guard isAnother else { return [] }
    let setpriv: String? = ["/usr/bin/setpriv", "/bin/setpriv"].first { (path: String) in access(path, X_OK) == 0 }
    if let setpriv { return [setpriv, "--reuid=\(id)", "--regid=\(group)", "--clear-groups", "--"] }
    return ["runuser", "-u", name, "--"]
  }

  func command(_ arguments: [String]) -> [String] { prefix + arguments }

  /// Creates a private folder of this user, and the folders above it as ours. Throws where the user cannot reach it.
  func makeFolder(_ folder: String) throws(EmbeddedClusterError) {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      let isLast = path.count >= folder.count
      if mkdir(path, isLast ? 0o700 : 0o755) == 0 { continue }
      guard errno == EEXIST else {
        throw .cannotCreateFolder(folder: path, reason: String(cString: strerror(errno)))
      }
    }
    if isAnother { chown(folder, id, group) }
    // The same test for every reason there is: modes, access lists, mount options, read-only disks.
    guard Program.run(command(["/bin/sh", "-c", "test -w \"$1\" && test -x \"$1\"", "sh", folder])).status == 0 else {
      throw .folderNotReachable(folder: folder, user: name)
    }
  }
}
