/// Statements of `xsell source load`, which differ by relation only. Names come from the contract, never from a file.
extension Query {
  /// A temporary table like the relation, whose rows must be of the banks in setting `xsell.pack_banks`: names between
  /// unit separators. The server then names the line of a row that is not. Dates are of type `isoDate`
  /// there, since the server makes a date of 05-07-24 and tomorrow as well.
  /// - Parameter dates: names of its columns that are dates.
  package static func stage(_ relation: String, dates: [String]) -> String {
    """
    create temporary table stage_\(relation) (like source.\(relation) including defaults) on commit drop;
    alter table stage_\(relation) add constraint \(bankOfPack)
      check (strpos(current_setting('xsell.pack_banks'), chr(31) || bank_id || chr(31)) > 0);

    """ + dates.map { "alter table stage_\(relation) alter \($0) type pg_temp.iso_date;" }.joined(separator: "\n")
  }

  /// A type for dates as YYYY-MM-DD, and infinity, which the check judges. What is written back as it came is in that
  /// form: the server's own date is quicker at it than a pattern. It needs date style ISO.
  package static let isoDate = """
    drop domain if exists pg_temp.iso_date;
    create domain pg_temp.iso_date as text check (
      case octet_length(value) when 10 then value = value::date::text else value in ('infinity', '-infinity') end)
    """

  /// Name of the constraint that keeps other banks out.
  package static let bankOfPack = "bank_of_pack"

  package static let stagedBanks =
    "select bank_id from pg_temp.stage_bank group by bank_id order by bank_id collate \"C\""

  /// Removes the rows of banks `$1`.
  package static func clear(_ relation: String) -> String {
    "delete from source.\(relation) where bank_id = any ($1)"
  }

  package static func unstage(_ relation: String, columns: [String], dates: [String]) -> String {
    let values = columns.map { dates.contains($0) ? "\($0)::date" : $0 }.joined(separator: ", ")
    return """
      insert into source.\(relation) (\(columns.joined(separator: ", ")))
      select \(values) from pg_temp.stage_\(relation)
      """
  }

  /// Columns of constraint `$1` of the relation.
  package static func constraintColumns(_ relation: String) -> String {
    """
    select array(
      select a.attname::text
      from unnest(c.conkey) with ordinality as k(attnum, place)
      join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
      order by k.place) as columns
    from pg_catalog.pg_constraint c
    where c.conrelid = 'source.\(relation)'::regclass and c.conname = $1
    """
  }

  /// Rows, counted from 1 after the header, of the first key that stands more than once; five at most.
  package static func stagedDuplicate(_ relation: String, key: [String]) -> String {
    let key = key.joined(separator: ", ")
    return """
      select (array_agg(place order by place))[:5] as places
      from (select \(key), row_number() over (order by ctid) as place from pg_temp.stage_\(relation)) s
      group by \(key)
      having count(*) > 1
      order by min(place)
      limit 1
      """
  }

  package static func analyse(_ relation: String) -> String { "analyze source.\(relation)" }
}
