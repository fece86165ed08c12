/// A PostgreSQL data type, by the object id its catalogue has given it since the beginning.
package struct TypeOID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Zero: the server infers the type.
  package static let inferred = TypeOID(rawValue: 0)
  package static let bool = TypeOID(rawValue: 16)
  package static let bytea = TypeOID(rawValue: 17)
  package static let char = TypeOID(rawValue: 18)
  package static let name = TypeOID(rawValue: 19)
  package static let int8 = TypeOID(rawValue: 20)
  package static let int2 = TypeOID(rawValue: 21)
  package static let int4 = TypeOID(rawValue: 23)
  package static let text = TypeOID(rawValue: 25)
  package static let oid = TypeOID(rawValue: 26)
  package static let json = TypeOID(rawValue: 114)
  package static let float4 = TypeOID(rawValue: 700)
  package static let float8 = TypeOID(rawValue: 701)
  package static let unknown = TypeOID(rawValue: 705)
  package static let bpchar = TypeOID(rawValue: 1042)
  package static let varchar = TypeOID(rawValue: 1043)
  package static let date = TypeOID(rawValue: 1082)
  package static let time = TypeOID(rawValue: 1083)
  package static let timestamp = TypeOID(rawValue: 1114)
  package static let timestamptz = TypeOID(rawValue: 1184)
  package static let interval = TypeOID(rawValue: 1186)
  package static let numeric = TypeOID(rawValue: 1700)
  package static let void = TypeOID(rawValue: 2278)
  package static let uuid = TypeOID(rawValue: 2950)
  package static let jsonb = TypeOID(rawValue: 3802)

  package static let boolArray = TypeOID(rawValue: 1000)
  package static let byteaArray = TypeOID(rawValue: 1001)
  package static let nameArray = TypeOID(rawValue: 1003)
  package static let int2Array = TypeOID(rawValue: 1005)
  package static let int4Array = TypeOID(rawValue: 1007)
  package static let textArray = TypeOID(rawValue: 1009)
  package static let bpcharArray = TypeOID(rawValue: 1014)
  package static let varcharArray = TypeOID(rawValue: 1015)
  package static let int8Array = TypeOID(rawValue: 1016)
  package static let float4Array = TypeOID(rawValue: 1021)
  package static let float8Array = TypeOID(rawValue: 1022)
  package static let dateArray = TypeOID(rawValue: 1182)
  package static let timestamptzArray = TypeOID(rawValue: 1185)
  package static let numericArray = TypeOID(rawValue: 1231)
  package static let uuidArray = TypeOID(rawValue: 2951)
  package static let jsonbArray = TypeOID(rawValue: 3807)

  private static let names: [TypeOID: String] = [
    .inferred: "inferred", .bool: "bool", .bytea: "bytea", .char: "\"char\"", .name: "name", .int8: "int8",
    .int2: "int2", .int4: "int4", .text: "text", .oid: "oid", .json: "json", .float4: "float4", .float8: "float8",
    .unknown: "unknown", .bpchar: "bpchar", .varchar: "varchar", .date: "date", .time: "time",
    .timestamp: "timestamp", .timestamptz: "timestamptz", .interval: "interval", .numeric: "numeric",
    .void: "void", .uuid: "uuid", .jsonb: "jsonb",
    .boolArray: "bool[]", .byteaArray: "bytea[]", .nameArray: "name[]", .int2Array: "int2[]",
    .int4Array: "int4[]", .textArray: "text[]", .bpcharArray: "bpchar[]", .varcharArray: "varchar[]",
    .int8Array: "int8[]", .float4Array: "float4[]", .float8Array: "float8[]", .dateArray: "date[]",
    .timestamptzArray: "timestamptz[]", .numericArray: "numeric[]", .uuidArray: "uuid[]", .jsonbArray: "jsonb[]",
  ]

  /// The array type of these elements, for the types this module sends.
  var array: TypeOID? {
    let arrays: [TypeOID: TypeOID] = [
      .bool: .boolArray, .int2: .int2Array, .int4: .int4Array, .int8: .int8Array, .float4: .float4Array,
      .float8: .float8Array, .text: .textArray, .date: .dateArray,
    ]
    return arrays[self]
  }

  /// The name SQL uses, or the number where this module does not know the type.
  package var description: String { Self.names[self] ?? "type \(rawValue)" }
}
