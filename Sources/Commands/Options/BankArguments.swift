import ArgumentParser
import Banking

extension BankID: ExpressibleByArgument {
  package init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self.init(argument)
  }
}

extension BusinessDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(iso: argument) }
}
