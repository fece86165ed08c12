"""What a bank's analyst would write otherwise: the same night with psycopg, polars, scikit-learn and COPY.

    analyst.py CONNECTION BANK AS_OF

Reads the source contract, finds profiles, learns who opens what from a past date, values it, ranks ten products a client,
chooses ten calls a manager, and writes cards, recommendations and triggers to tables of schema `analyst`. Prints seconds
and the peak of its memory. PostgreSQL adds up what is many, polars and numpy do the rest without loops over clients.
"""
import io
import resource
import sys
import time

import numpy as np
import polars as pl
import psycopg
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler

connection_text, bank, as_of = sys.argv[1:4]
begun = time.perf_counter()
connection = psycopg.connect(connection_text)
random = np.random.default_rng(20260701)
HORIZON, SAMPLE, PER_MANAGER, RANKED = 3, 20_000, 10, 10


def read(query, **values):
    """COPY of a query as a frame."""
    values = {"bank": bank, "as_of": as_of} | values
    with connection.cursor() as cursor, io.BytesIO() as buffer:
        bound = psycopg.sql.SQL(query).format(**{k: psycopg.sql.Literal(v) for k, v in values.items()})
        with cursor.copy(psycopg.sql.SQL("copy ({}) to stdout (format csv, header)").format(bound)) as copy:
            for block in copy:
                buffer.write(block)
        buffer.seek(0)
        return pl.read_csv(buffer, try_parse_dates=True, infer_schema_length=10_000)


def write(frame, table, columns):
    with connection.cursor() as cursor:
        cursor.execute(f"create schema if not exists analyst; drop table if exists analyst.{table};"
                       f"create table analyst.{table} ({columns})")
        with cursor.copy(f"copy analyst.{table} from stdin (format csv)") as copy:
            copy.write(frame.write_csv(include_header=False).encode())


clients = read("""
    select client_id, manager_id, coalesce(region, '') as region, coalesce(industry, '') as industry,
      coalesce({as_of}::date - opened_on, 0) / 30.4 as tenure, coalesce(annual_turnover, 0)::float8 as turnover
    from source.client
    where bank_id = {bank} and (opened_on is null or opened_on <= {as_of}::date)
      and (closed_on is null or closed_on > {as_of}::date)
    order by client_id""")
products = read("select product_code, sellable::integer from source.product where bank_id = {bank} order by product_code")
accounts = read("""
    select client_id, product_code, min(opened_on) as opened_on, max(coalesce(closed_on, '9999-12-31')) as closed_on
    from source.account
    where bank_id = {bank} and (opened_on is null or opened_on <= {as_of}::date)
    group by client_id, product_code""")
activity = read("""
    select client_id, product_code, sum(income) / 12 as income,
      sum(operations) filter (where month > {as_of}::date - interval '3 months') as recent_operations
    from source.product_month
    where bank_id = {bank} and month > {as_of}::date - interval '12 months' and month <= {as_of}::date
    group by client_id, product_code""")
months = read("""
    select client_id,
      sum(income) filter (where month > {as_of}::date - interval '3 months') as last,
      sum(income) filter (where month <= {as_of}::date - interval '3 months' and month > {as_of}::date - interval '12 months') / 3 as before
    from source.product_month
    where bank_id = {bank} and month <= {as_of}::date and month > {as_of}::date - interval '24 months'
    group by client_id""")

n, p = clients.height, products.height
client_place = clients.select("client_id").with_row_index("row")
product_place = products.select("product_code").with_row_index("column")


def placed(frame):
    return frame.join(client_place, on="client_id").join(product_place, on="product_code")


def matrix(frame, value=None):
    """Clients × products."""
    values = np.zeros((n, p), dtype=bool if value is None else np.float64)
    frame = placed(frame)
    values[frame["row"].to_numpy(), frame["column"].to_numpy()] = True if value is None else frame[value].fill_null(0).to_numpy()
    return values


past = np.datetime64(as_of) - np.timedelta64(91, "D")
held = matrix(accounts.filter(pl.col("closed_on") > pl.lit(np.datetime64(as_of))))
held_then = matrix(accounts.filter(
    (pl.col("opened_on").is_null() | (pl.col("opened_on") <= pl.lit(past))) & (pl.col("closed_on") > pl.lit(past))))
opened = matrix(accounts.filter(pl.col("opened_on") > pl.lit(past))) & ~held_then
income = matrix(activity, "income")
total = income.sum(axis=1)
levels = client_place.join(months, on="client_id", how="left", maintain_order="left").fill_null(0)

# Profiles: a mixture on size, tenure, trend and products, its number by BIC on a sample.
features = np.column_stack([
    np.arcsinh(total), clients["tenure"].to_numpy(), np.arcsinh(levels["last"].to_numpy()) - np.arcsinh(levels["before"].to_numpy()),
    np.log1p(clients["turnover"].to_numpy()), held.sum(axis=1), held])
scaled = StandardScaler().fit_transform(features)
sample = random.choice(n, min(n, SAMPLE), replace=False)
fits = [GaussianMixture(k, covariance_type="diag", reg_covar=1e-2, random_state=1).fit(scaled[sample])
        for k in range(2, 9)]
model = min(fits, key=lambda fit: fit.bic(scaled[sample]))
profile = model.predict(scaled)
membership = model.predict_proba(scaled).max(axis=1)
k = model.n_components

# The ideal client: the better half of each profile. What its products bring: quantiles by profile and product.
penetration = np.zeros((k, p))
for one in range(k):
    members = profile == one
    if members.any():
        penetration[one] = held[members & (total >= np.median(total[members]))].mean(axis=0)
flows = placed(activity).with_columns(pl.Series("profile", profile)[placed(activity)["row"]])
flows = flows.filter(pl.col("income") > 0).group_by("profile", "column").agg(
    pl.col("income").quantile(q, "linear").alias(name) for name, q in [("low", 0.2), ("typical", 0.5), ("high", 0.8)])
worth = {name: np.zeros((k, p)) for name in ("low", "typical", "high")}
for name, values in worth.items():
    values[flows["profile"].to_numpy(), flows["column"].to_numpy()] = flows[name].to_numpy()

# Who opens what: boosted trees over pairs of client and product at the past date.
rates = opened.sum(axis=0) / np.maximum(1, (~held_then).sum(axis=0))


def pairs(rows, columns, holdings):
    return np.column_stack([
        columns, profile[rows], penetration[profile[rows], columns], rates[columns], holdings.sum(axis=1)[rows],
        np.arcsinh(total)[rows], clients["tenure"].to_numpy()[rows], features[rows, 2],
        holdings[rows]])


positive = np.argwhere(opened)
negative = np.argwhere(~held_then & ~opened)
negative = negative[random.choice(len(negative), min(len(negative), 20 * max(1, len(positive))), replace=False)]
share = len(negative) / max(1, (~held_then & ~opened).sum())
chosen = np.vstack([positive, negative])
labels = np.r_[np.ones(len(positive)), np.zeros(len(negative))]
trees = HistGradientBoostingClassifier(max_iter=60, learning_rate=0.1, max_leaf_nodes=16, categorical_features=[0, 1])
trees.fit(pairs(chosen[:, 0], chosen[:, 1], held_then), labels, sample_weight=np.where(labels == 1, 1, 1 / share))
probability = np.full((n, p), -1.0)
for start in range(0, n, 50_000):
    lacking = np.argwhere(~held[start:start + 50_000]) + [start, 0]
    probability[lacking[:, 0], lacking[:, 1]] = trees.predict_proba(pairs(lacking[:, 0], lacking[:, 1], held))[:, 1]

# Cards, the best ten of each client, the best ten calls of each manager.
order = np.argsort(-probability, axis=1, kind="stable")[:, :RANKED]
rows = np.repeat(np.arange(n), order.shape[1])
columns = order.ravel()
keep = ~held[rows, columns]
rows, columns, rank = rows[keep], columns[keep], np.tile(np.arange(1, order.shape[1] + 1), n)[keep]
kind = profile[rows]
recommendations = pl.DataFrame({
    "client_id": clients["client_id"].to_numpy()[rows], "product_code": products["product_code"].to_numpy()[columns], "rank": rank,
    "probability": probability[rows, columns], "penetration": penetration[kind, columns], "low": worth["low"][kind, columns],
    "typical": worth["typical"][kind, columns], "high": worth["high"][kind, columns],
    "expected": probability[rows, columns] * worth["typical"][kind, columns]})
gaps = recommendations.filter(pl.col("penetration") > 0.3).group_by("client_id").agg(
    pl.col("low", "typical", "high", "expected").sum())
cards = clients.select("client_id", "manager_id", "region", "industry", "tenure").with_columns(
    pl.Series("profile", profile), pl.Series("membership", membership), pl.Series("income", total)
).join(gaps, on="client_id", how="left")
sellable = products.filter(pl.col("sellable") == 1)["product_code"]
triggers = recommendations.filter((pl.col("penetration") > 0.3) & pl.col("product_code").is_in(sellable.implode())).join(
    clients.select("client_id", "manager_id"), on="client_id"
).sort("expected", descending=True).group_by("client_id", maintain_order=True).head(2).group_by(
    "manager_id", maintain_order=True).head(PER_MANAGER).select(recommendations.columns + ["manager_id"])
write(cards, "card", "client_id bigint, manager_id bigint, region text, industry text, tenure float8, profile int, membership float8,"
      "income numeric(18, 2), low numeric(18, 2), typical numeric(18, 2), high numeric(18, 2), expected numeric(18, 2)")
write(recommendations, "recommendation", "client_id bigint, product_code text, rank int, probability float8, penetration float8,"
      "low numeric(18, 2), typical numeric(18, 2), high numeric(18, 2), expected numeric(18, 2)")
write(triggers, "trigger", "client_id bigint, product_code text, rank int, probability float8, penetration float8,"
      "low numeric(18, 2), typical numeric(18, 2), high numeric(18, 2), expected numeric(18, 2), manager_id bigint")
connection.commit()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{time.perf_counter() - begun:.1f} s, {peak:.0f} MiB, {n} clients, {k} profiles, "
      f"{recommendations.height} recommendations, {triggers.height} triggers")
