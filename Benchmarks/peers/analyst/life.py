"""How long clients stay (Kaplan-Meier by cohort, shrunk to the wider cohort's) and what they are worth over that time."""
from dataclasses import dataclass

import numpy as np
import polars as pl

from .policy import (ACQUISITION, DISCOUNT, HIGH, HISTORY, LIFE_MONTHS, LONGEST_MONTHS, LOW, SURVIVAL_AT_RISK,
                     SURVIVAL_PRIOR, SURVIVAL_TAIL)
from .stages import LEFT

MONTHLY = (1 + DISCOUNT) ** (-1 / 12)


@dataclass
class Survival:
    """Cohorts × months of life."""
    at_risk: np.ndarray
    events: np.ndarray
    curve: np.ndarray
    # What is ahead at each age: mean months, worth of one unit a month, and the same if it stays shorter or longer than most.
    months: np.ndarray
    worth: np.ndarray
    worth_low: np.ndarray
    worth_high: np.ndarray


def ages(view, stages):
    """Months of life up to tonight or to the end (−1 = first day unknown), whether it has ended, and how many had passed when the
    history begins: whoever went before that cannot be seen going, and makes nobody look long-lived."""
    end = view.bank.clients["closed_on"].to_numpy().astype("datetime64[M]")
    silent = np.isnat(end) & (stages.stage == LEFT) & (stages.silent < view.seen)
    end = np.where(silent, view.bank.last_month - stages.silent.astype(int), end)
    gone, unknown = ~np.isnat(end), np.isnat(view.first_day)
    first, start = view.first_day.astype("datetime64[M]"), view.bank.last_month - (HISTORY - 1)
    age = np.where(gone, end, view.day.astype("datetime64[M]")) - first
    return (np.where(unknown, -1, np.maximum(0, age.astype(float))).astype(np.int32), gone,
            np.where(unknown, 0, np.maximum(0, (start - first).astype(float))).astype(np.int32))


def survival(view, stages, cohorts):
    age, gone, entry = ages(view, stages)
    length = max(1, age.max() + 1)
    at_risk, events = np.zeros((2, cohorts.count, length))
    for level in range(3):
        clients, cohort = cohorts.at_level(level)
        seen = age[clients] >= entry[clients]
        clients, cohort = clients[seen], cohort[seen]
        table = cohorts.count, length
        ended = np.bincount(cohort * length + age[clients], weights=gone[clients], minlength=np.prod(table)).reshape(table)
        left = np.bincount(cohort * length + age[clients], minlength=np.prod(table)).reshape(table)
        came = np.bincount(cohort * length + entry[clients], minlength=np.prod(table)).reshape(table)
        events += ended
        at_risk += came.cumsum(axis=1) - left.cumsum(axis=1) + left
    return outlook(at_risk, events, hazards(at_risk, events, cohorts))


def hazards(at_risk, events, cohorts):
    """The last supported months go on for as long as anybody can look ahead."""
    hazard = np.zeros((cohorts.count, at_risk.shape[1]))
    for level in range(3):
        here = np.flatnonzero(cohorts.level == level)
        parent = hazard[cohorts.parent[here]] if level else 0
        prior = SURVIVAL_PRIOR if level else 0
        hazard[here] = (events[here] + prior * parent) / np.maximum(1, at_risk[here] + prior)
    last = max(1, int((at_risk[0] >= SURVIVAL_AT_RISK).sum()))
    tail = hazard[:, max(0, last - SURVIVAL_TAIL):last].mean(axis=1, keepdims=True)
    hazard[:, last:] = tail
    return np.hstack([hazard, np.repeat(tail, LONGEST_MONTHS, axis=1)])


def outlook(at_risk, events, hazard):
    count, length = at_risk.shape
    curve = np.cumprod(1 - hazard, axis=1)
    age = np.arange(length)
    there = curve[:, :length]
    sums = curve.cumsum(axis=1)
    discounted = (curve * MONTHLY ** np.arange(curve.shape[1])).cumsum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        months = (sums[:, age + LONGEST_MONTHS - 1] - sums[:, age]) / there
        worth = (discounted[:, age + LIFE_MONTHS] - discounted[:, age]) / (there * MONTHLY ** age)
    annuity = np.concatenate([[0], (MONTHLY ** np.arange(1, LIFE_MONTHS + 1)).cumsum()])
    low, high = np.zeros((2, count, length))
    for cohort in range(count):
        for values, share in ((low, 1 - LOW), (high, 1 - HIGH)):
            stays = np.searchsorted(-curve[cohort], -share * there[cohort]) - age
            values[cohort] = annuity[np.clip(stays, 0, LIFE_MONTHS)]
    return Survival(at_risk, events, there, np.nan_to_num(months), np.nan_to_num(worth), low, high)


def client_lives(view, stages, cohorts, survival_):
    age, gone, _ = ages(view, stages)
    place = cohorts.own, np.maximum(0, age)
    over, unknown = gone | (stages.stage == LEFT), (age < 0) & ~gone
    year = np.sort(view.bank.income[:, HISTORY - 12:], axis=1)
    shorter = np.clip(view.seen, 1, 12)
    # Months before the client came are the year's zeros, which are left out of the quantiles only where it is young.
    low, high = quantile_of_seen(year, view, shorter, LOW), quantile_of_seen(year, view, shorter, HIGH)
    lives = {"expected_months": survival_.months[place], "life_value": view.known_income * survival_.worth[place],
             "life_low": low * survival_.worth_low[place], "life_high": high * survival_.worth_high[place]}
    lives = {name: np.where(unknown, np.nan, np.where(over, 0, values)) for name, values in lives.items()}
    if not view.bank.has_activity:
        lives |= {name: np.full(len(age), np.nan) for name in ("life_value", "life_low", "life_high")}
    return lives


def quantile_of_seen(year, view, seen, share):
    values = year[:, round(share * 11)].copy()
    young = np.flatnonzero(seen < 12)
    own = view.bank.income[young, HISTORY - 12:].copy()
    own[np.arange(12) < 12 - seen[young, None]] = np.inf
    own.sort(axis=1)
    values[young] = own[np.arange(len(young)), np.round(share * (seen[young] - 1)).astype(int)]
    return values


def life_values(view, profile, cohorts, survival_):
    """What a client of each kind earns, and what one that comes new is worth."""
    new = pl.DataFrame({
        "income": view.known_income.astype(np.float64), "months": survival_.months[cohorts.own, 0],
        "worth": survival_.worth[cohorts.own, 0], "profile": (profile + 1).astype(str), "bank": "",
    }).with_columns(view.bank.clients["region"], view.bank.clients["industry"]).filter(pl.Series(view.present))
    top = pl.col("income").filter(pl.col("income") >= pl.col("income").quantile(0.8)).sum() / pl.col("income").sum()
    return pl.concat([
        new.drop_nulls(dimension).group_by(pl.col(dimension).alias("key")).agg(
            pl.lit(dimension).alias("dimension"), pl.len().alias("clients"), pl.col("income").mean().alias("mean_income"),
            top.fill_nan(None).clip(0, 1).alias("top_fifth_share"), pl.col("months").mean().alias("expected_months"),
            (pl.col("income").mean() * pl.col("worth").mean()).alias("life_value"))
        for dimension in ("bank", "profile", "region", "industry")
    ]).with_columns((pl.col("life_value").clip(lower_bound=0) * ACQUISITION).alias("acquisition_cost"))
