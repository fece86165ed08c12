"""What managers read: a headline for each trigger, and the facts that it rests on as JSON."""
import numpy as np
import polars as pl

from .calls import OF_GAP
from .policy import HORIZON
from .stages import STAGES


def worded(raised, view, stages, facts_of_gaps):
    """The raised triggers as they are written, each with its headline and what it rests on.
    `facts_of_gaps` adds to gaps what the profile says of them."""
    bank = view.bank
    row = raised["row"].to_numpy()
    products = bank.products.select("product_code", product="name").with_row_index("column").with_columns(
        pl.col("column").cast(pl.Int32))
    raised = raised.join(products, on="column", how="left", maintain_order="left").with_columns(
        bank.clients["client_id"][row], rounded(view.known_income[row]).alias("monthly_income"),
        pl.col("value").round(2), pl.col("since").dt.strftime("%Y-%m-%d"),
        pl.Series("stage", stages.stage[row]).replace_strict(range(-1, 7), [None, *STAGES], return_dtype=pl.String))
    parts = []
    for kind, part in raised.partition_by("kind", as_dict=True, maintain_order=True).items():
        part = part.with_columns(conversion=pl.lit(1.0), typical_income="value", usual_income="value")
        part = facts_of_gaps(part) if kind[0] in OF_GAP else facts_of_calls(part, kind[0], stages, products)
        parts.append(part.select("row", "kind", "client_id", "product_code", "manager_id", "branch", "priority", "expected", "since",
                                 headline(kind[0], bank.currency).alias("headline"), reason(kind[0]).alias("reason")))
    return pl.concat(parts) if parts else None


FACTORS = ["probability", "value", "context", "lever", "conversion", "stage"]
FACTS = {
    "gap": ["basis", "horizon_months", "cohort_level", "profile_id", "profile", "pinned", "median_income", "reference_members",
            "reference_holders", "penetration", "typical_income", "income_low", "income_high"],
    "retain": ["monthly_income", "usual_income", "measure", "fell_by", "compared_with", "since", "silent_months"],
    "win_back": ["since", "usual_income", "silent_months"], "welcome": ["since", "typical_income", "products"],
    "returned": ["since", "typical_income", "monthly_income"], "renew": ["since", "typical_income", "monthly_income"]}


def facts_of_gaps(part, profile, cohorts, names, quantiles, shares, found, basis):
    row, place, column = (part[name].to_numpy() for name in ("row", "place", "column"))
    cell = cohorts.own[row], profile[row]
    return part.with_columns(
        basis=pl.lit(basis), horizon_months=pl.lit(HORIZON), pinned=pl.lit(False), profile_id=pl.Series(cell[1] + 1),
        cohort_level=cohorts.table["level_name"][cell[0]], profile=pl.Series(np.array(names)[cell[1]]),
        median_income=rounded(quantiles[0][*cell, column]), reference_members=pl.Series(shares.references[cell]),
        reference_holders=pl.Series(shares.holders[*cell, column]), penetration=pl.Series(shares.penetration[*cell, column]),
        income_low=rounded(found.amounts[0][place]), income_high=rounded(found.amounts[2][place]))


def facts_of_calls(part, kind, stages, products):
    if kind == "welcome":
        listed = part.select("row", column="products").explode("column").join(
            products, on="column", maintain_order="left").group_by("row", maintain_order=True).agg(
            "product_code", pl.col("product").alias("names"))
        return part.drop("products", "product_code").join(listed, on="row", maintain_order="left").with_columns(
            products="product_code", names=pl.col("names").list.join(", "), product_code=pl.lit(None, pl.String))
    row = part["row"].to_numpy()
    return part.with_columns(
        measure=pl.lit("income"), fell_by=pl.Series(np.nan_to_num(-stages.change[row]).clip(0, 1)),
        compared_with=pl.when(pl.Series(stages.compared[row])).then(pl.lit("same_months_last_year")).otherwise(
            pl.lit("own_months")), silent_months=pl.Series(stages.silent[row]))


def rounded(values):
    return pl.Series(values.astype(np.float64)).fill_nan(None).round(2)


def reason(kind):
    return pl.struct(FACTORS + FACTS["gap" if kind in OF_GAP else kind]).struct.json_encode()


def headline(kind, currency):
    def amount(column):
        return pl.col(column).round(0).cast(pl.Int64)

    def worth(*text):
        """Said only where it is known."""
        said = pl.format(f": worth about {{}} {currency} a month", amount("value")).fill_null("")
        return pl.concat_str(pl.format(*text), said)

    match kind:
        case "offer": return worth("Offer {}", "product")
        case "activate": return worth("Wake {}", "product")
        case "deepen": return worth("Extend {}", "product")
        case "welcome": return worth("Welcome the new client, with {}", "names")
        case "renew": return worth("Renew {}, which matures on {}", "product", "since")
        case "retain": return pl.format(f"Keep the client: it earns the bank {{}} {currency} a month", amount("monthly_income"))
        case "returned": return pl.format(f"Welcome the client back: it earns the bank {{}} {currency} a month", amount("value"))
    return pl.format(f"Win the client back: it used to earn the bank {{}} {currency} a month", amount("value"))
