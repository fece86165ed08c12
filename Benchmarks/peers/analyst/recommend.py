"""What each client lacks, best first, and what it holds and barely uses; what each is worth, and why it is or is not offered."""
from dataclasses import dataclass

import numpy as np

from .policy import (ACTIVE_SHARE, DORMANT_MONTHS, EXPLAINED_RANKS, HISTORY, MINIMUM_EXPECTED, MINIMUM_PROBABILITY, OFFER_STAGES,
                     REVIVAL, REVIVAL_CASES, UNDER_USED_SHARE)
from .stages import STAGES, UNKNOWN
from .worth import months_held

KINDS = ["missing", "dormant", "under_used"]
STATUSES = [
    ("offered", None), ("already_open", None), ("cooling_down", None), ("control_group", None), ("contact_limit", None),
    ("capacity", None), ("ineligible", "client_left"), ("ineligible", "contact_not_allowed"), ("ineligible", "not_sellable"),
    ("ineligible", "prerequisite_missing"), ("ineligible", "excluded_by"), ("suppressed", "retain"), ("below_threshold", "no_gap"),
    ("below_threshold", "probability"), ("below_threshold", "expected_income")] + [("suppressed", stage) for stage in STAGES]
CODE = {fact or name: code for code, (name, fact) in enumerate(STATUSES)}
STANDING = -1  # may be raised


@dataclass
class Recommendations:
    """One element a client and product."""
    row: np.ndarray
    column: np.ndarray
    rank: np.ndarray  # from 1; 0 = held
    kind: np.ndarray
    probability: np.ndarray
    amounts: np.ndarray  # low, typical, high, mean; NaN = not known
    is_gap: np.ndarray
    status: np.ndarray = None
    status_product: np.ndarray = None
    drivers: np.ndarray = None

    @property
    def expected(self):
        return self.probability * self.amounts[1]


def recommendations(view, profile, size, cohorts, model, scores, characteristic, worth, quantiles, rules):
    missing = lacking(view, profile, size, cohorts, model, scores, characteristic, worth, rules)
    held = barely_used(view, profile, size, cohorts, worth, quantiles)
    return Recommendations(*(np.concatenate(parts, axis=-1) for parts in zip(missing, held)))


def lacking(view, profile, size, cohorts, model, scores, characteristic, worth, rules):
    """Ranked by the trees' own scores, as calibration makes many equal."""
    order = np.argsort(-scores, axis=1, kind="stable").astype(np.int16)
    row, place = np.nonzero(np.arange(view.bank.p) < (~view.held).sum(axis=1)[:, None])
    column = order[row, place]
    gaps = view.present[:, None] & rules.sellable & ~view.held & ~rules.excluded(view.held)
    gaps &= characteristic[cohorts.own, profile]
    # Two products that exclude each other close one gap, not two: the likelier stays.
    for one, other in np.argwhere(np.triu(rules.excludes)):
        both = gaps[:, one] & gaps[:, other]
        first = scores[:, one] >= scores[:, other]
        gaps[both & first, other] = gaps[both & ~first, one] = False
    return (row.astype(np.int32), column, (place + 1).astype(np.int16), np.zeros(len(row), np.int8),
            model.calibrated(scores[row, column]),
            worth[:, profile[row], size[row], column].astype(np.float32), gaps[row, column])


def barely_used(view, profile, size, cohorts, worth, quantiles):
    """Silent, or far below what its profile's holders do and bring, where holders are active as a rule."""
    bank, months = view.bank, months_held(view.bank)
    silent = bank.last_active < HISTORY - DORMANT_MONTHS
    holders = view.held & view.present[:, None]
    by_nature = (holders & ~silent).sum(axis=0) >= ACTIVE_SHARE * np.maximum(1, holders.sum(axis=0))
    row, column = np.nonzero(view.held & by_nature & (months > DORMANT_MONTHS))
    seen = months[row, column].clip(1, 3)
    income, operations = bank.income3[row, column] / seen, bank.operations3[row, column] / seen
    typical, _, usual = quantiles[:, cohorts.own[row], profile[row], column]
    dormant = silent[row, column]
    with np.errstate(invalid="ignore"):
        poor = (operations < UNDER_USED_SHARE * usual) & (income < UNDER_USED_SHARE * typical)
    kept = dormant | poor
    row, column, kind = row[kept], column[kept], np.where(dormant, 1, 2)[kept].astype(np.int8)
    amounts = np.maximum(0, worth[:, profile[row], size[row], column] - income[kept]).astype(np.float32)
    return (row.astype(np.int32), column.astype(np.int16), np.zeros(len(row), np.int16), kind,
            revivals(view, holders, by_nature)[column], amounts, view.present[row])


def revivals(view, holders, by_nature):
    """By product: how many of those that lay idle three months ago have come to life since."""
    bank = view.bank
    idle = holders & (months_held(bank) > 2 * DORMANT_MONTHS) & ~bank.active_before & by_nature
    woken = idle & (bank.last_active >= HISTORY - DORMANT_MONTHS)
    every = (woken.sum() + REVIVAL * REVIVAL_CASES) / (idle.sum() + REVIVAL_CASES)
    return ((woken.sum(axis=0) + every * REVIVAL_CASES) / (idle.sum(axis=0) + REVIVAL_CASES)).astype(np.float32)


class Rules:
    """What the catalogue asks: products × products."""

    def __init__(self, bank):
        codes = {code: place for place, code in enumerate(bank.products["product_code"])}
        self.sellable = bank.products["sellable"].to_numpy()
        self.requires, self.excludes = np.zeros((2, bank.p, bank.p), dtype=bool)
        for place, (needs, forbids) in enumerate(bank.products.select("requires", "excludes").rows()):
            self.requires[place, [codes[code] for code in needs if code in codes]] = True
            self.excludes[place, [codes[code] for code in forbids if code in codes and codes[code] != place]] = True
        self.excludes |= self.excludes.T

    def lacks(self, held):
        """Clients × products: a prerequisite is missing."""
        return blocked(~held, self.requires)

    def excluded(self, held):
        return blocked(held, self.excludes)


def blocked(facts, rule):
    if not rule.any():
        return np.zeros(facts.shape, dtype=bool)
    return (facts.astype(np.float32) @ rule.T.astype(np.float32)) > 0


def judge(found, view, stages, rules, control, earlier):
    """The status of each, so far as the client's own facts say it; the rest stands to be raised."""
    bank, row, column = view.bank, found.row, found.column
    facts = np.select(
        [~view.present, bank.clients["contact_allowed"].to_numpy() == 0],
        [CODE["client_left"], CODE["contact_not_allowed"]], STANDING).astype(np.int8)
    of_client = facts[row]
    missing = found.kind == 0
    stage = stages.stage
    wrong_stage = (stage != UNKNOWN) & ~np.isin(stage, [STAGES.index(name) for name in OFFER_STAGES])
    expected = found.expected
    key = row.astype(np.int64) * bank.p + column
    tests = [
        (np.isin(key, earlier.live_key) if len(earlier.live_key) else None, CODE["already_open"]),
        (of_client >= 0, of_client),
        (missing & ~rules.sellable[column], CODE["not_sellable"]),
        (missing & rules.lacks(view.held)[row, column] if rules.requires.any() else None, CODE["prerequisite_missing"]),
        (missing & rules.excluded(view.held)[row, column] if rules.excludes.any() else None, CODE["excluded_by"]),
        (wrong_stage[row], CODE[STAGES[0]] + stage[row]),
        (np.isin(row, earlier.retained) if len(earlier.retained) else None, CODE["retain"]),
        (~found.is_gap, CODE["no_gap"]),
        (found.probability < MINIMUM_PROBABILITY, CODE["probability"]),
        (expected < MINIMUM_EXPECTED, CODE["expected_income"]),
        (np.isin(key, earlier.cooling_key) if len(earlier.cooling_key) else None, CODE["cooling_down"]),
        (control[row] if control.any() else None, CODE["control_group"])]
    tests = [test for test in tests if test[0] is not None]
    found.status = np.select([test for test, _ in tests], [np.int8(code) if np.isscalar(code) else code.astype(np.int8)
                                                           for _, code in tests], np.int8(STANDING))
    if len(earlier.same_key):
        found.status[np.isin(key * 3 + found.kind, earlier.same_key)] = CODE["offered"]
    found.status_product = related(found, view, rules)


def related(found, view, rules):
    """The first prerequisite that is missing, or the first product that excludes it; −1 = none."""
    product = np.full(len(found.row), -1, dtype=np.int16)
    for fact, facts, rule in (("prerequisite_missing", ~view.held, rules.requires), ("excluded_by", view.held, rules.excludes)):
        at = np.flatnonzero(found.status == CODE[fact])
        product[at] = (facts[found.row[at]] & rule[found.column[at]]).argmax(axis=1)
    return product


def explain(found, adoption, pairs):
    """The first ranks and every gap."""
    chosen = np.flatnonzero((found.kind == 0) & ((found.rank <= EXPLAINED_RANKS) | found.is_gap))
    found.drivers = np.zeros((len(found.row), 3), dtype=np.int8)
    found.drivers[chosen] = adoption.drivers(pairs, found.row[chosen], found.column[chosen].astype(np.int64))
