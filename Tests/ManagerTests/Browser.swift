import Foundation

/// Chromium without a window, where the machine has it.
enum Browser {
  struct Shown {
    let document: String
    let picture: Data
    /// What the page wrote to the console.
    let complaints: [String]
  }

  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static func show(_ page: String) throws -> Shown {
    let folder = FileManager.default.temporaryDirectory.appending(path: "xsell-page-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let picture = folder.appending(path: "page.png")
    _ = try run(["--screenshot=\(picture.path)", "--window-size=1100,4000", "file://\(file.path)"], in: folder)
    let (document, log) = try run(["--dump-dom", "file://\(file.path)"], in: folder)
    return Shown(
      document: document, picture: try Data(contentsOf: picture),
      complaints: log.split(separator: "\n").filter { $0.contains(":CONSOLE") }.map(String.init))
  }

  private static func run(_ arguments: [String], in folder: URL) throws -> (output: String, log: String) {
    let process = Process()
    process.executableURL = path.map { URL(filePath: $0) }
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(folder.appending(path: "profile").path)",
      ] + arguments
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    let document = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: document, as: UTF8.self), String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }
}
