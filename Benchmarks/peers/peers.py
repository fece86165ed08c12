"""peers.py FOLDER AS_OF HORIZON TRUTH.csv XSELL_SECONDS: the tables. Called by `run`, which makes the folder."""
import sys
import time
import warnings
from pathlib import Path

import numpy as np

import choice
import income
import metrics
import neighbours
import popularity
import profiles
import trees
from snapshot import Snapshot

RANKERS = {
    "most held": popularity.most_held,
    "most opened": popularity.most_opened,
    "most opened, last month": lambda s: popularity.most_opened(s, 1),
    "most opened, last 3 months": lambda s: popularity.most_opened(s, 3),
    "most opened in region × industry": popularity.most_opened_in_cohort,
    "item-kNN, cosine (implicit)": neighbours.item_knn,
    "EASE": neighbours.ease,
    "ALS (implicit)": neighbours.als,
    "k-means profile, held": lambda s: profiles.held_by_profile(s, profiles.k_means),
    "k-means profile, taken": lambda s: profiles.taken_by_profile(s, profiles.k_means),
    "Gaussian mixture profile, held": lambda s: profiles.held_by_profile(s, profiles.gaussian_mixture),
    "Gaussian mixture profile, taken": lambda s: profiles.taken_by_profile(s, profiles.gaussian_mixture),
    "LightGBM, multi-class": lambda s: choice.of_past(s, trees.multi_class),
    "LightGBM, (client, product) pairs": lambda s: choice.of_past(s, trees.pairwise),
}
INCOMES = {
    "LightGBM on log income": income.by_trees,
    "mean first income of the product": income.mean_of_product,
    "median of the profile's holders": income.median_of_profile,
}


def ranked(snapshot, scores):
    """By client, what it does not hold, best first; equal scores by how many clients hold the product."""
    held = snapshot.held(snapshot.as_of)
    holders = np.tile(held.sum(0), (len(held), 1))
    order = np.lexsort((-holders, -scores), axis=1)
    lists = {}
    for client, i in snapshot.client_at.items():
        lists[client] = [snapshot.products[j] for j in order[i] if not held[i, j]]
    return lists


def xsell_says(path):
    """xsell's ranking by client, and what it says a product would bring: typical and mean."""
    places, typical, mean = {}, {}, {}
    for r in metrics.rows(path):
        if r["rank"]:
            key = int(r["client_id"]), r["product_code"]
            places.setdefault(key[0], []).append((int(r["rank"]), key[1]))
            typical[key] = float(r["typical_income"] or "nan")
            mean[key] = float(r["mean_income"] or "nan")
    return {c: [p for _, p in sorted(of)] for c, of in places.items()}, typical, mean


def rank_table(snapshot, ranking, seconds, taken):
    print(f"{'':34s} {'MAP@7':>6s}  {'95 %':17s} {'recall@1':>8s} {'recall@3':>8s} {'seconds':>8s}")
    line("xsell, the whole night", metrics.measure(ranking, taken), seconds)
    for name, scores in RANKERS.items():
        begin = time.perf_counter()
        ranking = ranked(snapshot, scores(snapshot))
        line(name, metrics.measure(ranking, taken), time.perf_counter() - begin)


def line(name, measures, seconds):
    value, first, third, low, high = measures
    print(f"{name:34s} {value:6.4f}  [{low:.4f}, {high:.4f}] {first:8.3f} {third:8.3f} {seconds:8.1f}", flush=True)


def income_table(snapshot, typical, mean, money):
    new = income.NewHolders(snapshot)
    said = {"xsell, typical_income": typical, "xsell, mean_income": mean}
    for name, by in INCOMES.items():
        table = by(snapshot, new)
        said[name] = {(c, p): table[i, j] for c, i in snapshot.client_at.items() for p, j in snapshot.product_at.items()}
    asked = [k for k in money if money[k] > 0 and all(np.isfinite(of.get(k, np.nan)) for of in said.values())]
    print(f"\nIncome of {len(asked)} products newly taken, of {sum(m > 0 for m in money.values())} in the truth")
    print(f"{'':34s} {'typical factor':>14s} {'rank correlation':>16s} {'total ratio':>11s}")
    for name, of in said.items():
        factor, correlation, ratio = metrics.income_measures([of[k] for k in asked], [money[k] for k in asked])
        print(f"{name:34s} {factor:14.2f} {correlation:16.2f} {ratio:11.2f}")


def main(folder, as_of, horizon, truth, seconds):
    snapshot = Snapshot(folder, as_of, int(horizon))
    taken, money = metrics.read_truth(truth)
    ranking, typical, mean = xsell_says(Path(folder) / "recommendation.csv")
    print(f"{len(snapshot.clients)} clients, {len(snapshot.products)} products, as of {as_of}, {horizon} months ahead; "
          f"{len(taken)} clients with a true product, {sum(c not in ranking for c in taken)} without a ranking of xsell's")
    rank_table(snapshot, ranking, float(seconds), taken)
    if snapshot.dated and len(snapshot.months) and any(m > 0 for m in money.values()):
        income_table(snapshot, typical, mean, money)


if __name__ == "__main__":
    warnings.filterwarnings("ignore", module="implicit")  # it tells that it converts its own matrix
    main(*sys.argv[1:])
