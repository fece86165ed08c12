"""What a bank's analyst would write otherwise: the same night with psycopg, polars, numpy, scikit-learn, LightGBM and COPY.

    analyst.py CONNECTION BANK AS_OF

Reads the source contract and leaves out what breaks it, finds cohorts and ideal-client profiles, says where each client stands in
its life and what it is worth, learns who opens what, values gaps, says of everything that a client lacks why it is or is not
offered, and raises triggers as far as managers have room. Writes the output contract to schema `analyst`, all in one transaction.
Prints seconds, the peak of its memory and counts, and on standard error the seconds of each step. PostgreSQL hands on rows; polars
and numpy do the rest without loops over clients.
"""
import time

BEGUN = time.perf_counter()  # The libraries' own start is part of the night.

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # Mixtures are fitted side by side: threads within threads get in their way.

import resource
import sys
import uuid
from datetime import datetime, timezone

import numpy as np

from analyst import adoption, features, life, output, profiles, recommend, source, stages, triggers, words, worth
from analyst.cohorts import cohorts
from analyst.database import Database
from analyst.policy import CONTROL_SALT, CONTROL_SHARE, HORIZON


class Watch:
    def __init__(self):
        self.last, self.steps = BEGUN, []
        self.note("start")

    def note(self, step):
        now = time.perf_counter()
        self.steps.append(f"{step} {now - self.last:.2f}")
        self.last = now


class Night:
    """The steps in their order; each leaves what those after it need."""

    def __init__(self, database, bank_id, as_of):
        self.database, self.bank_id, self.as_of = database, bank_id, as_of
        self.started_at = datetime.now(timezone.utc).isoformat()

    def run(self, watch):
        for step in (self.read, self.mixture, self.ideals, self.stages, self.life, self.learn, self.score, self.gaps, self.reasons,
                     self.triggers, self.publish_facts, self.publish_recommendations, self.index):
            step()
            watch.note(step.__name__)

    def read(self):
        self.bank = source.read(self.database, self.bank_id, self.as_of)
        self.view = features.view(self.bank)
        self.control = control_group(self.bank)
        self.earlier = triggers.earlier(self.database, self.view)

    def mixture(self):
        self.cohorts = cohorts(self.bank, self.view)
        self.model = profiles.Mixture(self.view)
        self.k = self.model.k
        self.profile, self.membership = self.model.score(self.view)

    def ideals(self):
        view, k = self.view, self.k
        self.shares = self.shares_of(view, self.profile)
        self.characteristic = profiles.characteristic(self.shares, view.held[view.present].mean(axis=0))
        self.flows = worth.flows(view)
        self.figures = profiles.income_quantiles(self.cohorts, self.profile, k, view.present, view.known_income)
        self.quantiles = profiles.product_quantiles(self.cohorts, self.profile, k, self.flows, self.bank.p)
        self.names = profiles.names(self.model, view, self.profile, self.bank.products["name"].to_list())

    def shares_of(self, view, profile):
        members = profiles.reference_members(self.cohorts, profile, self.k, view.mean_income(), view.present)
        return profiles.shares(self.cohorts, self.k, view.held, members)

    def stages(self):
        """A month before, and tonight leaning on that."""
        before = stages.judge(features.view(self.bank, 1))
        self.stage = stages.judge(self.view, before.stage)
        self.segments = stages.segments(self.view, self.cohorts)

    def life(self):
        self.survival = life.survival(self.view, self.stage, self.cohorts)
        self.lives = life.client_lives(self.view, self.stage, self.cohorts, self.survival)
        self.life_values = life.life_values(self.view, self.profile, self.cohorts, self.survival)

    def learn(self):
        """From the past as it was known then: its own profiles, holdings and shares."""
        origin = features.view(self.bank, HORIZON)
        profile, _ = self.model.score(origin)
        pairs = adoption.Pairs(origin, profile, self.cohorts, self.shares_of(origin, profile))
        opened = self.bank.matrix((self.bank.opened > origin.day) & (self.bank.opened <= self.view.day))
        self.adoption = adoption.learned(pairs, origin, opened)

    def score(self):
        self.pairs = adoption.Pairs(self.view, self.profile, self.cohorts, self.shares)
        self.scores = self.adoption.scores(self.pairs, self.view.held)

    def gaps(self):
        size, self.rules = worth.size_class(self.bank), recommend.Rules(self.bank)
        values = worth.product_worth(self.flows, self.profile, size, self.k, self.bank.p)
        self.found = recommend.recommendations(
            self.view, self.profile, size, self.cohorts, self.adoption, self.scores, self.characteristic, values, self.quantiles,
            self.rules)
        recommend.judge(self.found, self.view, self.stage, self.rules, self.control, self.earlier)

    def reasons(self):
        recommend.explain(self.found, self.adoption, self.pairs)

    def triggers(self):
        candidates = triggers.standing(self.view, self.stage, self.found, self.rules, self.control, self.earlier)
        raised = triggers.choose(candidates, self.view, self.found, self.earlier)
        self.raised = words.worded(raised, self.view, self.stage, lambda part: words.facts_of_gaps(
            part, self.profile, self.cohorts, self.names, self.quantiles, self.shares, self.found, self.adoption.basis))

    def publish_facts(self):
        write, bank = self.database.write, self.bank
        output.create(self.database)
        for table, frame in output.names(bank).items():
            write(table, frame)
        write("run", output.run_row(bank, self.started_at, self.adoption.basis, self.k))
        write("cohort", self.cohorts.table.select("cohort_id", "name", "region", "industry", "members", level="level_name"))
        write("profile_fact", output.profile_rows(self.names, *self.figures))
        write("profile_product_fact", output.profile_product_rows(
            self.shares, self.characteristic, self.figures[0], self.quantiles))
        write("life_value_fact", output.life_value_rows(self.life_values))
        write("survival_fact", output.survival_rows(self.survival))
        write("client_fact", output.client_rows(
            self.view, self.cohorts, self.profile, self.membership, self.stage, self.segments, self.found, self.lives,
            self.control))
        for table, frame in zip(("trigger_fact", "event_fact", "conversation_fact"),
                                triggers.written(self.raised, self.earlier, bank)):
            write(table, frame)

    def publish_recommendations(self):
        self.database.write("recommendation_fact", output.recommendation_rows(self.found, self.bank.clients))

    def index(self):
        output.finish(self.database)

    @property
    def counts(self):
        raised = 0 if self.raised is None else self.raised.height
        return (f"{self.bank.n} clients, {self.k} profiles, {self.cohorts.count} cohorts, {len(self.found.row)} recommendations, "
                f"{raised} triggers, {sum(self.bank.refused.values())} rows refused")


def control_group(bank):
    """Sticky: a client's place depends on nothing but its own key."""
    if not CONTROL_SHARE:
        return np.zeros(bank.n, dtype=bool)
    salt = np.uint64(uuid.uuid5(uuid.NAMESPACE_OID, CONTROL_SALT + bank.bank_id).int & (1 << 64) - 1)
    mixed = bank.clients["client_id"].to_numpy().astype(np.uint64) + salt
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):  # splitmix64
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed < CONTROL_SHARE * 2.0 ** 64


def main():
    watch = Watch()
    connection_text, bank_id, as_of = sys.argv[1:4]
    night = Night(Database(connection_text, bank=bank_id, as_of=as_of), bank_id, as_of)
    night.run(watch)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(", ".join(watch.steps), file=sys.stderr)
    print(f"{time.perf_counter() - BEGUN:.1f} s, {peak:.0f} MiB, {night.counts}")


main()
