"""The bank as known at the as-of date: who holds what, who opened what when, and what it earned."""
import json
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

DAY = "datetime64[D]"


class Snapshot:
    def __init__(self, folder, as_of, horizon):
        folder = Path(folder)
        self.as_of = np.datetime64(as_of, "D")
        self.horizon = horizon
        self.clients = pd.read_csv(folder / "client.csv", dtype={"region": str, "industry": str, "legal_form": str})
        self.products = pd.read_csv(folder / "product.csv", dtype=str)["product_code"].tolist()
        self.client_at = {c: i for i, c in enumerate(self.clients["client_id"])}
        self.product_at = {p: i for i, p in enumerate(self.products)}
        self.accounts = self._placed(folder / "account.csv", ["opened_on", "closed_on"])
        self.months = self._placed(folder / "month.csv", ["month"])
        self.opened_on = pd.to_datetime(self.clients["opened_on"]).to_numpy().astype(DAY)
        self.closed_on = pd.to_datetime(self.clients["closed_on"]).to_numpy().astype(DAY)
        self.shape = (len(self.clients), len(self.products))

    def _placed(self, path, dates):
        """Rows of known clients and products, with their positions."""
        rows = pd.read_csv(path, dtype={"product_code": str})
        rows["client"] = rows["client_id"].map(self.client_at)
        rows["product"] = rows["product_code"].map(self.product_at)
        rows = rows.dropna(subset=["client", "product"]).astype({"client": int, "product": int})
        for column in dates:
            rows[column] = pd.to_datetime(rows[column]).to_numpy().astype(DAY)
        return rows

    @cached_property
    def dated(self):
        """Whether the bank says when products were opened; if not, there is only one picture and no past."""
        return bool(self.accounts["opened_on"].notna().any())

    @cached_property
    def first_day(self):
        return self.accounts["opened_on"].min().to_numpy().astype(DAY)

    def months_ago(self, count):
        """The last day of the month that ended `count` months before the as-of date."""
        after = (self.as_of + 1).astype("datetime64[M]") - count
        return after.astype(DAY) - 1 if count else self.as_of

    def _matrix(self, rows):
        matrix = np.zeros(self.shape, bool)
        matrix[rows["client"], rows["product"]] = True
        return matrix

    def held(self, day):
        opened, closed = (self.accounts[c].to_numpy().astype(DAY) for c in ("opened_on", "closed_on"))
        return self._matrix(self.accounts[(np.isnat(opened) | (opened <= day)) & (np.isnat(closed) | (closed > day))])

    def held_ever(self, day):
        opened = self.accounts["opened_on"].to_numpy().astype(DAY)
        return self._matrix(self.accounts[np.isnat(opened) | (opened <= day)])

    def opened(self, after, until):
        """Products opened after one day and up to another by clients that did not hold them on the first."""
        opened = self.accounts["opened_on"].to_numpy().astype(DAY)
        return self._matrix(self.accounts[(opened > after) & (opened <= until)]) & ~self.held(after)

    def is_client(self, day):
        return ~(self.opened_on > day) & ~(self.closed_on <= day)

    def sums(self, column, after, until):
        """Income or operations by client and product over the months that lie between two month ends."""
        month = self.months["month"].to_numpy().astype(DAY)
        rows = self.months[(month > after) & (month <= until)]
        matrix = np.zeros(self.shape)
        np.add.at(matrix, (rows["client"], rows["product"]), rows[column])
        return matrix

    @cached_property
    def cohort(self):
        """Number of the client's region × industry."""
        return self.clients.fillna("").groupby(["region", "industry"], sort=True).ngroup().to_numpy()

    @cached_property
    def attributes(self):
        """The clients' further facts: numbers as they are, everything else as a category."""
        facts = pd.DataFrame([json.loads(a) if isinstance(a, str) else {} for a in self.clients["attributes"]])
        return pd.DataFrame({
            name: facts[name].astype(float) if pd.api.types.is_numeric_dtype(facts[name])
            and not pd.api.types.is_bool_dtype(facts[name]) else facts[name].astype(str).astype("category")
            for name in facts})
