"""What products bring: what holders of the same profile and size are earned by, leaning on all holders where they are few."""
import numpy as np
import polars as pl

from .policy import HIGH, LOW, MINIMUM_HOLDERS, PRIOR_HOLDERS, SIZES, TYPICAL

FIGURES = ["low", "typical", "high", "mean"]


def flows(view):
    """A row a held product of present clients: income and operations a month. None where the bank has no months."""
    bank = view.bank
    row, column = np.nonzero(view.held & view.present[:, None] & bank.has_activity)
    months = np.minimum(months_held(bank)[row, column], view.seen[row]).clip(1, 12)
    return pl.DataFrame({
        "row": row.astype(np.int32), "column": column.astype(np.int16),
        "income": (bank.income12[row, column] / months).astype(np.float32),
        "operations": (bank.operations3[row, column] / np.minimum(3, months)).astype(np.float32)})


def months_held(bank):
    """Clients × products: since the first account that is open, this month included; many where unknown."""
    open_now = ~(bank.closed <= bank.as_of)
    since = (bank.last_month - bank.opened.astype("datetime64[M]")).astype(np.float32) + 1
    since = np.where(np.isnan(since) | np.isnat(bank.opened), 99, since).clip(0, 99).astype(np.int8)
    held = np.zeros((bank.n, bank.p), dtype=np.int8)
    np.maximum.at(held, (bank.row[open_now], bank.column[open_now]), since[open_now])
    return held


def size_class(bank):
    """Thirds by turnover; the middle where it is unknown."""
    turnover = bank.clients["turnover"].to_numpy()
    cuts = np.nanquantile(turnover, np.arange(1, SIZES) / SIZES) if np.isfinite(turnover).any() else []
    return np.where(np.isnan(turnover), SIZES // 2, np.searchsorted(cuts, turnover)).astype(np.int8)


def product_worth(flows_, profile, size, k, p):
    """Figures × profiles × sizes × products, NaN = not known."""
    income = pl.col("income")
    figures = [pl.len().alias("n")] + [income.quantile(q, "linear").alias(name) for name, q in
                                       zip(FIGURES, (LOW, TYPICAL, HIGH))] + [income.mean().alias("mean")]
    bringing = flows_.filter(income > 0)
    row = bringing["row"].to_numpy()
    bringing = bringing.with_columns(pl.Series("cell", profile[row].astype(np.int32) * SIZES + size[row]))
    everywhere = np.full((len(FIGURES), p), np.nan)
    whole = bringing.group_by("column").agg(figures).filter(pl.col("n") >= MINIMUM_HOLDERS)
    everywhere[:, whole["column"].to_numpy()] = whole.select(FIGURES).to_numpy().T
    worth = np.repeat(everywhere[:, None], k * SIZES, axis=1)
    own = bringing.group_by("cell", "column").agg(figures)
    cell, column, n = (own[c].to_numpy() for c in ("cell", "column", "n"))
    parent = everywhere[:, column]
    worth[:, cell, column] = (n * own.select(FIGURES).to_numpy().T + PRIOR_HOLDERS * parent) / (n + PRIOR_HOLDERS)
    return worth.reshape(len(FIGURES), k, SIZES, p)
