"""Whom to call: a client's best candidates become one conversation, and each manager gets the best of the whole portfolio that
there is room for. Nothing that an earlier night raised is raised again."""
import hashlib
import uuid
from dataclasses import dataclass

import numpy as np
import polars as pl

from .calls import OF_GAP, gap_candidates, life_candidates
from .policy import (CONTACT_WINDOW, CONTEXT, COOL_DOWN, FLOOR_DAYS, FLOOR_SHARE, KINDS, LIVE_PER_CLIENT, LIVE_PER_MANAGER,
                     PER_CONVERSATION, PER_MANAGER, PER_MANAGER_WEEK, RAISED_PER_CLIENT, RETAIN_SHARE)
from .recommend import CODE
from .stages import STAGES

LIVE = ["open", "accepted", "snoozed"]
COLUMNS = {
    "trigger_id": pl.String, "manager_id": pl.Int64, "branch": pl.String, "client_id": pl.Int64, "kind": pl.String,
    "product_code": pl.String, "state": pl.String, "priority": pl.Float64, "expected_income": pl.Float64, "headline": pl.String,
    "reason": pl.String, "raised_on": pl.Date, "valid_until": pl.Date, "cycle": pl.Int32, "snoozed_until": pl.Date,
    "refusal": pl.String, "closed_on": pl.Date, "ask_on": pl.Date, "conversation_id": pl.String}
EVENTS = {"trigger_id": pl.String, "at": pl.String, "actor": pl.String, "from_state": pl.String, "to_state": pl.String,
          "note": pl.String}
CONVERSATIONS = {"conversation_id": pl.String, "client_id": pl.Int64, "raised_on": pl.Date, "headline": pl.String}


@dataclass
class Earlier:
    """What earlier nights raised, as it stands tonight."""
    triggers: pl.DataFrame
    events: pl.DataFrame
    conversations: pl.DataFrame
    live_key: np.ndarray  # client × product
    same_key: np.ndarray  # client × product × kind of gap
    cooling_key: np.ndarray
    retained: np.ndarray  # clients


def earlier(database, view):
    """Ends what has run out or come true, and remembers what is still open."""
    known = database.rows("select to_regclass('analyst.trigger_fact') is not null")[0][0]
    if not known or not database.rows("select exists (select from analyst.run where bank_id = {bank})")[0][0]:
        old, events, conversations = (pl.DataFrame(schema=s) for s in (COLUMNS, EVENTS, CONVERSATIONS))
    else:
        old, events, conversations = (
            database.frame(f"select {', '.join(s)} from analyst.{table}", s)
            for table, s in (("trigger_fact", COLUMNS), ("event_fact", EVENTS), ("conversation_fact", CONVERSATIONS)))
    bank, today = view.bank, pl.lit(view.bank.as_of)
    old = old.join(bank.clients.select("client_id").with_row_index("row"), on="client_id", how="left").join(
        bank.products.select("product_code").with_row_index("column"), on="product_code", how="left", maintain_order="left")
    row, column = (old[c].fill_null(0).cast(pl.Int64).to_numpy() for c in ("row", "column"))
    known = old["row"].is_not_null().to_numpy()
    holds = known & old["column"].is_not_null().to_numpy() & view.held[row, column]
    reachable = known & view.present[row] & (bank.clients["contact_allowed"].to_numpy()[row] == 1)
    state = pl.when(~pl.col("state").is_in(LIVE)).then("state").when(
        (pl.col("kind") == "offer") & pl.Series(holds, dtype=pl.Boolean)).then(pl.lit("won")).when(
        ~pl.Series(reachable, dtype=pl.Boolean) & (pl.col("kind") != "win_back")).then(pl.lit("withdrawn")).when(
        (pl.col("state") == "open") & (pl.col("valid_until") < today)).then(pl.lit("expired")).otherwise("state")
    old = old.with_columns(state.alias("now"))
    ended = old.filter(pl.col("now") != pl.col("state"))
    events = pl.concat([events, event_rows(ended, bank.as_of, pl.col("state"), pl.col("now"))])
    old = old.with_columns(
        closed_on=pl.when(pl.col("now") != pl.col("state")).then(today).otherwise("closed_on"), state="now").drop("now")
    return Earlier(old, events, conversations, *keys(old.filter(pl.col("row").is_not_null()), bank))


def keys(old, bank):
    key = pl.col("row").cast(pl.Int64) * bank.p + pl.col("column").cast(pl.Int64)
    live = old.filter(pl.col("state").is_in(LIVE))
    gaps = live.filter(pl.col("kind").is_in(OF_GAP))
    quiet = pl.col("state").replace_strict(COOL_DOWN, default=0, return_dtype=pl.Int64)
    own = pl.col("kind").replace_strict({kind: facts[3] for kind, facts in KINDS.items()}, default=0, return_dtype=pl.Int64)
    until = pl.col("closed_on") + pl.duration(days=pl.max_horizontal(quiet, own))
    cooling = old.filter(until > pl.lit(bank.as_of))
    kind = pl.col("kind").replace_strict(OF_GAP, range(3), default=0, return_dtype=pl.Int64)
    return (live.drop_nulls("column").select(key).to_series().to_numpy(), gaps.select(key * 3 + kind).to_series().to_numpy(),
            cooling.drop_nulls("column").select(key).to_series().to_numpy(),
            live.filter(pl.col("kind") == "retain")["row"].to_numpy())


def event_rows(triggers, as_of, before, after, note=None):
    return triggers.select(
        "trigger_id", at=pl.lit(f"{as_of}T00:00:00Z"), actor=pl.lit("analyst"), from_state=before, to_state=after,
        note=pl.lit(note, pl.String))


def standing(view, stages, found, rules, control, past):
    """One candidate a subject: the kind that goes first takes it."""
    bank = view.bank
    calls = life_candidates(view, stages, found, rules)
    row = calls["row"].to_numpy()
    free = (bank.clients["contact_allowed"].to_numpy()[row] == 1) & ~control[row]
    free &= view.present[row] | (calls["kind"] == "win_back").to_numpy()
    every = pl.concat([gap_candidates(found), calls.filter(pl.Series(free))])
    every = without_earlier(every, past, bank)
    stage = stages.stage[every["row"].to_numpy()]
    context = np.array([CONTEXT.get(name, 1.0) for name in STAGES] + [1.0])[stage]
    lever = pl.col("kind").replace_strict({kind: facts[2] for kind, facts in KINDS.items()}, return_dtype=pl.Float64)
    order = pl.col("kind").replace_strict(list(KINDS), range(len(KINDS)), return_dtype=pl.Int8)
    return every.with_columns(context=context, lever=lever, order=order, stage=pl.Series(stage)).with_columns(
        priority=pl.col("probability") * pl.col("value").fill_null(1.0) * pl.col("context") * pl.col("lever"),
        expected=pl.col("probability") * pl.col("value"))


def without_earlier(every, past, bank):
    """Calls about a client that are open already or have just ended are not raised again."""
    old = past.triggers.filter(pl.col("row").is_not_null()).with_columns(pl.col("row").cast(pl.Int32))
    if not old.height:
        return every
    days = pl.col("kind").replace_strict({kind: facts[3] for kind, facts in KINDS.items()}, return_dtype=pl.Int64)
    recent = old.filter(pl.col("state").is_in(LIVE) | (pl.col("closed_on") + pl.duration(days=days) > pl.lit(bank.as_of)))
    recent = recent.select("row", "kind", pl.col("column").cast(pl.Int32).fill_null(-1)).unique()
    of_gap = pl.col("kind").is_in(OF_GAP)
    return pl.concat([every.filter(of_gap), every.filter(~of_gap).join(recent, on=["row", "kind", "column"], how="anti")])


def choose(every, view, found, past):
    """Those to be raised; every gap that stood learns what became of it."""
    bank = view.bank
    subject = pl.col("column") >= 0
    every = every.sort("row", "order", "priority", descending=[False, False, True])
    taken = subject & ~pl.struct("row", "column").is_first_distinct()
    settle(found, every.filter(taken), "already_open")
    every = every.filter(~taken).sort(["row", pl.col("kind") == "retain", "priority"], descending=[False, True, True])
    settle(found, every, "contact_limit")
    limits = client_limits(past, bank)
    members = every.join(limits, on="row", how="left").filter(
        (pl.col("conversations_live").fill_null(0) < LIVE_PER_CLIENT)
        & (pl.col("conversations_lately").fill_null(0) < RAISED_PER_CLIENT) & ~pl.col("tonight").fill_null(False)
    ).group_by("row", maintain_order=True).head(PER_CONVERSATION)
    settle(found, members, "capacity")
    desks = bank.clients.select("manager_id", "branch").with_row_index("row").with_columns(pl.col("row").cast(pl.Int32))
    proposals = members.group_by("row", maintain_order=True).agg(
        pl.col("priority").sum().alias("total"), (pl.col("kind") == "retain").any().alias("is_retain"),
        pl.col("seldom").first().fill_null(True)).join(desks, on="row", maintain_order="left")
    chosen = allotted(proposals.join(room(past, bank, desks), on=["manager_id", "branch"], how="left", nulls_equal=True))
    raised = members.join(chosen.select("row", "manager_id", "branch"), on="row", maintain_order="left")
    settle(found, raised, "offered")
    return raised


def settle(found, candidates, word):
    place = candidates["place"].to_numpy()
    found.status[place[place >= 0]] = CODE[word]


def client_limits(past, bank):
    """Conversations of each client that earlier nights raised."""
    today = pl.lit(bank.as_of)
    return past.triggers.drop_nulls("row").with_columns(pl.col("row").cast(pl.Int32)).group_by("row", "conversation_id").agg(
        pl.col("raised_on").first(), pl.col("state").is_in(LIVE).any().alias("live")).group_by("row").agg(
        pl.col("live").sum().alias("conversations_live"),
        (pl.col("raised_on") > today - pl.duration(days=CONTACT_WINDOW)).sum().alias("conversations_lately"),
        (pl.col("raised_on") == today).any().alias("tonight"),
        (pl.col("raised_on") <= today - pl.duration(days=FLOOR_DAYS)).all().alias("seldom"))


def room(past, bank, desks):
    """How many conversations each desk may still get tonight, and how many of them may be retain calls."""
    today = pl.lit(bank.as_of)
    loads = past.triggers.drop_nulls("row").group_by("conversation_id").agg(
        pl.col("manager_id", "branch", "raised_on").first(), pl.col("state").is_in(LIVE).any().alias("live")
    ).group_by("manager_id", "branch").agg(
        pl.min_horizontal(PER_MANAGER - (pl.col("raised_on") == today).sum().cast(pl.Int64),
                          PER_MANAGER_WEEK - (pl.col("raised_on") > today - pl.duration(days=7)).sum().cast(pl.Int64),
                          LIVE_PER_MANAGER - pl.col("live").sum().cast(pl.Int64)).clip(0).alias("room"))
    return desks.select("manager_id", "branch").unique().join(loads, on=["manager_id", "branch"], how="left", nulls_equal=True
                                                              ).with_columns(pl.col("room").fill_null(PER_MANAGER))


def allotted(proposals):
    """The most valuable that fit: of retain calls no more than their share while others wait, of all but the seldom called no more
    than what is left beside theirs, of all no more than there is room for. Each limit holds within the next, so that taking them
    one after the other finds the best."""
    desk = ["manager_id", "branch"]
    best = proposals.sort("total", "row", descending=[True, False]).with_columns(
        floor=pl.col("seldom") & ~pl.col("is_retain"))
    others = (~pl.col("is_retain")).sum().over(desk).cast(pl.Int64)
    limit = pl.max_horizontal((RETAIN_SHARE * pl.col("room")).floor().cast(pl.Int64), pl.col("room") - others)
    best = best.filter(~pl.col("is_retain") | (pl.col("is_retain").cum_sum().over(desk).cast(pl.Int64) <= limit))
    kept = pl.min_horizontal((FLOOR_SHARE * pl.col("room")).floor().cast(pl.Int64), pl.col("floor").sum().over(desk).cast(pl.Int64))
    best = best.filter(pl.col("floor") | ((~pl.col("floor")).cum_sum().over(desk).cast(pl.Int64) <= pl.col("room") - kept))
    return best.filter(pl.int_range(1, pl.len() + 1).over(desk) <= pl.col("room"))


def written(words, past, bank):
    """Triggers, events and conversations, the earlier ones included."""
    old = past.triggers.select(*COLUMNS)
    if words is None:
        return old, past.events, past.conversations
    today = pl.lit(bank.as_of)
    days = pl.col("kind").replace_strict({kind: facts[0] for kind, facts in KINDS.items()}, return_dtype=pl.Int64)
    matures = pl.when(pl.col("kind") == "renew").then(pl.col("since").str.to_date())
    subject = ["client_id", "kind", "product_code"]
    cycles = old.group_by(subject).agg(pl.col("cycle").max().alias("last"))
    new = words.join(cycles, on=subject, how="left", nulls_equal=True, maintain_order="left").with_columns(
        cycle=(pl.col("last").fill_null(0) + 1).cast(pl.Int32), raised_on=today,
        valid_until=pl.min_horizontal(today + pl.duration(days=days), matures))
    new = new.with_columns(
        trigger_id=identifiers(bank, new.select(*subject, "cycle")),
        conversation_id=identifiers(bank, new.select("client_id", "raised_on")), state=pl.lit("open"),
        expected_income="expected", snoozed_until=pl.lit(None, pl.Date), refusal=pl.lit(None, pl.String),
        closed_on=pl.lit(None, pl.Date), ask_on=pl.lit(None, pl.Date))
    conversations = new.sort("priority", descending=True).group_by("conversation_id", maintain_order=True).agg(
        pl.col("client_id", "raised_on").first(), pl.col("headline").str.join("; ")).select(*CONVERSATIONS)
    events = event_rows(new, bank.as_of, pl.lit(None, pl.String), pl.lit("open"))
    return (pl.concat([old, new.select(*COLUMNS)]), pl.concat([past.events, events]),
            pl.concat([past.conversations, conversations]))


def identifiers(bank, frame):
    """The same names for the same triggers, whoever makes them."""
    return pl.Series([str(uuid.UUID(bytes=hashlib.md5(repr((bank.bank_id, *row)).encode()).digest())) for row in frame.rows()],
                     dtype=pl.String)
