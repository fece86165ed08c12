import ArgumentParser
import Store

extension IdentifierRange: ExpressibleByArgument {
  package init?(argument: String) { self.init(beginning: argument) }
}
