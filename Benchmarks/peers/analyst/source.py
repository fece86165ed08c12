"""The source contract as arrays: clients × products, clients × months. Rows that break a rule of the contract are counted and
left out."""
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from .policy import ABSURD_AMOUNT, HISTORY

CLIENTS = """
    with judged as (
      select *, case
        when client_id is null or client_no is null or name is null or contact_allowed is null then 'key_missing'
        when not isfinite(opened_on) or closed_on = '-infinity' then 'endless_date'
        when opened_on > {as_of}::date then 'future'
        when closed_on < opened_on then 'closed_before_opened'
        when annual_turnover = 'NaN' or abs(annual_turnover) > {absurd} then 'absurd_turnover'
        when jsonb_typeof(nullif(attributes, 'null')) <> 'object' then 'attributes_not_an_object'
      end as fault
      from source.client where bank_id = {bank})
    select fault, client_id, client_no, region, industry, legal_form, manager_id,
      case when isfinite(opened_on) then opened_on end,
      case when isfinite(closed_on) and closed_on <= {as_of}::date then closed_on end,
      case when annual_turnover <> 'NaN' then annual_turnover end, contact_allowed::integer
    from judged"""
CLIENT_COLUMNS = {
    "fault": pl.String, "client_id": pl.Int64, "client_no": pl.String, "region": pl.String, "industry": pl.String,
    "legal_form": pl.String, "manager_id": pl.Int64, "opened_on": pl.Date, "closed_on": pl.Date, "turnover": pl.Float64,
    "contact_allowed": pl.Int8}
ACCOUNTS = """
    with judged as (
      select *, case
        when account_id is null or client_id is null or product_code is null then 'key_missing'
        when not isfinite(opened_on) or '-infinity' in (closed_on, matures_on) then 'endless_date'
        when opened_on > {as_of}::date then 'future'
        when closed_on < opened_on then 'closed_before_opened'
      end as fault
      from source.account where bank_id = {bank})
    select fault, account_id, client_id, product_code, case when isfinite(opened_on) then opened_on end,
      case when isfinite(closed_on) and closed_on <= {as_of}::date then closed_on end,
      case when isfinite(matures_on) then matures_on end
    from judged"""
ACCOUNT_COLUMNS = {
    "fault": pl.String, "account_id": pl.Int64, "client_id": pl.Int64, "product_code": pl.Categorical, "opened_on": pl.Date,
    "closed_on": pl.Date, "matures_on": pl.Date}
# Months as so many days before the last, which is quicker to read than dates.
MONTHS = """
    select client_id, product_code, case when isfinite(month) then month - {last}::date end, income, operations
    from source.product_month where bank_id = {bank} and (month between {first}::date and {last}::date or month is null)"""
# Where no key forbids that rows share one.
MONTHS_ONCE = """
    select client_id, product_code, day, min(income), min(operations), count(*)
    from (""" + MONTHS + """) m(client_id, product_code, day, income, operations) group by client_id, product_code, day"""
MONTH_COLUMNS = {
    "client_id": pl.Int64, "product_code": pl.Categorical, "day": pl.Int32, "income": pl.Float64, "operations": pl.Int32}
UNIQUE = """
    select exists (
      select from pg_index i where i.indrelid = {relation}::regclass and i.indisunique and i.indpred is null and i.indisvalid
        and (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey))
          <@ {key}::text[])"""


@dataclass
class Bank:
    bank_id: str
    name: str
    currency: str
    as_of: np.datetime64
    last_month: np.datetime64
    clients: pl.DataFrame = None  # ascending by client_id
    products: pl.DataFrame = None  # ascending by code
    managers: pl.DataFrame = None
    refused: dict = field(default_factory=dict)  # (relation, fault) → rows
    # By account.
    row: np.ndarray = None
    column: np.ndarray = None
    opened: np.ndarray = None
    closed: np.ndarray = None
    matures: np.ndarray = None
    # Clients × months, the last complete month last.
    income: np.ndarray = None
    operations: np.ndarray = None
    # Clients × products.
    income12: np.ndarray = None
    income3: np.ndarray = None
    operations3: np.ndarray = None
    last_active: np.ndarray = None  # place of the month, −1 = never
    active_before: np.ndarray = None  # in the three months before the last three

    @property
    def n(self):
        return self.clients.height

    @property
    def p(self):
        return self.products.height

    @property
    def has_activity(self):
        return bool((self.last_active >= 0).any())

    def count(self, relation, fault, rows):
        if rows:
            self.refused[relation, fault] = self.refused.get((relation, fault), 0) + int(rows)

    def matrix(self, chosen):
        """Clients × products: whether some chosen account is there."""
        held = np.zeros((self.n, self.p), dtype=bool)
        held[self.row[chosen], self.column[chosen]] = True
        return held

    def held_on(self, day):
        """Unknown dates: held for as long as is known, and still."""
        return self.matrix(~(self.opened > day) & ~(self.closed <= day))


def read(database, bank_id, as_of):
    as_of = np.datetime64(as_of, "D")
    month = as_of.astype("datetime64[M]")
    last = month if (as_of + 1).astype("datetime64[M]") != month else month - 1
    database.values |= {"last": str(last.astype("datetime64[D]")), "absurd": ABSURD_AMOUNT,
                        "first": str((last - HISTORY + 1).astype("datetime64[D]"))}
    found = database.rows("select name, currency from source.bank where bank_id = {bank}")
    if not found:
        raise SystemExit(f"no bank {bank_id} in source.bank")
    bank = Bank(bank_id, *found[0], as_of, last)
    read_managers(database, bank)
    read_products(database, bank)
    read_clients(database, bank)
    read_accounts(database, bank)
    read_months(database, bank)
    return bank


def sound(bank, relation, frame):
    """The rows without a fault; what is yet to come is none."""
    for fault, rows in frame.filter(pl.col("fault").is_not_null()).group_by("fault").len().rows():
        if fault != "future":
            bank.count(relation, fault, rows)
    return frame.filter(pl.col("fault").is_null()).drop("fault")


def is_unique(database, relation, *key):
    database.values |= {"relation": f"source.{relation}", "key": ["bank_id", *key]}
    return database.rows(UNIQUE)[0][0]


def without_duplicates(database, bank, relation, frame, *key):
    """Asked of the rows only where no unique index answers it."""
    if is_unique(database, relation, *key):
        return frame
    twice = frame.select(key).is_duplicated()
    bank.count(relation, "duplicate", twice.sum())
    return frame.filter(~twice)


def read_managers(database, bank):
    rows = database.rows("select manager_id, branch, active from source.manager where bank_id = {bank} order by 1")
    frame = pl.DataFrame(rows, schema={"manager_id": pl.Int64, "branch": pl.String, "active": pl.Boolean}, orient="row")
    good = frame.drop_nulls().unique("manager_id", keep="none", maintain_order=True)
    bank.count("manager", "key_missing_or_duplicate", frame.height - good.height)
    bank.managers = good


def read_products(database, bank):
    rows = database.rows("""
        select product_code, name, sellable, array_remove(coalesce(requires, '{{}}'), null),
          array_remove(coalesce(excludes, '{{}}'), null),
          product_code is null or name is null or family is null or sellable is null
            or income_kind is null or income_kind not in ('interest', 'fee', 'fx', 'other')
        from source.product where bank_id = {bank} order by product_code collate "C" """)
    frame = pl.DataFrame(rows, orient="row", schema={
        "product_code": pl.String, "name": pl.String, "sellable": pl.Boolean, "requires": pl.List(pl.String),
        "excludes": pl.List(pl.String), "bad": pl.Boolean})
    good = frame.filter(~pl.col("bad")).unique("product_code", keep="none", maintain_order=True).drop("bad")
    bank.count("product", "key_missing_duplicate_or_unknown_kind", frame.height - good.height)
    bank.products = good


def read_clients(database, bank):
    frame = sound(bank, "client", database.frame(CLIENTS, CLIENT_COLUMNS))
    frame = without_duplicates(database, bank, "client", frame, "client_id")
    frame = without_duplicates(database, bank, "client", frame, "client_no")
    managers = bank.managers.select("manager_id", "branch", "active")
    frame = frame.join(managers, on="manager_id", how="left").sort("client_id")
    # Whoever has no active manager stands in the queue of the branch, or of the bank.
    bank.clients = frame.with_columns(
        pl.when("active").then("manager_id").alias("manager_id"),
        pl.when(pl.col("active").is_not_null() & pl.col("active")).then(None).otherwise(
            pl.col("branch").fill_null("")).alias("branch")).drop("active")


def placed(bank, frame, relation):
    """Rows of clients and columns of products; who or what is unknown is left out."""
    known = bank.clients["client_id"].to_numpy()
    client = frame["client_id"].to_numpy()
    row = np.minimum(np.searchsorted(known, client), len(known) - 1)
    orphan = known[row] != client
    column = category_places(frame["product_code"], bank.products["product_code"].to_list())
    unknown = (column < 0) & ~orphan
    bank.count(relation, "orphan", orphan.sum())
    bank.count(relation, "unknown_product", unknown.sum())
    keep = ~orphan & ~unknown
    return row, column, (None if keep.all() else keep)


def category_places(code, places):
    """By way of the few categories, not of the many rows."""
    at = {place: number for number, place in enumerate(places)}
    met, codes = code.unique(), code.to_physical().to_numpy()
    table = np.full(1 + (codes.max() if len(codes) else 0), -1, dtype=np.int16)
    table[met.to_physical().to_numpy()] = [at.get(name, -1) for name in met.cast(pl.String)]
    return table[codes]


def read_accounts(database, bank):
    frame = sound(bank, "account", database.frame(ACCOUNTS, ACCOUNT_COLUMNS))
    frame = without_duplicates(database, bank, "account", frame, "account_id")
    row, column, keep = placed(bank, frame, "account")
    opened, closed, matures = (frame[name].to_numpy() for name in ("opened_on", "closed_on", "matures_on"))
    bank.row, bank.column, bank.opened, bank.closed, bank.matures = (
        values if keep is None else values[keep] for values in (row, column, opened, closed, matures))


def read_months(database, bank):
    n, p = bank.n, bank.p
    bank.income, bank.operations = np.zeros((n, HISTORY)), np.zeros((n, HISTORY), dtype=np.int32)
    bank.income12, bank.income3 = np.zeros((n, p)), np.zeros((n, p))
    bank.operations3 = np.zeros((n, p), dtype=np.int32)
    bank.last_active, bank.active_before = np.full((n, p), -1, dtype=np.int8), np.zeros((n, p), dtype=bool)
    firsts = (np.arange(HISTORY) + (bank.last_month - HISTORY + 1)).astype("datetime64[D]")
    place_of_day = np.full(1 + (firsts[-1] - firsts[0]).astype(int), -1, dtype=np.int8)
    place_of_day[(firsts - firsts[0]).astype(int)] = np.arange(HISTORY)
    if is_unique(database, "product_month", "client_id", "product_code", "month"):
        frames = database.frames(MONTHS, MONTH_COLUMNS)
    else:
        frames = (once(bank, frame) for frame in database.frames(MONTHS_ONCE, MONTH_COLUMNS | {"rows": pl.Int32}))
    for frame in frames:
        add_months(bank, complete(bank, frame), place_of_day)


def once(bank, frame):
    """Nulls are no keys: they have a fault of their own."""
    twice = (frame["rows"] > 1) & ~frame.select(pl.any_horizontal(pl.col("client_id", "product_code", "day").is_null())).to_series()
    bank.count("product_month", "duplicate", frame["rows"].filter(twice).sum())
    return frame.filter(~twice).drop("rows")


def complete(bank, frame):
    if not sum(frame.null_count().row(0)):
        return frame
    good = frame.drop_nulls()
    bank.count("product_month", "key_missing", frame.height - good.height)
    return good


def add_months(bank, frame, place_of_day):
    row, column, keep = placed(bank, frame, "product_month")
    income, operations = frame["income"].to_numpy(), frame["operations"].to_numpy()
    month = place_of_day[frame["day"].to_numpy() + (len(place_of_day) - 1)]
    for fault, bad in (("not_first_day", month < 0), ("absurd_amount", ~(np.abs(income) <= ABSURD_AMOUNT)),
                       ("negative_operations", operations < 0)):
        if bad.any():
            keep = np.ones(len(bad), dtype=bool) if keep is None else keep
            bank.count("product_month", fault, (bad & keep).sum())
            keep = keep & ~bad
    if keep is not None:
        row, column, month, income, operations = (v[keep] for v in (row, column, month, income, operations))
    at = row * HISTORY + month
    np.add.at(bank.income.reshape(-1), at, income)
    np.add.at(bank.operations.reshape(-1), at, operations)
    at = row * bank.p + column
    year = month >= HISTORY - 12
    np.add.at(bank.income12.reshape(-1), at[year], income[year])
    late = month >= HISTORY - 3
    np.add.at(bank.income3.reshape(-1), at[late], income[late])
    np.add.at(bank.operations3.reshape(-1), at[late], operations[late])
    active = (income != 0) | (operations > 0)
    np.maximum.at(bank.last_active.reshape(-1), at[active], month[active])
    bank.active_before.reshape(-1)[at[active & ~late & (month >= HISTORY - 6)]] = True
