"""A bank whose kinds of clients are known: five, each with its own size, income, tenure (Gaussian logarithms) and products.

Written as a source pack. Two in a hundred of the product flags are turned over, monthly incomes scatter, and products
are opened at any time between the client's first day and the last, so that the last year's income is not the level.
"""
import csv
from pathlib import Path

import numpy as np

AS_OF = np.datetime64("2026-06-30")
MONTHS = np.arange("2025-07", "2026-07", dtype="datetime64[M]")
CLIENTS = 5000
WEIGHTS = np.array([0.35, 0.25, 0.20, 0.12, 0.08])
# Means and deviations, by kind, of the logarithms of turnover, monthly income and months with the bank.
MEANS = np.array([[12.5, 4.0, 2.6], [13.2, 5.2, 3.9], [13.6, 5.0, 3.2], [14.6, 6.4, 4.0], [13.4, 6.0, 2.8]])
SPREADS = np.array([[0.8, 0.7, 0.6], [0.7, 0.6, 0.4], [0.8, 0.7, 0.6], [0.9, 0.8, 0.5], [0.8, 0.7, 0.6]])
PRODUCTS = ["ACCOUNT", "ONLINE", "CARD", "ACQUIRING", "PAYROLL", "CASH", "FX", "TRADE", "LOAN", "OVERDRAFT", "DEPOSIT", "LEASING"]
# Share of each kind that holds each product. Everyone has an account.
HOLD = np.array([
    [1, 0.60, 0.50, 0.10, 0.10, 0.20, 0.05, 0.03, 0.05, 0.08, 0.05, 0.02],
    [1, 0.80, 0.60, 0.75, 0.45, 0.65, 0.08, 0.05, 0.20, 0.30, 0.15, 0.05],
    [1, 0.85, 0.45, 0.15, 0.35, 0.10, 0.55, 0.35, 0.10, 0.15, 0.25, 0.05],
    [1, 0.95, 0.60, 0.35, 0.80, 0.35, 0.35, 0.30, 0.60, 0.55, 0.40, 0.45],
    [1, 0.75, 0.35, 0.20, 0.50, 0.25, 0.15, 0.10, 0.70, 0.50, 0.10, 0.50]])
TURNED_OVER = 0.02


class PlantedBank:
    def __init__(self, seed):
        self.random = random = np.random.default_rng(seed)
        self.kind = random.choice(len(WEIGHTS), CLIENTS, p=WEIGHTS)
        self.latent = random.normal(MEANS[self.kind], SPREADS[self.kind])
        self.latent[:, 2] = np.clip(self.latent[:, 2], np.log(2), np.log(240))
        self.share_held = np.where(HOLD == 1, 1, HOLD * (1 - TURNED_OVER) + (1 - HOLD) * TURNED_OVER)
        self.held = random.random((CLIENTS, len(PRODUCTS))) < self.share_held[self.kind]
        self.opened_on = AS_OF - np.round(np.exp(self.latent[:, 2]) * 365.25 / 12).astype(int)

    def most_likely_kind(self):
        """What the planted parameters themselves say of each client: no clustering can be expected to do better."""
        off = (self.latent[:, None] - MEANS) / SPREADS
        density = np.log(WEIGHTS) - (off**2 / 2 + np.log(SPREADS)).sum(2)
        share = np.clip(self.share_held, 1e-12, 1 - 1e-12)
        density += self.held @ np.log(share).T + ~self.held @ np.log(1 - share).T
        return density.argmax(1)

    def write(self, folder, bank):
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        accounts = self.accounts()
        table(folder / "bank.csv", "bank_id,name,currency,locale", [[bank, "Planted", "EUR", "en"]])
        table(folder / "product.csv", "bank_id,product_code,name,family,income_kind,sellable,requires,excludes",
              ([bank, p, p.title(), "services", "fee", "true", "{}", "{}"] for p in PRODUCTS))
        table(folder / "client.csv",
              "bank_id,client_id,client_no,name,region,industry,legal_form,manager_id,opened_on,closed_on,annual_turnover,"
              "contact_allowed,attributes",
              ([bank, i, f"P{i}", f"Client {i}", "North", f"industry {i % 3}", "", "", self.opened_on[i], "",
                f"{np.exp(self.latent[i, 0]):.2f}", "true", ""] for i in range(CLIENTS)))
        table(folder / "account.csv", "bank_id,account_id,client_id,product_code,opened_on,closed_on,matures_on",
              ([bank, n, i, PRODUCTS[j], day, "", ""] for n, (i, j, day) in enumerate(accounts, 1)))
        table(folder / "product_month.csv", "bank_id,client_id,product_code,month,income,operations",
              ([bank, *row] for row in self.months(accounts)))

    def accounts(self):
        """Client, product and first day; the settlement account is there from the client's first day."""
        client, product = np.nonzero(self.held)
        days = (AS_OF - self.opened_on[client]).astype(int)
        after = np.where(product == 0, 0, np.floor(self.random.random(len(client)) * days)).astype(int)
        return list(zip(client, product, self.opened_on[client] + after))

    def months(self, accounts):
        """What each product brought in each month since its opening; together about the client's level."""
        weight = self.random.gamma(2, 1, len(accounts))
        busy = np.exp(self.random.normal(0, 0.8, CLIENTS))  # some clients do more on the same products, of whatever kind
        total = np.bincount([i for i, _, _ in accounts], weight, minlength=CLIENTS)
        for (i, j, day), own in zip(accounts, weight):
            months = MONTHS[MONTHS >= day.astype("datetime64[M]")]
            income = np.exp(self.latent[i, 1]) * own / total[i] * np.exp(self.random.normal(0, 0.25, len(months)))
            operations = 1 + self.random.poisson(6 * busy[i], len(months))
            yield from ([i, PRODUCTS[j], f"{m}-01", f"{x:.2f}", n] for m, x, n in zip(months, income, operations))


def table(path, header, rows):
    with open(path, "w", newline="") as f:
        writer = csv.writer(f)
        writer.writerow(header.split(","))
        writer.writerows(rows)
