"""Collaborative filtering on who holds what: nothing but holdings."""
import itertools

import numpy as np
from implicit.als import AlternatingLeastSquares
from implicit.nearest_neighbours import CosineRecommender
from scipy.sparse import csr_matrix

import choice

# Factors fewer than the products, of which there are some tens (the library's 100 would only copy what is held);
# confidence of a holding from the library's 1 to the 40 of Hu, Koren, Volinsky (2008).
ALS_SETTINGS = list(itertools.product((2, 4, 8, 16), (1.0, 10.0, 40.0)))
# Around the 500 that was best on MovieLens 20M in Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
EASE_SETTINGS = [(10.0,), (100.0,), (500.0,), (2000.0,)]


def item_knn(snapshot):
    held = csr_matrix(snapshot.held(snapshot.as_of).astype(np.float64))
    model = CosineRecommender(K=20, num_threads=1)  # the library's own K
    model.fit(held, show_progress=False)
    return (held @ model.similarity).toarray()


def ease(snapshot):
    return choice.of_holdings(snapshot, ease_scores, EASE_SETTINGS)


def ease_scores(held, penalty):
    """Closed form of the paper, equation 8."""
    held = held.astype(float)
    inverse = np.linalg.inv(held.T @ held + penalty * np.eye(held.shape[1]))
    weights = inverse / -np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return held @ weights


def als(snapshot):
    return choice.of_holdings(snapshot, als_scores, ALS_SETTINGS)


def als_scores(held, factors, alpha):
    model = AlternatingLeastSquares(factors=factors, alpha=alpha, random_state=1, num_threads=1)
    model.fit(csr_matrix(held.astype(np.float64)), show_progress=False)
    return np.asarray(model.user_factors) @ np.asarray(model.item_factors).T
