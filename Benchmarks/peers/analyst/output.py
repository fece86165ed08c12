"""Frames of the tables. Money in minor units, as whole numbers are read and stored quicker than decimals."""
import json
import uuid
from pathlib import Path

import numpy as np
import polars as pl

from .adoption import INPUTS
from .policy import HISTORY, HORIZON
from .recommend import STATUSES
from .stages import STAGES


def create(database):
    run_script(database, "tables.sql")


def finish(database):
    run_script(database, "indexes.sql")
    database.connection.commit()


def run_script(database, name):
    database.connection.execute((Path(__file__).parent / name).read_text())


def minor(values):
    """Minor units, null where nothing is known."""
    return pl.Series(np.asarray(values, dtype=np.float64) * 100).fill_nan(None).round(0).cast(pl.Int64)


def names(bank):
    return {
        "product_name": bank.products.select(pl.int_range(pl.len()).alias("product"), "product_code"),
        "status_name": pl.DataFrame([(code, *status) for code, status in enumerate(STATUSES)], orient="row",
                                    schema={"status": pl.Int16, "name": pl.String, "fact": pl.String}),
        "driver_name": pl.DataFrame({"driver": range(1, 1 + len(INPUTS)), "name": INPUTS}),
        "source_fault": pl.DataFrame([(*key, rows) for key, rows in sorted(bank.refused.items())], orient="row",
                                     schema={"relation": pl.String, "fault": pl.String, "rows": pl.Int64})}


def run_row(bank, started_at, basis, profiles):
    manifest = json.dumps({"refused": {".".join(key): rows for key, rows in bank.refused.items()}, "profiles": profiles})
    return pl.DataFrame({
        "run_id": [str(uuid.uuid4())], "bank_id": [bank.bank_id], "as_of": [str(bank.as_of)], "kind": ["nightly"],
        "state": ["published"], "started_at": [started_at], "basis": [basis], "horizon_months": [HORIZON], "manifest": [manifest]})


def profile_rows(titles, members, typical, ideal):
    count, k = members.shape
    return pl.DataFrame({"cohort_id": np.repeat(np.arange(count), k), "profile": np.tile(np.arange(k), count)}).with_columns(
        pl.Series("name", titles * count), pl.Series("members", members.ravel()), minor(typical.ravel()).alias("typical_income"),
        minor(ideal.ravel()).alias("ideal_income"))


def profile_product_rows(shares, characteristic, members, quantiles):
    count, k, p = shares.penetration.shape
    cohort, profile, product = (places.ravel() for places in np.indices((count, k, p)))
    typical, ideal, operations = (values.ravel() for values in quantiles)
    return pl.DataFrame({
        "cohort_id": cohort, "profile": profile, "product": product, "characteristic": characteristic.ravel(),
        "member_count": np.repeat(members.ravel(), p), "reference_members": np.repeat(shares.references.ravel(), p),
        "reference_holders": shares.holders.ravel(), "penetration": shares.penetration.ravel(),
        "typical_income": minor(typical), "ideal_income": minor(ideal),
        "typical_operations": pl.Series(operations).fill_nan(None)})


def client_rows(view, cohorts, profile, membership, stages, segments, found, lives, control):
    bank = view.bank
    since = (bank.last_month - (HISTORY - 1) + np.maximum(0, stages.since).astype(int)).astype("datetime64[D]")
    stage = pl.Series(stages.stage).replace_strict(range(-1, len(STAGES)), [None, *STAGES], return_dtype=pl.String)
    tenure = np.floor(view.tenure)
    low, typical, high, expected = potential(found, bank.n)
    return bank.clients.select("client_id", "client_no").with_columns(
        pl.Series("cohort_id", cohorts.own), pl.Series("profile", profile), pl.Series("membership", membership),
        stage.alias("stage"), pl.when(pl.Series(stages.since >= 0)).then(pl.Series(since)).alias("stage_since"),
        segments.alias("rfm_segment"), pl.Series(tenure).fill_nan(None).cast(pl.Int32).alias("tenure_months"),
        minor(view.known_income).alias("monthly_income"), minor(typical).alias("potential_income"),
        minor(low).alias("potential_low"), minor(high).alias("potential_high"), minor(expected).alias("expected_income"),
        pl.Series("in_control_group", control),
        pl.Series("expected_months", lives["expected_months"]).fill_nan(None).cast(pl.Float32),
        *(minor(lives[name]).alias(name) for name in ("life_value", "life_low", "life_high")))


def potential(found, n):
    """Over the gaps: nothing is counted twice, as every product stands once."""
    row = found.row[found.is_gap]
    chance = found.probability[found.is_gap]
    low, typical, high = np.nan_to_num(found.amounts[:3, found.is_gap])
    return [np.bincount(row, weights=values, minlength=n) for values in (low, typical, high, chance * typical)]


def recommendation_rows(found, clients):
    def code(values, unknown):
        return pl.when(pl.Series(values) != unknown).then(pl.Series(values))

    def cents(values):
        return pl.Series(values * np.float32(100)).fill_nan(None).round(0).cast(pl.Int32)

    return pl.select(
        clients["client_id"].gather(found.row).alias("client_id"), product=pl.Series(found.column),
        rank=code(found.rank, 0), kind=pl.Series(found.kind), probability=pl.Series(found.probability),
        **{name: cents(values) for name, values in zip(("low", "typical", "high", "mean"), found.amounts)},
        counted=pl.Series(found.is_gap), status=pl.Series(found.status), status_product=code(found.status_product, -1),
        **{f"driver{place + 1}": code(found.drivers[:, place], 0) for place in range(3)})


def life_value_rows(values):
    return values.with_columns((pl.col("mean_income", "life_value", "acquisition_cost") * 100).fill_nan(None).round(0).cast(pl.Int64))


def survival_rows(survival):
    count, length = survival.curve.shape
    cohort, month = np.indices((count, length))
    return pl.DataFrame({
        "cohort_id": cohort.ravel(), "month": month.ravel() + 1, "at_risk": survival.at_risk.ravel(),
        "events": survival.events.ravel(), "survival": survival.curve.ravel()})
