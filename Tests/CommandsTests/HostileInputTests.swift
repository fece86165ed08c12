import Glibc
import Testing

@testable import Commands

struct HostileInputTests {
  private static func folder() throws -> String {
    var template = Array("/tmp/xsell-output-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  private static func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try FileOutput(path: path)
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }

  @Test("output to a pipe or a device goes through it and leaves it in its place")
  func pipe() throws {
    let folder = try Self.folder()
    let path = "\(folder)/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer {
      close(reader)
      unlink(path)
      rmdir(folder)
    }
    try Self.write("rows", to: path)
    #expect(Self.kind(path) == S_IFIFO)
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &bytes, bytes.count) == 4)
  }

  @Test("output to a symbolic link replaces the file it points to, not the link")
  func link() throws {
    let folder = try Self.folder()
    let (target, link) = ("\(folder)/target", "\(folder)/link")
    defer {
      unlink(link)
      unlink(target)
      rmdir(folder)
    }
    try Self.write("old", to: target)
    try #require(symlink(target, link) == 0)
    try Self.write("newer", to: link)
    #expect(Self.kind(link) == S_IFLNK)
    var status = stat()
    #expect(stat(target, &status) == 0 && status.st_size == 5)
  }

  @Test("output that takes the place of a file can be read by whoever could read that one")
  func mode() throws {
    let folder = try Self.folder()
    let path = "\(folder)/clients.csv"
    defer {
      unlink(path)
      rmdir(folder)
    }
    for mode: mode_t in [0o600, 0o640, 0o644] {
      try Self.write("old", to: path)
      try #require(chmod(path, mode) == 0)
      try Self.write("newer", to: path)
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == mode)
    }
  }

  @Test("a folder in place of a policy file is a bad policy, never the default one")
  func policyFolder() async throws {
    let folder = try Self.folder()
    defer { rmdir(folder) }
    let nowhere = "postgresql://127.0.0.1:1/none"
    let code = await Program.run([
      "nightly", "--bank", "B", "--as-of", "2026-06-30", "--policy", folder, "--database-url", nowhere,
    ])
    #expect(code == ExitStatus.badPolicy.rawValue)
  }

  @Test("a policy in another encoding than UTF-8 is a bad policy, and no question marks on managers' lists")
  func policyEncoding() async throws {
    let path = try Self.folder() + "/policy.yaml"
    try Self.write(Array("pinned_profiles:\n- {name: caf".utf8) + [0xE9] + Array(", products: [A]}\n".utf8), to: path)
    let code = await Program.run([
      "nightly", "--bank", "B", "--as-of", "2026-06-30", "--policy", path, "--database-url",
      "postgresql://127.0.0.1:1/none",
    ])
    #expect(code == ExitStatus.badPolicy.rawValue)
  }

  @Test("a host name that cannot be resolved is a database out of reach, whatever words the name holds")
  func unknownHost() async {
    let code = await Program.run(["runs", "list", "--database-url", "postgresql://password.invalid/none"])
    #expect(code == ExitStatus.databaseUnreachable.rawValue)
  }
}
