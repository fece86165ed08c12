"""LightGBM, twice: which product comes next (one class a product), and whether this client takes this product (pairs)."""
import os

import lightgbm
import numpy as np

import examples

# Modest trees and a low rate, stopped early on a tenth of the clients: the library's advice for small data.
COMMON = dict(learning_rate=0.05, num_leaves=15, min_child_samples=20, subsample=0.8, subsample_freq=1,
              colsample_bytree=0.8, n_estimators=600, random_state=1, n_jobs=int(os.environ.get("OMP_NUM_THREADS", 2)),
              deterministic=True, force_row_wise=True, verbose=-1)
PATIENCE = 30
# Pairs learned from at most; a random part of the examples is left out beyond that.
MOST_PAIRS = 400_000
FOLDS = 5
# Clients of the whole bank that a cohort's own counts are mixed with.
PRIOR = 20


def fitted(model, rows, answers, client):
    """Stopped on clients it does not learn from."""
    judges = np.random.default_rng(1).random(client.max() + 1)[client] < 0.1
    return model.fit(rows[~judges], answers[~judges], eval_X=rows[judges], eval_y=answers[judges],
                     callbacks=[lightgbm.early_stopping(PATIENCE, verbose=False)])


def multi_class(snapshot, origins):
    past, now = examples.past(snapshot, origins=origins), examples.tonight(snapshot)
    row, product = np.nonzero(past.took)
    cases = np.bincount(product)
    least = 20 if (cases >= 20).sum() > 1 else 5  # a class needs some cases; a small bank has few
    common = np.isin(product, np.nonzero(cases >= least)[0])
    row = row[common]
    classes, answer = np.unique(product[common], return_inverse=True)
    table = examples.features(snapshot, past).iloc[row].reset_index(drop=True)
    model = fitted(lightgbm.LGBMClassifier(objective="multiclass", **COMMON), table, answer, past.client[row])
    scores = np.zeros(snapshot.shape)
    scores[:, classes] = model.predict_proba(examples.features(snapshot, now))
    return scores


def pairwise(snapshot, origins):
    past, now = examples.past(snapshot, origins=origins), examples.tonight(snapshot)
    part = min(1, MOST_PAIRS / (~past.held).sum())
    past = past[np.random.default_rng(1).random(len(past)) < part]
    table, row, product = pairs(snapshot, past)
    model = fitted(lightgbm.LGBMClassifier(**COMMON), table, past.took[row, product], past.client[row])
    table, row, product = pairs(snapshot, now)
    scores = np.zeros(snapshot.shape)
    scores[row, product] = model.predict_proba(table)[:, 1]
    return scores


def pairs(snapshot, of):
    """A row for each product a client lacks: the client's features and the pair's own."""
    row, product = of.lacks()
    table = examples.features(snapshot, of).iloc[row].reset_index(drop=True)
    own = {name: matrix[row, product] for name, matrix in pair_features(snapshot, of).items()}
    return table.assign(product=product, **own).astype({"product": "category"}), row, product


def pair_features(snapshot, of):
    """What speaks for the pair on the example's day: companions, the cohort's holders, the product's pace, its past."""
    names = ["companions", "in_cohort", "share_held"]
    names += ["pace_1", "pace_3", "dropped", "own_income"] if snapshot.dated else []
    found = {name: np.zeros(of.held.shape) for name in names}
    for day in np.unique(of.day):
        rows = of.day == day
        client = of.client[rows]
        held = snapshot.held(day).astype(float)
        there = snapshot.is_client(day)
        companions, in_cohort = among_others(snapshot, held, of, rows)
        found["companions"][rows], found["in_cohort"][rows] = companions, in_cohort
        found["share_held"][rows] = held.sum(0) / max(there.sum(), 1)
        if not snapshot.dated:
            continue
        month = (day + 1).astype("datetime64[M]")
        for months in (1, 3):
            start = (month - months).astype("datetime64[D]") - 1
            found[f"pace_{months}"][rows] = snapshot.opened(start, day).sum(0) / months / max(there.sum(), 1)
        found["own_income"][rows] = np.arcsinh(snapshot.sums("income", start, day)[client])
        found["dropped"][rows] = (snapshot.held_ever(day) & ~held.astype(bool))[client]
    return found


def among_others(snapshot, held, of, rows):
    """How often holders of what the client holds hold the product too, on average, and how often its cohort does.

    Counted among the four fifths of the clients that the client is not in: counts that know the client's own answer, or
    leave out just that, give it away.
    """
    client, left = of.client[rows], of.held[rows].astype(float)
    companions, in_cohort = np.zeros(left.shape), np.zeros(left.shape)
    for fold in range(FOLDS):
        others, own = np.arange(len(held)) % FOLDS != fold, client % FOLDS == fold
        seen = held[others]
        share = (seen.T @ seen) / np.maximum(seen.sum(0), 1)[:, None]
        companions[own] = left[own] @ share / np.maximum(left[own].sum(1, keepdims=True), 1)
        cohort = np.eye(snapshot.cohort.max() + 1)[snapshot.cohort[others]]
        members = (cohort.T @ seen + PRIOR * seen.mean(0)) / (cohort.sum(0)[:, None] + PRIOR)
        in_cohort[own] = members[snapshot.cohort[client[own]]]
    return companions, in_cohort
