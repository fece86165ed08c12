import Glibc

/// A source pack on the disk.
struct PackFolder: Sendable {
  /// In the order of the contract.
  let files: [PackFile]
  /// Files that belong to no relation.
  let strangers: [String]

  init(path: String) throws(SourceLoadError) {
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = try Self.names(in: folder)
    var files: [PackFile] = []
    for relation in SourceRelation.all {
      let found = Self.endings.map { relation.name + $0 }.filter { names.contains($0) }
      if found.count > 1 { throw .twoFiles(relation: relation.name) }
      if let name = found.first {
        files.append(try Self.file(relation, "\(folder)/\(name)"))
      } else if relation.isRequiredInPack {
        throw .relationFileMissing(folder: folder, relation: relation.name)
      }
    }
    self.files = files
    let known = Set(SourceRelation.all.flatMap { relation in Self.endings.map { relation.name + $0 } })
    strangers = names.filter { !known.contains($0) }
  }

  private static let endings = [".csv", ".csv.gz"]

  private static func file(_ relation: SourceRelation, _ path: String) throws(SourceLoadError) -> PackFile {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      throw .unreadable(file: path, reason: PackFileSource.reason(errno))
    }
    return PackFile(relation: relation, path: path, bytes: Int64(facts.st_size))
  }

  /// In ascending order, hidden files left out.
  private static func names(in folder: String) throws(SourceLoadError) -> [String] {
    guard let directory = opendir(folder) else { throw .noFolder(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
