"""Settings that have no single sensible value are chosen on the snapshot's own past, never on the truth.

A bank with opening dates is cut one horizon back, and what its clients opened since is to be said. Of a bank without,
a fifth of the clients have one product hidden, which is to be said.
"""
import copy

import numpy as np

import metrics


class InnerSplit:
    def __init__(self, snapshot):
        self.snapshot = snapshot
        if snapshot.dated:
            self.snapshot = copy.copy(snapshot)
            self.snapshot.as_of = snapshot.months_ago(snapshot.horizon)
            self.held = snapshot.held(self.snapshot.as_of)
            self.took = snapshot.opened(self.snapshot.as_of, snapshot.as_of)
            self.took[~snapshot.is_client(self.snapshot.as_of)] = False
        else:
            self.held, self.took = one_hidden(snapshot.held(snapshot.as_of))

    def quality(self, scores):
        order = np.argsort(np.where(self.held, np.inf, -scores), axis=1, kind="stable")
        asked = np.nonzero(self.took.any(1))[0]
        return np.mean([metrics.client_measures(order[i], set(np.nonzero(self.took[i])[0]))[0] for i in asked])


def one_hidden(held):
    random = np.random.default_rng(1)
    held, took = held.copy(), np.zeros_like(held)
    for client in np.nonzero((held.sum(1) >= 2) & (random.random(len(held)) < 0.2))[0]:
        product = random.choice(np.nonzero(held[client])[0])
        held[client, product], took[client, product] = False, True
    return held, took


def of_holdings(snapshot, model, settings):
    """The scores of a model that sees holdings alone, by the best of its settings."""
    split = InnerSplit(snapshot)
    best = max(settings, key=lambda s: split.quality(model(split.held, *s)))
    return model(snapshot.held(snapshot.as_of), *best)


def of_past(snapshot, model, origins=(1, 3, 6)):
    """The scores of a model that learns from the past, by the best number of months to learn from."""
    if not snapshot.dated:
        return model(snapshot, None)
    split = InnerSplit(snapshot)
    return model(snapshot, max(origins, key=lambda n: split.quality(model(split.snapshot, n))))
