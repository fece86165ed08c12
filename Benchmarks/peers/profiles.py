"""Clusters of like clients: what most members hold (the textbook ideal client), or what members go on to take."""
import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
from sklearn.mixture import GaussianMixture

import examples

COUNTS = range(2, 9)
# Clients of the whole bank that a profile's own counts are mixed with.
PRIOR = 20


class Standardised:
    """Tenure, turnover and income on logarithmic scales, and holdings; all standardised, unknown = average."""

    def __init__(self, snapshot, learned):
        self.snapshot = snapshot
        raw = self.raw(learned)
        self.columns = [j for j, column in enumerate(raw.T) if len(np.unique(column[np.isfinite(column)])) > 1]
        self.mean, self.spread = np.nanmean(raw[:, self.columns], 0), np.nanstd(raw[:, self.columns], 0)

    def raw(self, of):
        tenure = (of.day - self.snapshot.opened_on[of.client]).astype(float)
        turnover = self.snapshot.clients["annual_turnover"].astype(float).to_numpy()[of.client]
        income = np.zeros(len(of))
        for day in np.unique(of.day):
            year = ((day + 1).astype("datetime64[M]") - 12).astype("datetime64[D]") - 1
            rows = of.day == day
            income[rows] = self.snapshot.sums("income", year, day).sum(1)[of.client[rows]]
        return np.column_stack([np.log1p(np.maximum(tenure, 0)), np.log1p(turnover), np.arcsinh(income), of.held])

    def __call__(self, of):
        return np.nan_to_num((self.raw(of)[:, self.columns] - self.mean) / self.spread)


def k_means(table, counts=COUNTS):
    """K with the best silhouette, on a sample of 5,000."""
    fits = [KMeans(k, n_init=10, random_state=1).fit(table) for k in counts]
    if len(fits) == 1:
        return fits[0]
    return max(fits, key=lambda f: silhouette_score(table, f.labels_, sample_size=min(5000, len(table)), random_state=1))


def gaussian_mixture(table, counts=COUNTS, covariances=("diag",)):
    """K, and the form of the covariance where several are given, with the best BIC."""
    fits = [GaussianMixture(k, covariance_type=c, reg_covar=1e-3, n_init=3, random_state=1).fit(table)
            for k in counts for c in covariances]
    return min(fits, key=lambda f: f.bic(table))


def shares(model, table):
    """Membership by row and profile."""
    return model.predict_proba(table) if hasattr(model, "predict_proba") else np.eye(model.n_clusters)[model.predict(table)]


def held_by_profile(snapshot, fit):
    now = examples.tonight(snapshot)
    table = Standardised(snapshot, now)(now)
    member = shares(fit(table), table)
    return member @ rates(member, now.held, np.ones_like(now.held))


def taken_by_profile(snapshot, fit):
    """The share of a profile's members without a product that took it."""
    now, past = examples.tonight(snapshot), examples.past(snapshot)
    scale = Standardised(snapshot, now)
    model = fit(scale(now))
    return shares(model, scale(now)) @ rates(shares(model, scale(past)), past.took, ~past.held)


def rates(member, happened, could):
    overall = happened.sum(0) / np.maximum(could.sum(0), 1)
    return (member.T @ happened + PRIOR * overall) / (member.T @ could + PRIOR)
