"""How good a ranking is, over the clients with at least one true product; 95 % bootstrap interval over those clients."""
import csv
import gzip

import numpy as np

CUT = 7
RESAMPLES = 2000


def rows(path):
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt", newline="") as f:
        yield from csv.DictReader(f)


def read_truth(path):
    """By client what it took, and by client and product what that brought."""
    taken, money = {}, {}
    for r in rows(path):
        key = int(r["client_id"]), r["product_code"]
        taken.setdefault(key[0], set()).add(key[1])
        money[key] = float(r["money"] or 0)
    return taken, money


def measure(ranking, taken):
    """MAP@7 with its interval, recall@1 and recall@3. `ranking`: products best first, by client; without one: zero."""
    table = np.array([client_measures(ranking.get(c, []), want) for c, want in sorted(taken.items(), key=as_text)])
    random = np.random.default_rng(1)
    means = [table[random.integers(0, len(table), len(table)), 0].mean() for _ in range(RESAMPLES)]
    return (*table.mean(0), *np.percentile(means, [2.5, 97.5]))


def as_text(item):
    """The bootstrap draws clients by place; in this order it draws the same ones as a reader of the file as text."""
    return str(item[0])


def client_measures(ranked, want):
    hits, precision = 0, 0.0
    for place, product in enumerate(ranked[:CUT], 1):
        if product in want:
            hits += 1
            precision += hits / place
    found = [len(want & set(ranked[:k])) / len(want) for k in (1, 3)]
    return [precision / min(len(want), CUT), *found]


def income_measures(said, real):
    """Typical factor between what was said and what came (1 = exact), rank correlation, sum said over sum that came."""
    from scipy.stats import spearmanr

    said, real = np.asarray(said, float), np.asarray(real, float)
    off = np.abs(np.log(np.maximum(said, 0.01) / np.maximum(real, 0.01)))
    return np.exp(np.median(off)), spearmanr(said, real).statistic, said.sum() / real.sum()
