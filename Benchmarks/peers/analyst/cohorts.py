"""Bank × region × industry, backing off to bank × industry and to the bank where there are too few."""
from dataclasses import dataclass

import numpy as np
import polars as pl

from .policy import COHORT_MEMBERS

LEVELS = ["bank", "bank × industry", "bank × region × industry"]


@dataclass
class Cohorts:
    """The bank first, then industries, then cells: a parent always stands before its children."""
    table: pl.DataFrame  # cohort_id, level, name, region, industry, members
    parent: np.ndarray
    level: np.ndarray
    chain: np.ndarray  # clients × 3 levels, −1 = no cohort at that level
    own: np.ndarray

    @property
    def count(self):
        return len(self.parent)

    def at_level(self, level):
        """Clients that have a cohort there, with it."""
        clients = np.flatnonzero(self.chain[:, level] >= 0)
        return clients, self.chain[clients, level]


def cohorts(bank, tonight):
    clients = bank.clients.select("region", "industry").with_columns(pl.Series("present", tonight.present))
    present = clients.filter("present")
    industries = large(present.filter(pl.col("industry").is_not_null()), ["industry"])
    industries = industries.with_columns(cohort_id=pl.int_range(1, 1 + pl.len(), dtype=pl.Int32))
    cells = large(present.filter(pl.col("region").is_not_null()), ["industry", "region"]).join(
        industries.select("industry", parent="cohort_id"), on="industry", maintain_order="left")
    cells = cells.with_columns(cohort_id=pl.int_range(1 + industries.height, 1 + industries.height + pl.len(), dtype=pl.Int32))
    whole = pl.DataFrame({"cohort_id": [0], "members": [present.height]}, schema={"cohort_id": pl.Int32, "members": pl.UInt32})
    table = pl.concat([
        whole.with_columns(level=pl.lit(0)), industries.with_columns(level=pl.lit(1), parent=pl.lit(0, pl.Int32)),
        cells.with_columns(level=pl.lit(2))], how="diagonal_relaxed")
    table = table.with_columns(name=pl.concat_str(
        [pl.lit(bank.name), pl.col("region"), pl.col("industry")], separator=" × ", ignore_nulls=True))
    table = table.with_columns(level_name=pl.col("level").replace_strict([0, 1, 2], LEVELS, return_dtype=pl.String))
    places = clients.join(industries.select("industry", one="cohort_id"), on="industry", how="left", maintain_order="left").join(
        cells.select("industry", "region", two="cohort_id"), on=["industry", "region"], how="left", maintain_order="left")
    chain = np.column_stack([np.zeros(bank.n, dtype=np.int32)] + [places[c].fill_null(-1).to_numpy() for c in ("one", "two")])
    own = chain.max(axis=1)
    level = table["level"].to_numpy()
    return Cohorts(table, table["parent"].fill_null(-1).to_numpy(), level, chain, own)


def large(clients, by):
    return clients.group_by(by).agg(members=pl.len()).filter(pl.col("members") >= COHORT_MEMBERS).sort(by)
