import ArgumentParser
import Glibc
import Logging

struct LogOptions: ParsableArguments {
  @Flag(name: .long, help: "Tell on standard error what is being done (XSELL_LOG names another level).")
  var verbose = false

  func logger() -> Logger {
    var handler = StandardErrorLog()
    let wanted = getenv("XSELL_LOG").flatMap { Logger.Level(rawValue: String(cString: $0)) }
    handler.logLevel = verbose ? .debug : wanted ?? .warning
    return Logger(label: "xsell") { [handler] _ in handler }
  }
}
