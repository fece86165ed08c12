"""Ideal-client profiles: a mixture fitted on a sample, everybody scored, and what the better half of each profile holds and
brings in each cohort."""
from dataclasses import dataclass

import numpy as np
import polars as pl
from joblib import Parallel, delayed
from scipy import sparse
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler

from .policy import (CHARACTERISTIC, CHARACTERISTIC_LIFT, HIGH, LEAST_CHARACTERISTIC, MINIMUM_HOLDERS, PRIOR_MEMBERS,
                     PROFILE_SAMPLE, PROFILES, REFERENCE_SHARE, SEED, TYPICAL)


class Mixture:
    def __init__(self, view):
        features = self.features(view)
        random = np.random.default_rng(SEED)
        present = np.flatnonzero(view.present)
        sample = features[random.choice(present, min(len(present), PROFILE_SAMPLE), replace=False)]
        self.scaler = StandardScaler().fit(sample)
        sample = self.scaler.transform(sample)
        counts = [k for k in PROFILES if k <= len(sample)] or [1]
        fits = Parallel(n_jobs=2, prefer="threads")(delayed(fitted)(k, sample) for k in reversed(counts))
        self.model = min(fits, key=lambda fit: fit[1])[0]
        self.k = self.model.n_components

    @staticmethod
    def features(view):
        turnover = view.bank.clients["turnover"].fill_null(0).to_numpy()
        return np.column_stack([
            np.arcsinh(view.mean_income()), np.nan_to_num(view.tenure), view.trend, np.log1p(np.maximum(turnover, 0)),
            view.held]).astype(np.float32)

    def score(self, view, rows=None):
        """Each client's profile, and how surely it belongs to it."""
        features = self.features(view)
        features = features if rows is None else features[rows]
        profile, membership = np.empty(len(features), dtype=np.int16), np.empty(len(features), dtype=np.float32)
        for start in range(0, len(features), 100_000):
            shares = self.model.predict_proba(self.scaler.transform(features[start:start + 100_000]))
            profile[start:start + 100_000] = shares.argmax(axis=1)
            membership[start:start + 100_000] = shares.max(axis=1)
        return profile, membership


def fitted(k, sample):
    fit = GaussianMixture(k, covariance_type="diag", reg_covar=1e-2, init_params="k-means++", max_iter=200, random_state=1)
    fit.fit(sample)
    return fit, fit.bic(sample)


@dataclass
class Shares:
    """How common products are among the reference members of each cohort × profile."""
    references: np.ndarray  # cohorts × profiles
    holders: np.ndarray  # cohorts × profiles × products
    penetration: np.ndarray  # the same, shrunk to the parent's

    def of(self, cohort, profile, product):
        return self.penetration[cohort, profile, product]


def reference_members(cohorts, profile, k, income, members):
    """By level: clients in the upper part of their cohort × profile by income, and its place."""
    found = []
    for level in range(3):
        clients, cohort = cohorts.at_level(level)
        here = members[clients]
        clients, cohort = clients[here], cohort[here]
        cell = cohort * k + profile[clients]
        order = np.lexsort((-income[clients], cell))
        sizes = np.bincount(cell, minlength=cohorts.count * k)
        rank = np.arange(len(cell)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        upper = order[rank < np.ceil(REFERENCE_SHARE * np.repeat(sizes, sizes))]
        found.append((clients[upper], cell[upper]))
    return found


def shares(cohorts, k, held, references):
    """Beta-binomial: the parent's share weighs as much as PRIOR_MEMBERS clients."""
    cells, p = cohorts.count * k, held.shape[1]
    holders, members = np.zeros((cells, p)), np.zeros(cells)
    penetration = np.empty((cohorts.count, k, p))
    for level, (clients, cell) in enumerate(references):
        group = sparse.csr_matrix((np.ones(len(cell), np.float32), (cell, np.arange(len(cell)))), shape=(cells, len(cell)))
        holders += group @ held[clients].astype(np.float32)
        members += np.bincount(cell, minlength=cells)
        here = cohorts.level == level
        own = holders.reshape(cohorts.count, k, p)[here]
        weight = members.reshape(cohorts.count, k, 1)[here]
        if level == 0:
            parent = own.sum(axis=1, keepdims=True) / max(1, weight.sum())
        else:
            parent = penetration[cohorts.parent[here]]
        penetration[here] = (own + PRIOR_MEMBERS * parent) / (weight + PRIOR_MEMBERS)
    return Shares(members.reshape(cohorts.count, k).astype(np.int32), holders.reshape(cohorts.count, k, p).astype(np.int32),
                  penetration.astype(np.float32))


def characteristic(shares_, everywhere):
    """Held by many of the profile, or by far more than elsewhere."""
    held = shares_.penetration
    return (held >= CHARACTERISTIC) | ((held >= LEAST_CHARACTERISTIC) & (held >= CHARACTERISTIC_LIFT * everywhere))


def income_quantiles(cohorts, profile, k, members, income):
    """Cohorts × profiles: members, and the typical and ideal income of a client; NaN = nobody."""
    count, typical, ideal = np.zeros(cohorts.count * k, np.int32), *np.full((2, cohorts.count * k), np.nan)
    for level in range(3):
        clients, cohort = cohorts.at_level(level)
        clients, cohort = clients[members[clients]], cohort[members[clients]]
        found = pl.DataFrame({"cell": cohort * k + profile[clients], "income": income[clients]}).group_by("cell").agg(
            pl.len().alias("n"), pl.col("income").quantile(TYPICAL, "linear").alias("typical"),
            pl.col("income").quantile(HIGH, "linear").alias("ideal"))
        cell = found["cell"].to_numpy()
        count[cell], typical[cell], ideal[cell] = (found[c].to_numpy() for c in ("n", "typical", "ideal"))
    return tuple(values.reshape(cohorts.count, k) for values in (count, typical, ideal))


def product_quantiles(cohorts, profile, k, flows, p):
    """Cohorts × profiles × products: median and upper income and median operations of holders; with few, the parent's."""
    found = np.full((3, cohorts.count, k, p), np.nan, dtype=np.float32)
    flat = found.reshape(3, -1)
    for level in range(3):
        cohort = cohorts.chain[flows["row"].to_numpy(), level]
        cells = flows.with_columns(pl.Series("cell", (cohort * k + profile[flows["row"]]) * p + flows["column"].to_numpy()))
        cells = cells.filter(pl.Series(cohort >= 0)).group_by("cell").agg(
            pl.len().alias("n"), pl.col("income").quantile(TYPICAL, "linear").alias("typical"),
            pl.col("income").quantile(HIGH, "linear").alias("ideal"), pl.col("operations").median().alias("operations"),
        ).filter(pl.col("n") >= (MINIMUM_HOLDERS if level else 1))
        cell = cells["cell"].to_numpy()
        for values, name in zip(flat, ("typical", "ideal", "operations")):
            values[cell] = cells[name].to_numpy()
        if level:
            here = np.flatnonzero(cohorts.level == level)
            above = found[:, cohorts.parent[here]]
            found[:, here] = np.where(np.isnan(found[:, here]), above, found[:, here])
    return found


def names(mixture, view, profile, products):
    """What sets each profile apart: size, tenure, and the products that it holds far oftener than the bank."""
    centre = mixture.model.means_
    held = view.held[view.present]
    everywhere = held.mean(axis=0)
    words = []
    for one in range(mixture.k):
        inside = held[profile[view.present] == one]
        lift = (inside.mean(axis=0) if len(inside) else everywhere) - everywhere
        best = [products[j] for j in np.argsort(-lift, kind="stable")[:2] if lift[j] > 0.2]
        size = "large" if centre[one, 0] > 0.5 else "small" if centre[one, 0] < -0.5 else None
        age = "long-standing" if centre[one, 1] > 0.5 else "new" if centre[one, 1] < -0.5 else None
        text = ", ".join(word for word in (size, age) if word) or ("middling" if not best else "")
        words.append(" · ".join(part for part in (text, " + ".join(best)) if part))
    return words
