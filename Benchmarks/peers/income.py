"""What a product that a client takes brings within the horizon, said beforehand, for whole tables of client × product."""
import lightgbm
import numpy as np

import examples
import profiles
import trees


class NewHolders:
    """Products taken within the horizon after each past month's end, and what they brought in it."""

    def __init__(self, snapshot):
        horizon = snapshot.horizon
        past = examples.past(snapshot, window=horizon)
        brought = np.zeros(past.held.shape)
        for day in np.unique(past.day):
            end = ((day + 1).astype("datetime64[M]") + horizon).astype("datetime64[D]") - 1
            rows = past.day == day
            brought[rows] = snapshot.sums("income", day, end)[past.client[rows]]
        self.past, self.brought = past, brought
        self.row, self.product = np.nonzero(past.took & (brought > 0))
        self.income = brought[self.row, self.product]


def by_trees(snapshot, new):
    """LightGBM on the logarithm of the income; what is said is its exponential, a typical value."""
    table, row, product = trees.pairs(snapshot, new.past)
    taken = new.past.took[row, product] & (new.brought[row, product] > 0)
    model = trees.fitted(lightgbm.LGBMRegressor(**trees.COMMON), table[taken].reset_index(drop=True),
                         np.log(new.brought[row, product][taken]), new.past.client[row[taken]])
    table, row, product = trees.pairs(snapshot, examples.tonight(snapshot))
    said = np.zeros(snapshot.shape)
    said[row, product] = np.exp(model.predict(table))
    return said


def mean_of_product(snapshot, new):
    count = np.bincount(new.product, minlength=snapshot.shape[1])
    total = np.bincount(new.product, new.income, minlength=snapshot.shape[1])
    mean = np.where(count > 0, total / np.maximum(count, 1), new.income.mean())
    return np.tile(mean, (snapshot.shape[0], 1))


def median_of_profile(snapshot, _):
    """The textbook: what a product brings the median holder of the client's k-means profile in a month."""
    now = examples.tonight(snapshot)
    table = profiles.Standardised(snapshot, now)(now)
    own = profiles.k_means(table).labels_
    monthly = snapshot.sums("income", snapshot.months_ago(12), snapshot.as_of) / months_held(snapshot)
    said = np.zeros(snapshot.shape)
    for product in range(snapshot.shape[1]):
        for profile in np.unique(own):
            holders = now.held[:, product] & (own == profile)
            holders = holders if holders.any() else now.held[:, product]
            if holders.any():
                said[own == profile, product] = np.median(monthly[holders, product])
    return said


def months_held(snapshot):
    """Of the last twelve months, those from the opening on; twelve where it is not known."""
    first = np.full(snapshot.shape, np.datetime64("NaT"), "datetime64[M]")
    opened = snapshot.accounts.sort_values("opened_on", ascending=False)
    first[opened["client"], opened["product"]] = opened["opened_on"].to_numpy().astype("datetime64[M]")
    months = ((snapshot.as_of + 1).astype("datetime64[M]") - first).astype(float)
    history = (snapshot.as_of + 1).astype("datetime64[M]") - snapshot.months["month"].min().to_numpy().astype("datetime64[M]")
    return np.clip(np.where(np.isnan(months), 12, months), 1, min(12, history.astype(int)))
