"""What the learning peers learn from: how clients stood, and what they took next.

A bank with opening dates: every client as it stood at the end of each of up to six past months, and what it opened in
the month after. A bank without: every client with one of its products hidden, and that product.
"""
from dataclasses import dataclass

import numpy as np
import pandas as pd

# Months of the past that are learned from unless fewer are asked for.
ORIGINS = 6


@dataclass
class Examples:
    client: np.ndarray  # position of the client, by example
    day: np.ndarray  # as the client stood on that day
    held: np.ndarray  # example × product
    took: np.ndarray  # example × product

    def __getitem__(self, rows):
        return Examples(self.client[rows], self.day[rows], self.held[rows], self.took[rows])

    def __len__(self):
        return len(self.client)

    def lacks(self):
        """Rows and products of what was not held."""
        return np.nonzero(~self.held)


def tonight(snapshot):
    held = snapshot.held(snapshot.as_of)
    rows = np.arange(len(held))
    return Examples(rows, np.full(len(rows), snapshot.as_of), held, np.zeros_like(held))


def past(snapshot, window=1, origins=None):
    """`window`: months over which is counted what clients opened."""
    if not snapshot.dated:
        return hidden(snapshot)
    parts = []
    for ago in range(window, window + (origins or ORIGINS)):
        day = snapshot.months_ago(ago)
        if day <= snapshot.first_day:
            break
        there = np.nonzero(snapshot.is_client(day))[0]
        took = snapshot.opened(day, snapshot.months_ago(ago - window))
        parts.append(Examples(there, np.full(len(there), day), snapshot.held(day)[there], took[there]))
    return Examples(*(np.concatenate([getattr(p, f) for p in parts]) for f in ("client", "day", "held", "took")))


def hidden(snapshot):
    held = snapshot.held(snapshot.as_of)
    client, product = np.nonzero(held & (held.sum(1, keepdims=True) >= 2))
    rows = np.arange(len(client))
    left, took = held[client], np.zeros((len(client), held.shape[1]), bool)
    left[rows, product], took[rows, product] = False, True
    return Examples(client, np.full(len(client), snapshot.as_of), left, took)


def features(snapshot, examples):
    """One row an example: who the client is, what it holds, and, where the bank has dates, how it came to that."""
    facts = snapshot.clients
    tenure = (examples.day - snapshot.opened_on[examples.client]).astype(float)
    columns = {"tenure": np.where(np.isnat(snapshot.opened_on[examples.client]), np.nan, tenure)}
    columns["turnover"] = np.log1p(facts["annual_turnover"].astype(float).to_numpy()[examples.client])
    columns["held"] = examples.held.sum(1)
    for j, code in enumerate(snapshot.products):
        columns[f"held {code}"] = examples.held[:, j].astype(np.int8)
    if snapshot.dated:
        columns |= history(snapshot, examples)
    frame = pd.DataFrame(columns)
    for name in ("region", "industry", "legal_form"):
        frame[name] = facts[name].fillna("").astype("category").array[examples.client]
    for name, column in snapshot.attributes.items():
        frame[f"attribute {name}"] = column.array[examples.client]
    return frame


def history(snapshot, examples):
    """Openings, income and operations before each example's day."""
    p = len(snapshot.products)
    total = {f"{what} {months}": np.zeros(len(examples)) for what in ("opened", "income", "operations") for months in (1, 3, 12)}
    by_product, before = np.zeros((len(examples), p)), np.zeros((len(examples), p), np.int8)
    for day in np.unique(examples.day):
        rows = examples.day == day
        client = examples.client[rows]
        before[rows] = (snapshot.held_ever(day) & ~snapshot.held(day))[client]
        for months in (1, 3, 12):
            start = ((day + 1).astype("datetime64[M]") - months).astype("datetime64[D]") - 1
            total[f"opened {months}"][rows] = snapshot.opened(start, day)[client].sum(1)
            for what in ("income", "operations"):
                sums = snapshot.sums(what, start, day)[client]
                total[f"{what} {months}"][rows] = np.arcsinh(sums.sum(1))
                if what == "income" and months == 3:
                    by_product[rows] = np.arcsinh(sums)
    columns = dict(total)
    for j, code in enumerate(snapshot.products):
        columns[f"income {code}"] = by_product[:, j]
        columns[f"dropped {code}"] = before[:, j]
    return columns
