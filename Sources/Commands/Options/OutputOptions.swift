import ArgumentParser

/// The form of a result: a table for people unless a program asks for another.
struct OutputOptions: ParsableArguments {
  enum Form { case table, json, csv }

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Flag(name: .long, help: "Print CSV.")
  var csv = false

  var form: Form { json ? .json : csv ? .csv : .table }

  func validate() throws {
    if json && csv { throw ValidationError("Choose one of --json and --csv.") }
  }
}
