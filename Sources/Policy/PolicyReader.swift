import Banking
import IdealProfiles
import Triggers
import Yams

/// Reads a policy file from top to bottom and remembers everything that is wrong with it.
struct PolicyReader {
  let file: String
  private(set) var faults: [PolicyFault] = []
  private var duplicates: [String: String] = [:]
  /// Lines of the settings that the file gives, faulty ones included.
  private var lines: [String: Int] = [:]

  init(file: String) { self.file = file }

  /// The policy the text describes; worth anything only where no fault was found.
  mutating func policy(_ text: String) -> Policy {
    do {
      let document = try PolicyDocument(text)
      duplicates = document.duplicates
      return document.root.map { policy($0) } ?? Policy()
    } catch {
      report(error.problem, at: [error.key].filter { !$0.isEmpty }, line: error.line)
      return Policy()
    }
  }

  private mutating func policy(_ root: Node) -> Policy {
    let top = entries(of: root, at: [], known: Self.sections + ["banks"])
    let defaults = settings(top.filter { $0.name != "banks" }, at: [], over: PolicySettings())
    var banks: [BankID: PolicySettings] = [:]
    for section in top where section.name == "banks" {
      for bank in entries(of: section.value, at: ["banks"], known: nil) {
        let path = ["banks", bank.name]
        let own = entries(of: bank.value, at: path, known: Self.sections)
        banks[BankID(bank.name)] = settings(own, at: path, over: defaults)
      }
    }
    return Policy(defaults: defaults, banks: banks)
  }

  private static let sections = names(PolicyTable.keys, at: 0) + ["pinned_profiles", "products"]

  /// - Parameter path: where the sections stand: at the top or in a bank's own.
  private mutating func settings(_ sections: [Entry], at path: [String], over base: PolicySettings) -> PolicySettings {
    var settings = base
    let faultsBefore = faults.count
    for section in sections {
      switch section.name {
      case "products":
        readProducts(section.value, at: path + ["products"], into: &settings)
      case "pinned_profiles":
        settings.pinnedProfiles = pinnedProfiles(section.value, at: path + ["pinned_profiles"])
      default:
        read(section, at: path, as: PolicyTable.keys, depth: 0, into: &settings)
      }
    }
    if faults.count == faultsBefore { checkOrder(of: settings, at: path) }
    return settings
  }
}

// MARK: - Sections and keys

extension PolicyReader {
  fileprivate struct Entry {
    let name: String
    let line: Int?
    let value: Node
  }

  /// The entries of a section, without those that are reported as faults.
  /// - Parameter known: nil = any name may stand here.
  fileprivate mutating func entries(of node: Node, at path: [String], known: [String]?) -> [Entry] {
    if node.isNothing { return [] }
    guard case .mapping(let mapping) = node else {
      report(.unexpected(expected: "a section of keys", found: node.found), at: path, line: node.mark?.line)
      return []
    }
    var entries: [Entry] = []
    for (key, value) in mapping {
      let line = key.mark?.line
      guard let name = key.anyText, !name.isEmpty else {
        report(.unexpected(expected: "a name before the colon", found: key.found), at: path, line: line)
        continue
      }
      if let twice = duplicates[name] {
        let other = mapping.first { $0.key.anyText == twice }?.key.mark?.line
        report(.duplicateKey(otherLine: other), at: path + [twice], line: line)
      } else if let known, !known.contains(name) {
        report(unknown(name, among: known), at: path + [name], line: line)
      } else {
        entries.append(Entry(name: name, line: line, value: value))
      }
    }
    return entries
  }

  private func unknown(_ name: String, among known: [String]) -> PolicyFault.Problem {
    let elsewhere = PolicyTable.keys.first { $0.path.last == name }?.path.joined(separator: ".")
    return .unknownKey(suggestion: nearestName(to: name, among: known) ?? elsewhere, known: known)
  }

  /// Reads one key, or the section that it opens.
  /// - Parameters:
  ///   - path: what stands before the entry's name.
  ///   - depth: position of the entry's name in the paths of `keys`.
  fileprivate mutating func read<Root>(
    _ entry: Entry, at path: [String], as keys: [PolicyKey<Root>], depth: Int, into root: inout Root
  ) {
    let here = path + [entry.name]
    let keys = keys.filter { $0.path[depth] == entry.name }
    if let key = keys.first, key.path.count == depth + 1 {
      lines[here.joined(separator: ".")] = entry.line
      if !key.assign(entry.value, &root) {
        let found = key.isSecret ? "something else" : entry.value.found
        report(.unexpected(expected: key.expectation, found: found), at: here, line: entry.line)
      }
      return
    }
    for inner in entries(of: entry.value, at: here, known: Self.names(keys, at: depth + 1)) {
      read(inner, at: here, as: keys, depth: depth + 1, into: &root)
    }
  }

  /// The distinct names at one depth, in order.
  fileprivate static func names<Root>(_ keys: [PolicyKey<Root>], at depth: Int) -> [String] {
    var names: [String] = []
    for key in keys where names.last != key.path[depth] && !names.contains(key.path[depth]) {
      names.append(key.path[depth])
    }
    return names
  }

  fileprivate mutating func report(_ problem: PolicyFault.Problem, at path: [String], line: Int?) {
    faults.append(PolicyFault(file: file, line: line, key: path.joined(separator: "."), problem: problem))
  }
}

// MARK: - What is not a plain key

extension PolicyReader {
  /// Rules are merged key by key over those that are there; one that says nothing is none.
  fileprivate mutating func readProducts(_ node: Node, at path: [String], into settings: inout PolicySettings) {
    for product in entries(of: node, at: path, known: nil) {
      let code = ProductCode(product.name)
      var rule = settings.triggers.products[code] ?? ProductRule()
      let here = path + [product.name]
      for entry in entries(of: product.value, at: here, known: Self.names(PolicyTable.productRule, at: 0)) {
        read(entry, at: here, as: PolicyTable.productRule, depth: 0, into: &rule)
      }
      settings.triggers.products[code] = rule == ProductRule() ? nil : rule
    }
  }

  /// Profiles are numbered in a byte, learnt and pinned together.
  private static let mostPinnedProfiles = 100

  fileprivate mutating func pinnedProfiles(_ node: Node, at path: [String]) -> [PinnedProfile] {
    if node.isNothing { return [] }
    guard let items = node.items, items.count <= Self.mostPinnedProfiles else {
      let expected = "a list of at most \(Self.mostPinnedProfiles) pinned profiles"
      report(.unexpected(expected: expected, found: node.found), at: path, line: node.mark?.line)
      return []
    }
    var profiles: [PinnedProfile] = []
    for (position, item) in items.enumerated() {
      let here = Array(path.dropLast()) + ["pinned_profiles[\(position + 1)]"]
      guard let profile = pinnedProfile(item, at: here) else { continue }
      if profiles.contains(where: { $0.name == profile.name }) {
        report(.contradiction("another pinned profile has the same name"), at: here, line: item.mark?.line)
      }
      profiles.append(profile)
    }
    return profiles
  }

  private mutating func pinnedProfile(_ node: Node, at path: [String]) -> PinnedProfile? {
    let faultsBefore = faults.count
    var draft = PinnedProfileDraft()
    for entry in entries(of: node, at: path, known: Self.names(PolicyTable.pinnedProfile, at: 0)) {
      read(entry, at: path, as: PolicyTable.pinnedProfile, depth: 0, into: &draft)
    }
    if let profile = draft.profile { return profile }
    if faults.count == faultsBefore {
      let missing = draft.name.isEmpty ? "a name" : "at least one product code under products"
      report(.unexpected(expected: missing, found: "none"), at: path, line: node.mark?.line)
    }
    return nil
  }

  /// A contradiction is told where the later of the two values stands: in the bank's own section if there is one.
  fileprivate mutating func checkOrder(of settings: PolicySettings, at path: [String]) {
    let prefix = path.map { $0 + "." }.joined()
    for order in PolicyOrder.all where !order.isKept(settings) {
      let given = [order.lower, order.upper].compactMap { key in lines[prefix + key].map { (key, $0) } }
      guard let (key, line) = given.max(by: { $0.1 < $1.1 }) else { continue }
      report(
        .contradiction(order.sentence(settings)), at: path + key.split(separator: ".").map(String.init), line: line)
    }
  }
}
