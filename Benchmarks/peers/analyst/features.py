"""What is known of each client on a date: tonight, or at the origin that the trees learn from."""
from dataclasses import dataclass

import numpy as np

from .policy import HISTORY


@dataclass
class View:
    """Everything later than `day` is hidden; `months` of the history are seen."""
    bank: object
    day: np.datetime64
    months: int
    first_day: np.ndarray  # NaT = unknown
    held: np.ndarray
    present: np.ndarray  # there by then, and not gone

    @property
    def tenure(self):
        """Months, NaN = unknown."""
        days = (self.day - self.first_day).astype("timedelta64[D]").astype(np.float32)
        days[np.isnat(self.first_day)] = np.nan
        return days / np.float32(30.4)

    @property
    def seen(self):
        """Months of the history in which the client was there, up to the last one seen."""
        last = self.bank.last_month - (HISTORY - self.months)
        since = (last - self.first_day.astype("datetime64[M]")).astype(np.float32) + 1
        since[np.isnat(self.first_day)] = self.months
        return np.clip(since, 0, self.months).astype(np.int8)

    def mean_income(self, months=12):
        """A month, over the last months in which it could be seen."""
        window = self.bank.income[:, max(0, self.months - months):self.months]
        return (window.sum(axis=1) / np.clip(self.seen, 1, window.shape[1])).astype(np.float32)

    @property
    def known_income(self):
        """NaN where the bank has no months at all."""
        return self.mean_income() if self.bank.has_activity else np.full(self.bank.n, np.nan, np.float32)

    @property
    def trend(self):
        late = self.bank.income[:, self.months - 3:self.months].mean(axis=1)
        before = self.bank.income[:, max(0, self.months - 12):self.months - 3].mean(axis=1)
        return (np.arcsinh(late) - np.arcsinh(before)).astype(np.float32)

    @property
    def silent(self):
        """Months since the last active one; all that are seen where there is none."""
        active = is_active(self.bank)[:, :self.months]
        return np.where(active.any(axis=1), active[:, ::-1].argmax(axis=1), self.months).astype(np.float32)

    def opened_within(self, months):
        """Clients × products: opened lately and held."""
        bank = self.bank
        return bank.matrix((bank.opened > months_before(self.day, months)) & (bank.opened <= self.day)) & self.held

    @property
    def dropped(self):
        """Clients × products: held once, and no more."""
        return self.bank.matrix(self.bank.closed <= self.day) & ~self.held


def is_active(bank):
    return (bank.income != 0) | (bank.operations > 0)


def months_before(day, months):
    month = day.astype("datetime64[M]") - months
    place = (day - day.astype("datetime64[M]").astype("datetime64[D]")).astype(int)
    length = ((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(int)
    last_day = (day + 1).astype("datetime64[M]") != day.astype("datetime64[M]")
    return month.astype("datetime64[D]") + (length - 1 if last_day else min(place, length - 1))


def view(bank, months_ago=0):
    day = months_before(bank.as_of, months_ago) if months_ago else bank.as_of
    first = bank.clients["opened_on"].to_numpy().astype("datetime64[D]")
    closed = bank.clients["closed_on"].to_numpy().astype("datetime64[D]")
    return View(bank, day, HISTORY - months_ago, first, bank.held_on(day), ~(first > day) & ~(closed <= day))
