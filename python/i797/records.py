"""The records of documents, with the keys of the JSON contract (docs/schema.json) as attributes.

A record is a view of the parsed JSON: `to_dict()` gives what the program writes, keys of later
versions included. `repr()` shows neither numbers nor names, because it ends up in logs.
"""

from __future__ import annotations

import copy
from typing import Any, Callable, Generic, Optional, TypeVar, overload

from .errors import UnreadError

T = TypeVar("T")
R = TypeVar("R", bound="Record")
Json = dict[str, Any]
Box = tuple[float, float, float, float]


class Key(Generic[T]):
    """An attribute that reads the JSON key of its name."""

    def __init__(self, read: Callable[[Any], T] | None = None, default: Any = None) -> None:
        self._read = read
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        # `class` is a word of Python.
        self._name = name.rstrip("_")

    @overload
    def __get__(self, record: None, owner: type) -> Key[T]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> T: ...
    def __get__(self, record: Record | None, owner: type) -> Key[T] | T:
        if record is None:
            return self
        value = record._data.get(self._name, self._default)
        read: Callable[[Any], Any] = self._read or (lambda value: value)
        result: T = read(value)
        return result


class Record:
    """Part of what was read."""

    __slots__ = ("_data",)
    _shown: tuple[str, ...] = ()

    def __init__(self, data: Json) -> None:
        self._data = data

    def to_dict(self) -> Json:
        """A copy of the JSON."""
        return copy.deepcopy(self._data)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(other) is not type(self):
            return NotImplemented
        return bool(self._data == other._data)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={self._data.get(name)!r}" for name in self._shown)
        return f"{type(self).__name__}({shown})"


def _one(kind: type[R]) -> Key[R | None]:
    return Key(lambda data: None if data is None else kind(data))


def _many(kind: type[R]) -> Key[tuple[R, ...]]:
    return Key(lambda data: tuple(kind(each) for each in data), default=())


def _tuple(kind: type[T]) -> Key[tuple[T, ...]]:
    return Key(tuple, default=())


class ReadError(Record):
    """Why a document or a page was not read, and what to do about it."""

    __slots__ = ()
    _shown = ("kind", "message")
    kind = Key[str]()
    message = Key[str]()
    advice = Key[str]()


class Page(Record):
    """What became of a page."""

    __slots__ = ()
    _shown = ("page", "state", "source", "words")
    page = Key[int]()
    state = Key[str]()
    source = Key[Optional[str]]()
    words = Key[int]()
    error = _one(ReadError)


class Sighting(Record):
    """One place where a value is printed. The box is in PDF points from the top left."""

    __slots__ = ()
    _shown = ("page", "source")
    page = Key[int]()
    box: Key[Box] = Key(tuple)
    printed = Key[str]()
    source = Key[str]()
    label = Key[Optional[str]]()


class Mark(Record):
    """A person's decision on the review page: what was done, by whom and when."""

    __slots__ = ()
    _shown = ("action",)
    action = Key[str]()
    by = Key[Optional[str]]()
    at = Key[Optional[str]]()


class Settled(Record):
    """A decision on a value that a notice does not have."""

    __slots__ = ()
    _shown = ("kind", "action")
    kind = Key[str]()
    action = Key[str]()
    by = Key[Optional[str]]()
    at = Key[Optional[str]]()


class Identifier(Record):
    """A number with its evidence."""

    __slots__ = ()
    _shown = ("kind", "verdict", "owner", "confidence")
    kind = Key[str]()
    value = Key[str]()
    verdict = Key[str]()
    owner = Key[str]()
    confidence = Key[float]()
    sightings = _many(Sighting)
    evidence = _tuple(str)
    person = Key[Optional[str]]()
    decided = _one(Mark)


class Field(Record):
    """A field with its evidence. Dates are `YYYY-MM-DD`."""

    __slots__ = ()
    _shown = ("verdict", "confidence")
    value = Key[str]()
    printed = Key[str]()
    verdict = Key[str]()
    confidence = Key[float]()
    title = Key[Optional[str]]()
    sightings = _many(Sighting)
    evidence = _tuple(str)
    decided = _one(Mark)


class Fields(Record):
    """The fields of a notice; `None` where one is not printed, or was not read."""

    __slots__ = ()
    notice_type = _one(Field)
    case_type = _one(Field)
    received_date = _one(Field)
    priority_date = _one(Field)
    notice_date = _one(Field)
    applicant = _one(Field)
    petitioner = _one(Field)
    beneficiary = _one(Field)
    class_ = _one(Field)
    section = _one(Field)
    consulate = _one(Field)
    eligibility_category = _one(Field)
    valid_from = _one(Field)
    valid_to = _one(Field)
    extension_months = _one(Field)
    response_due = _one(Field)
    appointment_date = _one(Field)
    appointment_time = _one(Field)
    appointment_place = _one(Field)
    i94_number = _one(Field)
    amount = _one(Field)
    office = _one(Field)
    addressee = _one(Field)
    copy_for = _one(Field)

    def __repr__(self) -> str:
        return f"Fields({', '.join(sorted(self._data))})"


class Deadline(Record):
    """A day by which something must happen."""

    __slots__ = ()
    _shown = ("date", "basis")
    date = Key[str]()
    basis = Key[str]()
    rule = Key[str]()
    source = Key[str]()
    latest = Key[Optional[str]]()
    time = Key[Optional[str]]()


class Finding(Record):
    """What a person should know, and what to do about it."""

    __slots__ = ()
    _shown = ("kind", "severity")
    kind = Key[str]()
    severity = Key[str]()
    message = Key[str]()
    advice = Key[str]()
    values = _tuple(str)
    documents = _tuple(str)
    deadline = _one(Deadline)
    decided = _one(Mark)


class Explanation(Record):
    """A candidate with its verdict, for `explain=True`."""

    __slots__ = ()
    _shown = ("page", "kind", "decision")
    page = Key[int]()
    box: Key[Box] = Key(tuple)
    printed = Key[str]()
    kind = Key[Optional[str]]()
    decision = Key[str]()
    reasons = _tuple(str)


class Notice(Record):
    """One or more pages of a document."""

    __slots__ = ()
    _shown = ("pages", "form", "notice_type", "account_number")
    pages = _tuple(int)
    is_notice = Key[bool](default=True)
    form = Key[Optional[str]]()
    notice_type = Key[Optional[str]]()
    notice_date = Key[Optional[str]]()
    account_number = Key[str]()
    fields: Key[Fields] = Key(Fields, default={})
    identifiers = _many(Identifier)
    findings = _many(Finding)
    decided = _many(Settled)

    @property
    def account(self) -> str | None:
        """The client's accepted online account number, never that of the representative.

        Where it is `None`, `account_number` says whether it is in review, blank, absent or
        unreadable.
        """
        for number in self.identifiers:
            is_account = number.kind == "online_account_number" and number.verdict == "accepted"
            if is_account and number.owner != "representative":
                return number.value
        return None


class Document(Record):
    """The record of one document."""

    __slots__ = ("inside",)
    _shown = ("outcome", "page_count")
    schema_version = Key[int]()
    path = Key[str]()
    path_bytes = Key[Optional[str]]()
    content_hash = Key[Optional[str]]()
    outcome = Key[str]()
    error = _one(ReadError)
    page_count = Key[int]()
    pages = _many(Page)
    notices = _many(Notice)
    findings = _many(Finding)
    explanations = _many(Explanation)
    decided = _one(Mark)

    def __init__(self, data: Json, inside: tuple[Document, ...] = ()) -> None:
        super().__init__(data)
        self.inside = inside
        """Documents that lie in it: of an archive, a mail, a PDF with attachments. Not in
        `to_dict()`. A batch gives them after it instead."""

    def raise_for_outcome(self) -> None:
        """Raises `UnreadError` unless every page was read, here and inside."""
        if self.outcome != "read":
            error = self.error
            message = f"{error.message}; {error.advice}" if error else "not every page was read"
            raise UnreadError(f"{self.path}: {message}")
        for document in self.inside:
            document.raise_for_outcome()
