"""How likely a client is to open what it lacks: boosted trees over pairs of client and product, taught on what was opened in
the last three months by those who lacked it before, calibrated on clients that the trees have not seen."""
from dataclasses import dataclass

import lightgbm
import numpy as np
import polars as pl
from scipy import sparse
from sklearn.isotonic import IsotonicRegression

from .policy import DRIVERS, HORIZON, NEGATIVES, PAIRS, SEED

# What each column tells, in the words of managers; what concerns the product alone (its code) moves nothing of a client's.
OF_PAIR = [None, "penetration", "opening_rate", "pace", "held_before"]
OF_CLIENT = ["recent_openings", "products_held", "tenure", "income", "trend", "activity", "turnover", "region", "industry",
             "legal_form"]
INPUTS = ["penetration", "opening_rate", "companions", "pace", "held_before"] + OF_CLIENT
CATEGORIES = [0] + [len(OF_PAIR) + OF_CLIENT.index(name) for name in ("region", "industry", "legal_form")]
# One thread: a tree of so few rows is grown before two have waited for each other.
SETTINGS = {
    "objective": "binary", "num_leaves": 16, "learning_rate": 0.1, "min_data_in_leaf": 100, "lambda_l2": 5, "max_bin": 63,
    "feature_fraction": 0.8, "seed": SEED, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1}
ROUNDS = 60


class Pairs:
    """The inputs of any pair of client and product on one date."""

    def __init__(self, view, profile, cohorts, shares):
        bank = view.bank
        lately = view.opened_within(HORIZON)
        self.of_client = np.column_stack([
            lately.sum(axis=1), view.held.sum(axis=1), view.tenure, np.arcsinh(view.mean_income()), view.trend, view.silent,
            np.log1p(bank.clients["turnover"].fill_null(np.nan).to_numpy().clip(0)),
            *(category(bank.clients[name]) for name in ("region", "industry", "legal_form")), view.held,
        ]).astype(np.float32)
        self.profile, self.cohort, self.shares, self.dropped = profile, cohorts.own, shares, view.dropped
        self.pace, self.rates = opening_rates(view, lately, profile, shares.references.shape[1])

    def matrix(self, rows, columns):
        return np.column_stack([
            columns.astype(np.float32), self.shares.of(self.cohort[rows], self.profile[rows], columns),
            self.rates[self.profile[rows], columns], self.pace[columns], self.dropped[rows, columns].astype(np.float32),
            self.of_client[rows]])


def category(words):
    """Numbers of the words, NaN = unknown."""
    places = words.cast(pl.Enum(words.drop_nulls().unique().sort())).to_physical()
    return places.cast(pl.Float32).fill_null(np.nan).to_numpy()


def opening_rates(view, lately, profile, k):
    """Share of those who could that opened it in the three months before: of all, and by profile, shrunk to that of all."""
    could = (~view.held | lately) & view.present[:, None]
    opened = lately & view.present[:, None]
    everywhere = opened.sum(axis=0) / np.maximum(1, could.sum(axis=0))
    group = sparse.csr_matrix((np.ones(len(profile), np.float32), (profile, np.arange(len(profile)))), shape=(k, len(profile)))
    opened, could = group @ opened.astype(np.float32), group @ could.astype(np.float32)
    return everywhere.astype(np.float32), ((opened + 1000 * everywhere) / (could + 1000)).astype(np.float32)


@dataclass
class Adoption:
    basis: str
    trees: lightgbm.Booster = None
    calibration: IsotonicRegression = None
    moves: np.ndarray = None  # trees × leaves × inputs

    def scores(self, pairs, held):
        """Clients × products; what is held has none. In blocks, so that the pairs of a whole bank never stand in memory."""
        if self.trees is None:
            return np.where(held, np.float32(-1), pairs.shares.of(pairs.cohort[:, None], pairs.profile[:, None],
                                                                   np.arange(held.shape[1])[None]))
        scores = np.full(held.shape, -1, dtype=np.float32)
        step = max(1, 500_000 // held.shape[1])
        for start in range(0, len(held), step):
            rows, columns = np.nonzero(~held[start:start + step])
            scores[start + rows, columns] = self.trees.predict(pairs.matrix(start + rows, columns), num_threads=0)
        return scores

    def calibrated(self, scores):
        if self.trees is None:
            return scores
        curve = self.calibration
        return np.interp(scores, curve.X_thresholds_, curve.y_thresholds_).astype(np.float32)

    def drivers(self, pairs, rows, columns):
        """By pair the inputs that moved it most, the first first: their number from 1, negative where it lowers, 0 = none."""
        codes = np.zeros((len(rows), DRIVERS), dtype=np.int8)
        if self.trees is None:
            return codes
        tree_count, leaves, inputs = self.moves.shape
        table = self.moves.reshape(-1, inputs)
        first_leaf = np.arange(tree_count) * leaves
        for start in range(0, len(rows), 200_000):
            part = slice(start, start + 200_000)
            leaf = self.trees.predict(pairs.matrix(rows[part], columns[part]), pred_leaf=True, num_threads=0) + first_leaf
            visits = sparse.csr_matrix(
                (np.ones(leaf.size, np.float32), leaf.ravel(), np.arange(0, leaf.size + 1, tree_count)),
                shape=(len(leaf), len(table)))
            codes[part] = strongest(visits @ table)
        return codes


def strongest(moved):
    best = np.argpartition(-np.abs(moved), DRIVERS, axis=1)[:, :DRIVERS]
    size = np.take_along_axis(moved, best, axis=1)
    order = np.argsort(-np.abs(size), axis=1)
    best, size = np.take_along_axis(best, order, axis=1), np.take_along_axis(size, order, axis=1)
    return np.where(np.abs(size) > 1e-6, (best + 1) * np.sign(size), 0)


def learned(pairs, past, opened):
    """From all openings, and so many pairs without one."""
    could = ~past.held & past.present[:, None]
    positive, negative = np.argwhere(could & opened), np.flatnonzero(could & ~opened)
    if len(positive) < 50:
        return Adoption("penetration")
    random = np.random.default_rng(SEED)
    if len(positive) * (1 + NEGATIVES) > PAIRS:
        positive = positive[random.choice(len(positive), PAIRS // (1 + NEGATIVES), replace=False)]
    kept = random.choice(negative, min(len(negative), NEGATIVES * len(positive)), replace=False)
    weight = ((could & opened).sum() / len(positive), len(negative) / max(1, len(kept)))
    rows = np.r_[positive[:, 0], kept // opened.shape[1]]
    columns = np.r_[positive[:, 1], kept % opened.shape[1]]
    labels = np.r_[np.ones(len(positive)), np.zeros(len(kept))]
    weights = np.where(labels == 1, *weight)
    apart = random.random(len(opened))[rows] < 0.25
    inputs = pairs.matrix(rows, columns)
    data = lightgbm.Dataset(inputs[~apart], labels[~apart], weight=weights[~apart] / weights.mean(),
                            categorical_feature=CATEGORIES, free_raw_data=True)
    trees = lightgbm.train(SETTINGS, data, num_boost_round=ROUNDS)
    calibration = IsotonicRegression(y_min=1e-4, out_of_bounds="clip").fit(
        trees.predict(inputs[apart]), labels[apart], sample_weight=weights[apart])
    return Adoption("transitions", trees, calibration, moves_of_leaves(trees, opened.shape[1]))


def moves_of_leaves(trees, products):
    """By tree and leaf, how far each input moved the value on the way down (Saabas): the quick cousin of Shapley values."""
    told = OF_PAIR + OF_CLIENT + ["companions"] * products
    place = [INPUTS.index(name) if name else -1 for name in told]
    structure = trees.dump_model()["tree_info"]
    moves = np.zeros((len(structure), SETTINGS["num_leaves"], len(INPUTS)), dtype=np.float32)

    def descend(node, moved, of_tree):
        if "leaf_index" in node or "leaf_value" in node:
            of_tree[node.get("leaf_index", 0)] = moved
            return
        for child in (node["left_child"], node["right_child"]):
            step = moved.copy()
            if place[node["split_feature"]] >= 0:
                value = child["leaf_value"] if "leaf_value" in child else child["internal_value"]
                step[place[node["split_feature"]]] += value - node["internal_value"]
            descend(child, step, of_tree)

    for tree, of_tree in zip(structure, moves):
        descend(tree["tree_structure"], np.zeros(len(INPUTS), np.float32), of_tree)
    return moves
