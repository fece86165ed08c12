"""Reasons to call a client: gaps that stand, and turns of life. One row a candidate: client, kind, product (−1 = the client as a
whole), chance, what it is worth, since when or until when, and its place among the recommendations."""
import numpy as np
import polars as pl

from .features import is_active
from .policy import (CHANCES, HISTORY, RENEW_RAISE, RETURNED_RAISE, WELCOME_DELAY, WELCOME_PRODUCTS, WELCOME_RAISE, WIN_BACK_DAYS,
                     WIN_BACK_RAISE)
from .recommend import STANDING
from .stages import DECLINING, LEAVES, LEFT, ONBOARDING, RETURNED

OF_GAP = ["offer", "activate", "deepen"]


def gap_candidates(found):
    at = np.flatnonzero(found.status == STANDING)
    return candidate_frame(found.row[at], np.array(OF_GAP)[found.kind[at]], found.probability[at], found.amounts[1][at],
                           column=found.column[at], place=at)


def candidate_frame(row, kind, probability, value, since=None, column=-1, place=-1, products=None):
    row = np.asarray(row, dtype=np.int32)
    frame = pl.DataFrame({"row": row}).with_columns(
        kind=pl.lit(kind) if isinstance(kind, str) else pl.Series(kind, dtype=pl.String),
        column=filled(column, len(row), np.int32), place=filled(place, len(row), np.int64),
        probability=filled(probability, len(row), np.float64), value=filled(value, len(row), np.float64),
        since=pl.Series(since) if since is not None else pl.lit(None, pl.Date),
        products=products if products is not None else pl.lit(None, pl.List(pl.Int32)))
    return frame.with_columns(pl.col("value").fill_nan(None))


def filled(values, count, kind):
    return pl.Series(np.broadcast_to(np.asarray(values, dtype=kind), count))


def life_candidates(view, stages, found, rules):
    calls = [retain(view, stages), win_back(view, stages), returned(view, stages), welcome(view, stages, found, rules),
             renew(view)]
    return pl.concat([c for c in calls if c.height] or calls[:1])


def month_start(view, place):
    return (view.bank.last_month - (HISTORY - 1) + place.astype(int)).astype("datetime64[D]")


def gone_since(view, stages, rows):
    closed = view.bank.clients["closed_on"].to_numpy().astype("datetime64[D]")[rows]
    quiet = month_start(view, HISTORY - stages.silent[rows])
    return np.where(np.isnat(closed), quiet, closed)


def retain(view, stages):
    """What is at stake is what the client used to bring; the share that is lost already stands for the urgency."""
    declines = (stages.stage == DECLINING) | ((stages.stage == LEAVES) & (stages.silent < WIN_BACK_DAYS[0] / 30.4))
    rows = np.flatnonzero(declines & view.present)
    lost = np.clip(np.nan_to_num(-stages.change[rows], nan=1), 0, 1)
    worth = np.where(np.isnan(stages.usual[rows]), view.mean_income()[rows], stages.usual[rows])
    return candidate_frame(rows, "retain", lost, np.maximum(0, worth), month_start(view, stages.since[rows]))


def win_back(view, stages):
    """At each step after the client went, if it brought as much as the middle one does."""
    today = view.bank.as_of
    rows = np.flatnonzero((stages.stage == LEFT) | ((stages.stage == LEAVES) & (stages.silent >= WIN_BACK_DAYS[0] / 30.4)))
    since = gone_since(view, stages, rows)
    days = (today - since).astype(int)
    step = np.select([days >= steps for steps in reversed(WIN_BACK_DAYS)], list(reversed(WIN_BACK_DAYS)), 10 ** 6)
    due = (days >= step) & (days < step + WIN_BACK_RAISE)
    rows, since = rows[due], since[due]
    former = former_income(view, rows, since)
    incomes = view.mean_income()[view.present]
    incomes = incomes[incomes > 0]
    worth = former >= (np.median(incomes) if len(incomes) else np.inf)
    return candidate_frame(rows[worth], "win_back", CHANCES["win_back"], former[worth], since[worth])


def former_income(view, rows, since):
    """Mean of the last months, twelve at most, before the one in which the client went."""
    ends = HISTORY - 1 - (view.bank.last_month - since.astype("datetime64[M]")).astype(int)
    months = np.arange(HISTORY)
    window = (months < ends[:, None]) & (months >= ends[:, None] - 12)
    active = is_active(view.bank)[rows] & window
    first = np.where(active.any(axis=1), active.argmax(axis=1), HISTORY)
    window &= months >= first[:, None]
    return (view.bank.income[rows] * window).sum(axis=1) / np.maximum(1, window.sum(axis=1))


def returned(view, stages):
    rows = np.flatnonzero(stages.stage == RETURNED)
    since = month_start(view, stages.since[rows])
    due = (view.bank.as_of - since).astype(int) < RETURNED_RAISE
    rows = rows[due]
    return candidate_frame(rows, "returned", CHANCES["returned"], view.mean_income()[rows].clip(0), since[due])


def welcome(view, stages, found, rules):
    """What clients like it hold and are most likely to open."""
    days = (view.bank.as_of - view.first_day).astype(float)
    due = (stages.stage == ONBOARDING) & (days >= WELCOME_DELAY) & (days < WELCOME_DELAY + WELCOME_RAISE)
    at = np.flatnonzero((found.kind == 0) & found.is_gap & due[found.row])
    at = at[~rules.lacks(view.held[found.row[at]])[np.arange(len(at)), found.column[at]]]
    gaps = pl.DataFrame({"row": found.row[at], "column": found.column[at].astype(np.int32), "rank": found.rank[at],
                         "chance": found.probability[at], "typical": found.amounts[1][at], "expected": found.expected[at]})
    best = gaps.fill_nan(None).sort("row", "rank").group_by("row", maintain_order=True).head(WELCOME_PRODUCTS).group_by(
        "row", maintain_order=True).agg("column", pl.col("typical", "expected").sum(), pl.col("chance").mean())
    share = pl.when(pl.col("typical") > 0).then(pl.col("expected") / pl.col("typical")).otherwise("chance")
    chance = best.select(share).to_series()
    rows = best["row"].to_numpy()
    return candidate_frame(rows, "welcome", chance.to_numpy(), best["typical"].to_numpy(), view.first_day[rows],
                           products=best["column"])


def renew(view):
    """Of each product the first account that matures soon."""
    bank = view.bank
    soon = (bank.matures > bank.as_of) & (bank.matures <= bank.as_of + RENEW_RAISE) & ~(bank.closed <= bank.as_of)
    first = pl.DataFrame({"row": bank.row[soon].astype(np.int32), "column": bank.column[soon], "on": bank.matures[soon]},
                         schema_overrides={"on": pl.Date}).group_by("row", "column").agg(pl.col("on").min()).sort("row", "column")
    row, column = first["row"].to_numpy(), first["column"].to_numpy().astype(np.int32)
    worth = bank.income12[row, column].clip(0) / view.seen[row].clip(1, 12) if bank.has_activity else np.nan
    return candidate_frame(row, "renew", CHANCES["renew"], worth, first["on"].to_numpy(), column)
