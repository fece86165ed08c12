"""The lists that are the same for everyone, or for everyone in the cohort."""
import numpy as np

# Clients of the whole bank that a cohort's own counts are mixed with, so that small cohorts do not rank by chance.
PRIOR = 20


def for_everyone(snapshot, counts):
    return np.tile(counts.astype(float), (snapshot.shape[0], 1))


def most_held(snapshot):
    return for_everyone(snapshot, snapshot.held(snapshot.as_of).sum(0))


def most_opened(snapshot, months=None):
    """Openings of the last months, or of all the past. Where openings are not dated, holdings stand for them."""
    return for_everyone(snapshot, taken(snapshot, months).sum(0))


def most_opened_in_cohort(snapshot):
    counts = taken(snapshot).astype(float)
    overall = counts.mean(0)
    scores = np.empty(snapshot.shape)
    for cohort in np.unique(snapshot.cohort):
        members = snapshot.cohort == cohort
        scores[members] = (counts[members].sum(0) + PRIOR * overall) / (members.sum() + PRIOR)
    return scores


def taken(snapshot, months=None):
    if not snapshot.dated:
        return snapshot.held(snapshot.as_of)
    since = snapshot.first_day - 1 if months is None else snapshot.months_ago(months)
    return snapshot.opened(since, snapshot.as_of)
