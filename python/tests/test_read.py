"""What is read is what the program reads, as typed records."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile

import i797
import pytest
from conftest import FIXTURES, NATIVE, ROOT, SCAN, program
from i797 import records


def dicts(documents) -> list[dict]:
    return [document.to_dict() for document in documents]


def test_a_folder_is_read_as_the_program_reads_it(told):
    documents, end = told
    batch = i797.read([FIXTURES])
    assert dicts(batch) == documents
    assert [finding.to_dict() for finding in batch.findings] == end["findings"]
    assert batch.summary == end["summary"]
    assert {finding.kind for finding in batch.findings} >= {"two-accounts", "shared-account"}


def test_a_file_and_its_bytes_are_read_alike():
    for path in (NATIVE, SCAN):
        (document,), _ = program(path)
        assert i797.read(path).to_dict() == document
        assert i797.read(str(path)).to_dict() == document
        for content in (path.read_bytes(), bytearray(path.read_bytes())):
            assert i797.read(content, name=str(path)).to_dict() == document


def test_bytes_and_paths_mix_in_a_batch():
    content = SCAN.read_bytes()
    batch = i797.read([NATIVE, content, ("mine.pdf", memoryview(content))])
    paths = [document.path for document in batch]
    assert paths == [str(NATIVE), "bytes-1", "mine.pdf"]


def test_records_have_types():
    document = i797.read(NATIVE)
    (notice,) = document.notices
    number = notice.identifiers[0]
    assert (document.outcome, document.page_count, document.error) == ("read", 1, None)
    assert (number.kind, number.verdict) == ("receipt_number", "accepted")
    assert isinstance(number.sightings[0].box, tuple) and len(number.sightings[0].box) == 4
    assert notice.account_number == "found" and len(notice.account or "") == 12
    assert notice.fields.notice_type is not None and notice.fields.consulate is None
    assert notice.fields.class_ is not None and notice.fields.class_.verdict == "accepted"
    assert document.inside == ()


def test_records_have_the_keys_of_the_contract():
    schema = json.loads((ROOT / "docs/schema.json").read_text())
    named = {
        "Deadline": records.Deadline,
        "DocumentError": records.ReadError,
        "Explanation": records.Explanation,
        "FieldRecord": records.Field,
        "Finding": records.Finding,
        "IdentifierRecord": records.Identifier,
        "Mark": records.Mark,
        "NoticeFields": records.Fields,
        "NoticeRecord": records.Notice,
        "PageRecord": records.Page,
        "Settled": records.Settled,
        "Sighting": records.Sighting,
    }
    objects = {name: each for name, each in schema["$defs"].items() if each.get("type") == "object"}
    assert objects.keys() == named.keys()
    for name, part in [*objects.items(), ("", schema)]:
        kind = named.get(name, records.Document)
        keys = {
            key.rstrip("_") for key, value in vars(kind).items() if isinstance(value, records.Key)
        }
        assert keys == part["properties"].keys(), name


def test_a_representation_shows_no_number():
    batch = i797.read([FIXTURES / "notices/two-accounts-first.pdf"])
    (document,) = batch
    shown = repr([document, *document.notices, *document.pages, *document.notices[0].identifiers])
    shown += repr(document.notices[0].identifiers[0].sightings) + repr(document.notices[0].fields)
    for number in document.notices[0].identifiers:
        assert number.value not in shown and number.value[-6:] not in shown
    assert "verdict='accepted'" in shown


def test_records_are_values():
    document = i797.read(NATIVE)
    again = pickle.loads(pickle.dumps(document))
    assert again == document and again.inside == ()
    assert document.notices[0] == again.notices[0] != document.pages[0]
    document.to_dict()["notices"].clear()
    assert document == again


def test_masked_is_what_the_program_masks():
    paths = [
        FIXTURES / "notices/two-accounts-first.pdf",
        FIXTURES / "notices/two-accounts-second.pdf",
    ]
    documents, end = program("--mask", *paths)
    batch = i797.read(paths, mask=True)
    assert dicts(batch) == documents
    assert [finding.to_dict() for finding in batch.findings] == end["findings"]


def test_options_reach_the_workers():
    locked = FIXTURES / "broken/locked.pdf"
    assert i797.read(locked).error.kind == "encrypted"
    assert i797.read(locked, password="secret").outcome == "read"
    assert i797.read(locked, password=["no", "secret"], jobs=1).outcome == "read"
    assert i797.read(SCAN, ocr="never").outcome == "failed"
    assert i797.read(NATIVE, explain=True).explanations
    assert i797.read(NATIVE, max_file=0).error.kind == "too-large"
    (builtin,), _ = program("--engine", "builtin", SCAN)
    assert i797.read(SCAN, engine="builtin").to_dict() == builtin


def test_what_has_no_meaning_is_refused(tmp_path):
    for options in (
        {"engine": "own"},
        {"ocr": "maybe"},
        {"jobs": 0},
        {"timeout": -1.0},
        {"max_memory": 1},
    ):
        with pytest.raises(i797.UsageError):
            i797.read(NATIVE, **options)
    with pytest.raises(i797.UsageError, match=r"read\(\[folder\]\)"):
        i797.read(tmp_path)
    with pytest.raises(TypeError):
        i797.read(NATIVE, colour=True)
    with pytest.raises(TypeError):
        i797.read([7])


def test_what_cannot_be_read_is_a_document_that_says_so(tmp_path):
    for source, kind in [
        (tmp_path / "none.pdf", "unreadable"),
        (b"", "empty-file"),
        (b"%PDF-", "damaged"),
    ]:
        document = i797.read(source)
        assert (document.outcome, document.error.kind) == ("failed", kind)
        with pytest.raises(i797.UnreadError):
            document.raise_for_outcome()
    i797.read(NATIVE).raise_for_outcome()


def test_documents_in_a_document(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(NATIVE, "a.pdf")
        archive.writestr("b.pdf", b"%PDF-")
    path = tmp_path / "mine.zip"
    path.write_bytes(packed.getvalue())
    documents, _ = program(path)
    assert len(documents) == 3
    assert dicts(i797.read([path])) == documents
    for document in (i797.read(path), i797.read(packed.getvalue(), name=str(path))):
        assert dicts([document, *document.inside]) == documents
        with pytest.raises(i797.UnreadError):
            document.raise_for_outcome()


def test_a_path_that_is_not_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.pdf"
    with open(path, "wb") as file:
        file.write(NATIVE.read_bytes())
    document = i797.read(os.fsdecode(path))
    assert document.outcome == "read" and document.path_bytes.endswith("/%FF.pdf")


def test_a_batch_that_is_left_early():
    with i797.read([FIXTURES]) as batch:
        next(batch)
        with pytest.raises(i797.Error):
            _ = batch.findings
    with pytest.raises(i797.Error):
        next(batch)
    # A batch that nobody has any more is let go of as well.
    next(i797.read([FIXTURES]))
    assert i797.read(NATIVE).outcome == "read"
    assert list(i797.read([])) == []
