"""Which clustering finds the planted kinds of clients? Called by `planted`.

planted.py make SEED FOLDER BANK             writes the bank of that seed as a source pack
planted.py score SEED FOLDER RESULTS NAME=CARD.csv=SECONDS …   clusters the pack, and appends what each clustering found
planted.py table RESULTS                     prints all seeds' results together
"""
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from kmodes.kprototypes import KPrototypes
from sklearn.metrics import adjusted_rand_score, silhouette_score
from stepmix.stepmix import StepMix

import profiles
from planted_bank import AS_OF, HOLD, MONTHS, WEIGHTS, PlantedBank

TRUE_COUNT = len(WEIGHTS)
# Clients on whom the silhouette of k-prototypes is measured: it needs all their distances.
JUDGED = 2000


def clients(folder):
    """By client, standardised: logarithms of turnover, income of an average month and months with the bank; and holdings."""
    facts = pd.read_csv(folder / "client.csv", index_col="client_id")
    months = pd.read_csv(folder / "product_month.csv").groupby("client_id")["income"].sum()
    held = pd.read_csv(folder / "account.csv").assign(one=1.0).pivot_table(
        index="client_id", columns="product_code", values="one", fill_value=0.0).reindex(facts.index, fill_value=0.0)
    tenure = (pd.Timestamp(AS_OF) - pd.to_datetime(facts["opened_on"])).dt.days / (365.25 / 12)
    income = months.reindex(facts.index, fill_value=0) / np.clip(tenure, 1, len(MONTHS))
    raw = np.log1p(np.column_stack([facts["annual_turnover"], income, tenure]))
    held = held.to_numpy()[:, held.nunique().to_numpy() > 1]
    return (raw - raw.mean(0)) / raw.std(0), held


def k_means(numbers, held, counts):
    return profiles.k_means(np.hstack([numbers, (held - held.mean(0)) / held.std(0)]), counts).labels_


def gaussian_mixture(numbers, held, counts):
    table = np.hstack([numbers, (held - held.mean(0)) / held.std(0)])
    return profiles.gaussian_mixture(table, counts, covariances=("diag", "full")).predict(table)


def gaussian_mixture_of_numbers(numbers, held, counts):
    """Without the product flags, which are not Gaussian."""
    return profiles.gaussian_mixture(numbers, counts, covariances=("diag", "full")).predict(numbers)


def mixed_mixture(numbers, held, counts):
    """Gaussian on the numbers, Bernoulli on the holdings; K with the best BIC."""
    table = np.hstack([numbers, held])
    parts = {"numbers": {"model": "gaussian_diag", "n_columns": numbers.shape[1]},
             "held": {"model": "binary", "n_columns": held.shape[1]}}
    fits = [StepMix(k, measurement=parts, n_init=5, max_iter=1000, random_state=1, progress_bar=0, verbose=0).fit(table)
            for k in counts]
    return min(fits, key=lambda f: f.bic(table)).predict(table)


def k_prototypes(numbers, held, counts):
    """K with the best silhouette under the method's own distance."""
    table, flags = np.hstack([numbers, held]), list(range(numbers.shape[1], numbers.shape[1] + held.shape[1]))
    fits = [KPrototypes(k, n_init=2, random_state=1).fit(table, categorical=flags) for k in counts]
    if len(fits) == 1:
        return fits[0].labels_
    some = np.random.default_rng(1).choice(len(table), min(JUDGED, len(table)), replace=False)
    distance = ((numbers[some, None] - numbers[some]) ** 2).sum(2)
    distance += fits[0].gamma * (held[some, None] != held[some]).sum(2)
    return max(fits, key=lambda f: silhouette_score(distance, f.labels_[some], metric="precomputed")).labels_


METHODS = {
    "k-means, K by silhouette": (k_means, profiles.COUNTS), "k-means, true K": (k_means, [TRUE_COUNT]),
    "Gaussian mixture, K by BIC": (gaussian_mixture, profiles.COUNTS),
    "Gaussian mixture, true K": (gaussian_mixture, [TRUE_COUNT]),
    "… of the numbers alone, K by BIC": (gaussian_mixture_of_numbers, profiles.COUNTS),
    "… of the numbers alone, true K": (gaussian_mixture_of_numbers, [TRUE_COUNT]),
    "StepMix mixed mixture, K by BIC": (mixed_mixture, profiles.COUNTS),
    "StepMix mixed mixture, true K": (mixed_mixture, [TRUE_COUNT]),
    "k-prototypes, K by silhouette": (k_prototypes, profiles.COUNTS), "k-prototypes, true K": (k_prototypes, [TRUE_COUNT]),
}


def score(seed, folder, results, *nights):
    bank = PlantedBank(int(seed))
    found = []
    for night in nights:
        name, card, seconds = night.split("=")
        profile = pd.read_csv(card, dtype={"profile_id": str}).set_index("client_id")["profile_id"]
        found.append((name, profile.reindex(range(len(bank.kind))).fillna("none").to_numpy(), float(seconds)))
    numbers, held = clients(Path(folder))
    for name, (method, counts) in METHODS.items():
        begin = time.perf_counter()
        labels = method(numbers, held, counts)
        found.append((name, labels, time.perf_counter() - begin))
    found.append(("the planted parameters themselves", bank.most_likely_kind(), 0.0))
    with open(results, "a") as f:
        for name, labels, seconds in found:
            index = adjusted_rand_score(bank.kind, labels)
            f.write(f"{seed}\t{name}\t{len(set(labels))}\t{index:.4f}\t{seconds:.2f}\n")


def print_table(results):
    all_of = pd.read_csv(results, sep="\t", names=["seed", "name", "count", "index", "seconds"])
    seeds = sorted(all_of["seed"].unique())
    print(f"Adjusted Rand index against {TRUE_COUNT} planted kinds, seeds {', '.join(map(str, seeds))}; "
          f"{HOLD.shape[1]} products")
    print(f"{'':34s} {'mean':>6s} {'lowest':>7s} {'highest':>7s}  {'K':14s} {'seconds':>7s}")
    for name, of in all_of.groupby("name", sort=False):
        counts = " ".join(map(str, of.sort_values("seed")["count"]))
        print(f"{name:34s} {of['index'].mean():6.3f} {of['index'].min():7.3f} {of['index'].max():7.3f}  {counts:14s} "
              f"{of['seconds'].mean():7.1f}")


if __name__ == "__main__":
    warnings.filterwarnings("ignore", module="stepmix")  # a tolerance of 1e-10 that some restarts do not reach
    verb, *rest = sys.argv[1:]
    if verb == "make":
        PlantedBank(int(rest[0])).write(rest[1], rest[2])
    elif verb == "score":
        score(*rest)
    else:
        print_table(*rest)
