"""Where each client stands in its life cycle, by the level, trend and recency of its own months, and its RFM segment."""
from dataclasses import dataclass

import numpy as np
import polars as pl

from .features import is_active
from .policy import (BASELINE_MONTHS, DECLINE, GROWTH, HISTORY, LEAVING, LEFT_MONTHS, NOISE_MULTIPLE, ONBOARDING_MONTHS,
                     RETURN_AFTER, RETURNED_MONTHS, RFM_ACTIVE, RFM_ALWAYS, RFM_LOST, RFM_NEW, RFM_RECENT, SILENT_MONTHS,
                     YEAR_ON_YEAR)

STAGES = ["onboarding", "growth", "plateau", "decline", "leaving", "left", "returned"]
ONBOARDING, GROWING, PLATEAU, DECLINING, LEAVES, LEFT, RETURNED = range(7)
UNKNOWN = -1


@dataclass
class Stages:
    stage: np.ndarray
    since: np.ndarray  # place of the month that the reason goes back to, −1 = none
    silent: np.ndarray  # months
    usual: np.ndarray  # income a month
    change: np.ndarray  # share of it
    compared: np.ndarray  # with the year before, else with months of its own
    longest: np.ndarray  # silence


def middle(values):
    """Median of each row, NaN left out: sorted to the end."""
    values = np.sort(values, axis=1)
    known = (~np.isnan(values)).sum(axis=1)
    low = np.take_along_axis(values, np.maximum(0, (known - 1) // 2)[:, None], axis=1)[:, 0]
    high = np.take_along_axis(values, np.minimum(values.shape[1] - 1, known // 2)[:, None], axis=1)[:, 0]
    return np.where(known > 0, (low + high) / 2, np.nan)


def three(a, b, c):
    return np.maximum(np.minimum(a, b), np.minimum(np.maximum(a, b), c))


def silences(active, seen):
    """Months silent now, the longest silence before, and where the latest long absence ended."""
    n, months = active.shape
    run, longest, absence = np.zeros(n, np.int8), np.zeros(n, np.int8), np.full(n, -1, np.int8)
    for month in range(months):
        on = active[:, month]
        back = on & (run >= RETURN_AFTER) & (run > longest)
        absence[back] = month
        longest = np.where(on, np.maximum(longest, run), longest)
        run = np.where(on | (month < months - seen), 0, run + 1).astype(np.int8)
    return run, longest, absence


def judge(view, previous=None):
    """The stages as of the view's last month; weaker signs suffice to stay in the one before."""
    bank, months = view.bank, view.months
    income = bank.income[:, :months].astype(np.float32)
    active = is_active(bank)[:, :months]
    seen = view.seen
    silent, longest, absence = silences(active, seen)
    ever = active.sum(axis=1)
    usual, now, compared = levels(income, seen)
    with np.errstate(divide="ignore", invalid="ignore"):
        change = np.where(usual > 0, now / usual - 1, np.nan)
    noise = np.nan_to_num(noise_of(income, seen))
    was = np.full(len(silent), UNKNOWN, np.int8) if previous is None else previous
    stage = by_trend(change, noise, was)
    young = np.isnan(change) & (ever > 0) & (silent < 3)
    stage[young] = GROWING
    if bank.has_activity:
        set_apart(stage, active, silent, longest, absence, ever)
    stage[view.tenure < ONBOARDING_MONTHS] = ONBOARDING
    since = since_when(stage, income, usual, silent, absence)
    closed = bank.clients["closed_on"].to_numpy().astype("datetime64[D]") <= view.day
    stage[closed] = LEFT
    since[closed] = months - 1
    stage[~view.present & ~closed] = UNKNOWN
    return Stages(stage, since, silent, usual, change, compared, longest)


def levels(income, seen):
    """The last three months against the same a year before, else against up to twelve of the client's own."""
    months = income.shape[1]
    now = three(*income[:, months - 3:].T)
    usual = np.full(len(income), np.nan, np.float32)
    compared = seen >= YEAR_ON_YEAR
    if months >= 15:
        usual[compared] = three(*income[compared, months - 15:months - 12].T)
    own = np.flatnonzero(~compared & (seen >= BASELINE_MONTHS + 3))
    before = income[own, max(0, months - 15):months - 3]
    there = np.arange(before.shape[1]) >= before.shape[1] + 3 - seen[own, None]
    usual[own] = middle(np.where(there, before, np.nan))
    return usual, now, compared


def noise_of(income, seen):
    """The usual step from month to month as a share of the usual level."""
    there = np.arange(income.shape[1]) >= income.shape[1] - seen[:, None]
    own = np.where(there, income, np.nan)
    level = middle(own)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(level > 0, middle(np.abs(np.diff(own, axis=1))) / level, 0)


def by_trend(change, noise, was):
    def beyond(share, threshold, stays):
        enter, stay = threshold
        return (share >= np.where(stays, stay, enter)) & (share >= noise * NOISE_MULTIPLE * np.where(stays, 0.5, 1))

    with np.errstate(invalid="ignore"):
        rules = [np.isnan(change), beyond(-change, LEAVING, was == LEAVES),
                 beyond(-change, DECLINE, (was == DECLINING) | (was == LEAVES)), beyond(change, GROWTH, was == GROWING)]
    return np.select(rules, [UNKNOWN, LEAVES, DECLINING, GROWING], PLATEAU).astype(np.int8)


def set_apart(stage, active, silent, longest, absence, ever):
    """What goes before any trend: gone silent, come back."""
    here = active[:, -3:].any(axis=1)
    stage[(absence >= active.shape[1] - RETURNED_MONTHS) & here] = RETURNED
    stage[(silent >= SILENT_MONTHS) & (silent > longest) & (ever >= BASELINE_MONTHS)] = LEAVES
    stage[silent >= LEFT_MONTHS] = LEFT


def since_when(stage, income, usual, silent, absence):
    """The first of the last months in a row whose level of three months was beyond the threshold to stay."""
    months = income.shape[1]
    late = income[:, max(0, months - 14):]
    level = three(late[:, :-2], late[:, 1:-1], late[:, 2:])
    falls = (stage == DECLINING) | (stage == LEAVES)
    beyond = np.where(falls[:, None], level <= (1 - DECLINE[1]) * usual[:, None], level >= (1 + GROWTH[1]) * usual[:, None])
    run = np.minimum.accumulate(beyond[:, ::-1], axis=1).sum(axis=1)
    since = np.where(((stage == GROWING) | falls) & (run > 0), months - run - 1, -1)
    quiet = ((stage == LEAVES) & (silent >= SILENT_MONTHS)) | (stage == LEFT)
    since = np.where(quiet, months - silent, since)
    return np.where(stage == RETURNED, absence, since).astype(np.int8)


def segments(view, cohorts):
    """Recency, frequency and money, the last two cut at the medians of the cohort's active clients."""
    bank, active = view.bank, is_active(view.bank)[:, HISTORY - 12:]
    seen = np.clip(view.seen, 0, 12)
    frame = pl.DataFrame({
        "often": active.sum(axis=1) / np.maximum(1, seen), "income": view.mean_income(), "silent": view.silent,
        "tenure": view.tenure, "closed": ~view.present, "known": (seen > 0) & (view.silent < HISTORY)})
    counted = frame.select("often", "income").with_columns(
        pl.Series("counts", view.present & frame["known"].to_numpy() & (view.silent < RFM_LOST)))
    often, money = np.zeros(bank.n, np.float32), np.zeros(bank.n, np.float32)
    for level in range(3):
        cuts = counted.with_columns(pl.Series("cohort", cohorts.chain[:, level])).filter("counts").group_by("cohort").agg(
            pl.len().alias("n"), pl.col("often", "income").median()).filter(
            (pl.col("n") >= (RFM_ACTIVE if level else 0)) & (pl.col("cohort") >= 0))
        tables = np.full((2, cohorts.count + 1), np.nan, np.float32)
        tables[:, cuts["cohort"].to_numpy()] = cuts.select("often", "income").to_numpy().T
        own = tables[:, cohorts.chain[:, level]]
        often, money = np.where(np.isnan(own[0]), often, own[0]), np.where(np.isnan(own[1]), money, own[1])
    frame = frame.with_columns(
        (pl.col("often") >= pl.Series(np.minimum(often, RFM_ALWAYS))).alias("is_often"),
        (pl.col("income") > pl.Series(money)).alias("earns_well"))
    lost = pl.col("closed") | (pl.col("silent") >= RFM_LOST)
    return frame.select(
        pl.when(~pl.col("known")).then(None).when(lost).then(pl.lit("lost"))
        .when(pl.col("silent") > RFM_RECENT)
        .then(pl.when(pl.col("is_often") | pl.col("earns_well")).then(pl.lit("at_risk")).otherwise(pl.lit("dormant")))
        .when(pl.col("tenure") < RFM_NEW).then(pl.lit("new")).when("is_often").then(pl.lit("loyal"))
        .when("earns_well").then(pl.lit("promising")).otherwise(pl.lit("wandering")).alias("rfm_segment"))["rfm_segment"]
