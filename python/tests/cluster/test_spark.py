"""On Spark the same is read and found as by the program."""

from __future__ import annotations

import re

import i797
import pytest
from conftest import FIXTURES, ROOT
from hostile import swelling_page, vast_picture
from i797 import checks
from i797.spark import read_notices, unread


@pytest.fixture(scope="session")
def notices(spark):
    """All fixtures, read from bytes."""
    return read_notices(spark, str(FIXTURES), batch_size=8).cache()


def by_path(documents) -> dict[str, dict]:
    """Documents by their path below the fixtures."""
    return {document["path"].split("/fixtures/")[1]: document for document in documents}


def found(told, kind: str) -> list[dict]:
    return [finding for finding in told[1]["findings"] if finding["kind"] == kind]


def short(paths) -> list[str]:
    return [path.split("/fixtures/")[1] for path in paths]


def test_rows_are_the_documents_of_the_program(notices, told):
    rows = by_path(row.asDict(recursive=True) for row in notices.collect())
    documents = by_path(told[0])
    # Spark's binaryFile leaves out empty files, as docs/BIG.md says.
    assert rows.keys() == documents.keys() - {"broken/empty.pdf"}
    for path, row in rows.items():
        same = i797.read(FIXTURES / path).to_dict()
        assert row["content_hash"] == same.get("content_hash")
        for key in ("outcome", "page_count"):
            assert row[key] == documents[path][key]
        said = documents[path]["notices"]
        assert [without_nulls(notice) for notice in row["notices"]] == [
            without_nulls(notice) for notice in said
        ], path


def without_nulls(value):
    """The same without keys of null and of empty lists: a table has all keys."""
    if isinstance(value, dict):
        parts = {key: without_nulls(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, [], {})}
    if isinstance(value, list):
        return [without_nulls(part) for part in value]
    return value


def test_paths_and_packed_bytes_are_read_alike(spark, notices, tmp_path):
    files = sorted((FIXTURES / "notices").glob("grid-*.pdf"))[:5]
    paths = spark.createDataFrame([(str(file),) for file in files], "path string")
    named = read_notices(spark, paths, batch_size=2)
    packed = str(tmp_path / "packed.parquet")
    content = [(str(file), bytearray(file.read_bytes())) for file in files]
    spark.createDataFrame(content, "path string, content binary").write.parquet(packed)
    unpacked = read_notices(spark, spark.read.parquet(packed), batch_size=2)
    columns = ["content_hash", "outcome", "notices"]
    assert named.select(*columns).exceptAll(unpacked.select(*columns)).count() == 0
    assert named.count() == unpacked.count() == 5
    assert named.schema == notices.schema


def test_a_poisoned_file_fails_no_task(spark, tmp_path):
    """Their workers die, and the rows before and after them are read."""
    notice = (FIXTURES / "notices/grid-found.pdf").read_bytes()
    content = [
        ("a.pdf", bytearray(notice)),
        ("poison.pdf", bytearray(swelling_page())),
        ("b.pdf", bytearray(notice)),
        ("poison.png", bytearray(vast_picture())),
        ("c.pdf", bytearray(notice)),
    ]
    table = spark.createDataFrame(content, "path string, content binary").coalesce(1)
    read = read_notices(spark, table, max_memory=512, engine="builtin").collect()
    assert [(row.path, row.outcome) for row in read] == [
        ("a.pdf", "read"),
        ("poison.pdf", "failed"),
        ("b.pdf", "read"),
        ("poison.png", "failed"),
        ("c.pdf", "read"),
    ]


def test_two_accounts_are_those_of_the_program(notices, told):
    rows = checks.two_accounts(notices).collect()
    said = found(told, "two-accounts")
    assert [[row.a_number, *row.accounts] for row in rows] == [each["values"] for each in said]
    assert [short(row.documents) for row in rows] == [short(each["documents"]) for each in said]
    assert rows


def test_shared_accounts_are_those_of_the_program(notices, told):
    rows = checks.shared_accounts(notices).collect()
    said = found(told, "shared-account")
    assert [[row.account, *row.a_numbers] for row in rows] == [each["values"] for each in said]
    assert [short(row.documents) for row in rows] == [short(each["documents"]) for each in said]
    assert rows


def test_duplicates_are_those_of_the_program(notices, told):
    rows = {
        short([row.path])[0]: short(row.documents) for row in checks.duplicates(notices).collect()
    }
    said = {
        path: short(finding["documents"])
        for path, document in by_path(told[0]).items()
        for finding in document["findings"]
        if finding["kind"] == "duplicate"
    }
    assert rows == said and rows


def test_dates_out_of_order_are_those_of_the_program(spark, notices, told):
    rows = checks.dates_out_of_order(notices).collect()
    said = [each for each in found(told, "dates-out-of-order") if len(each["documents"]) > 0]
    assert [[row.receipt_number] for row in rows] == [each["values"] for each in said]
    # Of the two the first was approved before it was received.
    made = spark.createDataFrame(
        [
            document("b/2.pdf", "IOE0912345678", "Receipt Notice", "2022-04-01"),
            document("b/1.pdf", "IOE0912345678", "Approval Notice", "2022-01-05"),
            document("c/1.pdf", "IOE0987654321", "Receipt Notice", "2022-04-01"),
            document("c/2.pdf", "IOE0987654321", "Approval Notice", "2022-05-05"),
        ],
        notices.schema,
    )
    (row,) = checks.dates_out_of_order(made).collect()
    assert (row.receipt_number, row.approved, row.received) == (
        "IOE0912345678",
        "2022-01-05",
        "2022-04-01",
    )
    assert row.documents == ["b/1.pdf", "b/2.pdf"]


def document(path: str, receipt: str, notice_type: str, date: str) -> dict:
    def field(value: str) -> dict:
        return {"value": value, "verdict": "accepted", "sightings": [], "evidence": []}

    number = {
        "kind": "receipt_number",
        "value": receipt,
        "verdict": "accepted",
        "owner": "applicant",
    }
    fields = {"notice_type": field(notice_type), "notice_date": field(date)}
    notice = {"is_notice": True, "pages": [1], "identifiers": [number], "fields": fields}
    return {"path": path, "outcome": "read", "notices": [notice]}


def test_cases_are_told_in_order(spark, notices, told):
    rows = checks.cases(notices).collect()
    numbers = {
        number["value"]
        for document in told[0]
        for notice in document["notices"]
        for number in notice["identifiers"]
        if notice["is_notice"]
        and number["kind"] == "receipt_number"
        and number["verdict"] == "accepted"
    }
    assert [row.receipt_number for row in rows] == sorted(numbers)
    for row in rows:
        dates = [event.date for event in row.events if event.date]
        assert dates == sorted(dates)
        assert [event.date for event in row.events][: len(dates)] == dates


def test_natures_are_those_of_the_program():
    source = (ROOT / "src/notice/nature.rs").read_text()
    pairs = re.findall(r'\("([a-z ]+)", Nature::(\w+)\),', source)
    named = [(words, re.sub(r"(?<!^)([A-Z])", r"-\1", nature).lower()) for words, nature in pairs]
    table = [(words, nature.replace("-", "")) for words, nature in checks.NATURES]
    assert [(words, nature.replace("-", "")) for words, nature in named][: len(table)] == table


def test_a_resumed_run_reads_what_is_left(spark, notices):
    files = spark.read.format("binaryFile").load(str(FIXTURES / "notices/grid-found*"))
    some = notices.where("path like '%/grid-found.pdf' or path like '%/grid-found-fax.tif'")
    left = unread(files, some)
    assert left.columns == files.columns
    assert left.count() == files.count() - 2
    assert unread(files, notices).count() == 0


def test_the_session_is_told_about_the_size_of_batches(spark, notices):
    assert notices.count() > 50
    assert int(spark.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch")) <= 8
