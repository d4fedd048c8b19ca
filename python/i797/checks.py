"""Contradictions across the documents of a table, as group-bys of Spark.

They say what the program finds across a batch, of any number of documents. `notices` is always a
table of `i797.spark.read_notices`, or a Parquet file of one. Numbers must not be masked.

The first document of several is the first by its path, folder by folder, as the program walks
them. The program compares names too (`two-names`), which is not here: it weighs spellings.
"""

from __future__ import annotations

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

# Words of a notice type, in small letters, and what such a notice does; the first that fits counts.
# As in src/notice/nature.rs.
NATURES: list[tuple[str, str]] = [
    ("cancel", "cancellation"),
    ("reject", "rejection"),
    ("intent to deny", "intent-to-deny"),
    ("intent to revoke", "intent-to-deny"),
    ("intent to terminate", "intent-to-deny"),
    ("evidence", "request-for-evidence"),
    ("appointment", "appointment"),
    ("appear", "appointment"),
    ("interview", "appointment"),
    ("biometric notification", "appointment"),
    ("transfer", "transfer"),
    ("approval", "approval"),
    ("receipt", "receipt"),
    ("fingerprint notification", "appointment"),
    ("ceremony", "appointment"),
]


def two_accounts(notices: DataFrame) -> DataFrame:
    """A-Numbers that appear with several account numbers: `a_number`, `accounts`, `documents`.

    Accounts are sorted, and each document is the first with the account at its place.
    """
    return _several(notices, "a_number", "account", "accounts")


def shared_accounts(notices: DataFrame) -> DataFrame:
    """Account numbers that appear with several A-Numbers: `account`, `a_numbers`, `documents`."""
    return _several(notices, "account", "a_number", "a_numbers")


def duplicates(notices: DataFrame) -> DataFrame:
    """Documents that repeat an earlier one: `path`, and `documents`, the first ones they repeat.

    They are the same bytes, or have a notice of the same form, receipt number and date.
    """
    contents = notices.where("content_hash is not null").select(
        _order().alias("_order"), "path", F.concat(F.lit("content "), "content_hash").alias("key")
    )
    same = _notices(notices).select(
        "_order",
        "path",
        F.concat_ws("\0", F.lit("notice"), "notice.form", _receipt(), "notice.notice_date").alias(
            "key"
        ),
        (
            F.col("notice.form").isNotNull()
            & _receipt().isNotNull()
            & F.col("notice.notice_date").isNotNull()
        ).alias("has_key"),
    )
    same = same.where("has_key").drop("has_key")
    by_key = Window.partitionBy("key")
    return (
        contents.union(same)
        .groupBy("key", "_order", "path")
        .count()
        .withColumn("first", F.min(F.struct("_order", "path")).over(by_key))
        # A notice that comes twice in one document is its own twin.
        .where((F.col("first._order") != F.col("_order")) | (F.col("count") > 1))
        .groupBy("_order", "path")
        .agg(F.sort_array(F.collect_set("first.path")).alias("documents"))
        .orderBy("_order")
        .drop("_order")
    )


def cases(notices: DataFrame) -> DataFrame:
    """The story of each case: `receipt_number`, `case_type`, `person`, and `events` in order of
    date, each with `date`, `notice_type`, `nature`, `path` and `page`."""
    accepted_type, accepted_date = _accepted("notice_type"), _accepted("notice_date")
    events = (
        _notices(notices)
        .where("notice.is_notice")
        .select(
            F.explode(F.array_distinct(_receipts())).alias("receipt_number"),
            F.struct(
                # Without a date last, in the order of the documents.
                accepted_date.isNull().alias("_undated"),
                accepted_date.alias("date"),
                "_order",
                "_at",
                F.coalesce(accepted_type, F.lit("")).alias("notice_type"),
                _nature(accepted_type).alias("nature"),
                "path",
                F.get("notice.pages", F.lit(0)).alias("page"),
            ).alias("event"),
            F.struct("_order", "_at", _accepted("case_type").alias("said")).alias("case_type"),
            F.struct("_order", "_at", _person().alias("said")).alias("person"),
        )
    )
    said = {
        name: F.coalesce(
            F.min(F.when(F.col(f"{name}.said").isNotNull(), F.col(name)))["said"], F.lit("")
        ).alias(name)
        for name in ("case_type", "person")
    }
    shown = [
        f"event.{name} as {name}" for name in ("date", "notice_type", "nature", "path", "page")
    ]
    struct = ", ".join(f"'{each.split(' as ')[1]}', {each.split(' as ')[0]}" for each in shown)
    return (
        events.groupBy("receipt_number")
        .agg(
            said["case_type"], said["person"], F.sort_array(F.collect_list("event")).alias("events")
        )
        .withColumn("events", F.expr(f"transform(events, event -> named_struct({struct}))"))
        .orderBy("receipt_number")
    )


def dates_out_of_order(notices: DataFrame) -> DataFrame:
    """Cases that were approved before they were received: `receipt_number`, `approved`, `received`,
    `documents`."""

    def first(nature: str) -> Column:
        fits = f"filter(events, e -> e.nature = '{nature}' and e.date is not null)"
        return F.expr(f"get({fits}, 0)")

    with_both = cases(notices).select(
        "receipt_number", first("approval").alias("approval"), first("receipt").alias("receipt")
    )
    documents = F.array_distinct(F.array("approval.path", "receipt.path"))
    return with_both.where("approval.date < receipt.date").select(
        "receipt_number",
        F.col("approval.date").alias("approved"),
        F.col("receipt.date").alias("received"),
        documents.alias("documents"),
    )


def _order() -> Column:
    """Sorts documents as the program walks them."""
    return F.split("path", "/")


def _notices(notices: DataFrame) -> DataFrame:
    """A row per notice."""
    return notices.select(
        _order().alias("_order"), "path", F.posexplode("notices").alias("_at", "notice")
    )


def _several(notices: DataFrame, one: str, other: str, others: str) -> DataFrame:
    first = F.min(F.struct("_order", "path"))["path"]
    pairs = _pairs(notices).groupBy(one, other).agg(first.alias("path"))
    rows = F.sort_array(F.collect_list(F.struct(other, "path"))).alias("rows")
    return (
        pairs.groupBy(one)
        .agg(rows)
        .where(F.size("rows") > 1)
        .select(one, F.col(f"rows.{other}").alias(others), F.col("rows.path").alias("documents"))
        .orderBy(one)
    )


def _pairs(notices: DataFrame) -> DataFrame:
    """The one person and the one account on each notice that has one of each.

    With several people on a notice nobody can say whose account it is.
    """
    own = "i.verdict = 'accepted' and i.owner != 'representative'"

    def kind(name: str) -> Column:
        return F.expr(f"filter(notice.identifiers, i -> i.kind = '{name}' and {own})")

    found = _notices(notices).select(
        "_order",
        "path",
        kind("a_number").alias("people"),
        kind("online_account_number").alias("accounts"),
    )
    single = found.where("size(people) = 1 and size(accounts) = 1").select(
        "_order", "path", F.col("people")[0].alias("person"), F.col("accounts")[0].alias("account")
    )
    is_filers = "person.owner = 'beneficiary' and account.owner = 'petitioner'"
    return single.where(f"not ({is_filers})").select(
        "_order",
        "path",
        F.col("person.value").alias("a_number"),
        F.col("account.value").alias("account"),
    )


def _receipts() -> Column:
    is_one = "i.kind = 'receipt_number' and i.verdict = 'accepted'"
    return F.expr(f"transform(filter(notice.identifiers, i -> {is_one}), i -> i.value)")


def _receipt() -> Column:
    """The first accepted receipt number of a notice."""
    return F.get(_receipts(), F.lit(0))


def _accepted(field: str) -> Column:
    """The value of a field, if it was accepted."""
    column = F.col(f"notice.fields.{field}")
    return F.when(column["verdict"] == "accepted", column["value"])


def _person() -> Column:
    """Whom a notice is about: the applicant, else the beneficiary, else the petitioner."""
    return F.coalesce(*map(_accepted, ("applicant", "beneficiary", "petitioner")))


def _nature(notice_type: Column) -> Column:
    """What a notice of a type does; null where nothing follows from it."""
    lower = F.lower(notice_type)
    return F.coalesce(*(F.when(lower.contains(words), F.lit(nature)) for words, nature in NATURES))
