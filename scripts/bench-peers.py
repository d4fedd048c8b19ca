#!/usr/bin/env python3
"""Compare `extract` with common pipelines: CPU time and numbers found, on the same files.

usage: bench-peers.py EXTRACT [FOLDER] [--limit N] [--self-check]

FOLDER holds notices/ and truth.jsonl (default: fixtures). PDFs with their own text form one group;
all other files, the scans, form the other, of which N evenly spaced ones are used (default 20).
Time is user plus system time of the whole process tree as the kernel counts it (wait4), one process
at a time unless a row says otherwise. Peers get one process per file, because they accept only one;
the cost of the regular expressions is included. Prints a Markdown table.
"""

import argparse
import ctypes
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KINDS = ("receipt_numbers", "a_numbers", "account_numbers")
OURS = {
    "receipt_number": "receipt_numbers",
    "a_number": "a_numbers",
    "online_account_number": "account_numbers",
}

# ---- Careful regular expressions: labels where the shape is ambiguous, and common OCR errors. ----

DIGIT = "[0-9OoIl|]"
RECEIPT = re.compile(
    rf"(?<![A-Za-z0-9])([I1l|][O0]E|EAC|WAC|LIN|L1N|SRC|MSC|YSC|NBC|VSC|CSC|NSC|TSC|Z(?:AR|BO|CH|HN|LA|MI|NK|NO|NY|SF))"
    rf"[-* ]{{0,2}}({DIGIT}{{2}}[- ]?{DIGIT}{{3}}[- ]?{DIGIT}{{5}})(?![A-Za-z0-9])"
)
A_DIGITS = (
    r"(\d{3}[- ]?\d{3}[- ]?\d{3}|\d{2}[- ]\d{3}[- ]\d{3}|\d{7,8})(?![0-9A-Za-z]|[- ]\d{3}(?!\d))"
)
A_NUMBER = re.compile(rf"(?<![A-Za-z0-9])A[-# ]{{0,3}}{A_DIGITS}")
A_LABELLED = re.compile(
    r"(?:\bA#|\bA[- ]?Number|Alien\s+(?:Registration\s+)?(?:Number|No\.)|USCIS\s?#)"
    rf"[ \t:]*A?[- ]?{A_DIGITS}",
    re.I,
)
ACCOUNT_LABEL = re.compile(
    r"(?:USCIS|ELIS|Online)[^\n]{0,16}?Account\s+(?:Number|No\.|#)|(?:^\s*|(?<=\s\s))Account\s+(?:Number|#)|\bOAN\b|ELIS\s+Number",
    re.I,
)
NOT_OURS = re.compile(r"Attorney|Representative|Bank|Check|Card|Billing|Access\s+Code", re.I)
ACCOUNT = re.compile(
    r"(?<![\w-])(\d{12}|\d{4}([- ])\d{4}\2\d{4}|\d{3}([- ])\d{3}\3\d{3}\3\d{3})(?![\w-])"
)
FOLD = str.maketrans("OoIl|", "00111")


def read_numbers(text):
    """Return the numbers in a document's text."""
    receipts = {
        fold_prefix(m[1]) + re.sub(r"\D", "", m[2].translate(FOLD)) for m in RECEIPT.finditer(text)
    }
    a_numbers = {
        "A" + re.sub(r"\D", "", m[1]).zfill(9)
        for pattern in (A_NUMBER, A_LABELLED)
        for m in pattern.finditer(text)
    }
    accounts = set()
    lines = [line for line in text.splitlines() if line.strip()]
    for index, line in enumerate(lines):
        label = ACCOUNT_LABEL.search(line)
        if not label or NOT_OURS.search(line[: label.end()]):
            continue
        # After the label, or else in one of the two lines below it.
        for place in (line[label.end() :], *lines[index + 1 : index + 3]):
            if found := ACCOUNT.search(place):
                accounts.add(re.sub(r"\D", "", found[1]))
                break
    return {"receipt_numbers": receipts, "a_numbers": a_numbers, "account_numbers": accounts}


def fold_prefix(prefix):
    if prefix.endswith("E"):
        return "IOE"
    return prefix.replace("1", "I")


def self_check():
    def expect(text, receipts=(), a_numbers=(), accounts=()):
        want = dict(zip(KINDS, (set(receipts), set(a_numbers), set(accounts))))
        got = read_numbers(text)
        if got != want:
            sys.exit(f"bench-peers: self-check: {text!r} gives {got}, expected {want}")

    expect("Receipt Number   Case Type\nIOE0912345678    I-765", ["IOE0912345678"])
    expect("EAC-21-123-45678 and 1OE09l2345678", ["EAC2112345678", "IOE0912345678"])
    expect("Case GUZ2019123456 XIOE0912345678 IOE091234567")
    expect(
        "Applicant A062 845 883, A-50418525, USCIS A#: 123 456 789",
        a_numbers=["A062845883", "A050418525", "A123456789"],
    )
    expect("Alien Number A38-712-257, I-94 123456789 01, SSN 123-45-6789", a_numbers=["A038712257"])
    expect(
        "USCIS Online Account Number  Case Type\n001420638534   I-360", accounts=["001420638534"]
    )
    expect(
        "ACCOUNT NUMBER 0014 2063 8534   USCIS A# A065 855 437",
        a_numbers=["A065855437"],
        accounts=["001420638534"],
    )
    expect("Attorney USCIS Online Account Number: 001420638534\nPayment Tracking ID 158548514413")


# ---- Running programs ----


class Cost:
    """CPU and wall time of commands, in seconds."""

    def __init__(self):
        self.cpu = self.wall = 0.0

    def run(self, command, **options):
        """Run a command and all processes it starts to completion; return its output."""
        begun = time.monotonic()
        with tempfile.TemporaryFile() as out:
            child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, **options)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.cpu += used.ru_utime + used.ru_stime
            while True:  # As the subreaper, also wait for processes it left behind.
                try:
                    _, _, used = os.wait4(-1, 0)
                except ChildProcessError:
                    break
                self.cpu += used.ru_utime + used.ru_stime
            self.wall += time.monotonic() - begun
            out.seek(0)
            return out.read().decode("utf-8", "replace")

    def match(self, text):
        """Return the numbers in a text and count the time spent finding them."""
        begun, wall = time.process_time(), time.monotonic()
        numbers = read_numbers(text)
        self.cpu += time.process_time() - begun
        self.wall += time.monotonic() - wall
        return numbers


def become_subreaper():
    """Adopt orphaned descendants, so that their time counts (Linux only)."""
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def extract(program, options, one_by_one=False):
    def read(files, cost):
        answers = {}
        batches = [[file] for file in files] if one_by_one else [files]
        for batch in batches:
            passwords = [
                word
                for file in batch
                if file["password"]
                for word in ("--password", file["password"])
            ]
            paths = [str(file["path"]) for file in batch]
            text = cost.run(
                [
                    program,
                    "--format",
                    "jsonl",
                    "--exit-zero",
                    "--quiet",
                    *options,
                    *passwords,
                    *paths,
                ]
            )
            for line in text.splitlines():
                record = json.loads(line)
                # The last line is about the batch as a whole.
                if record["type"] != "document":
                    continue
                answer = answers[record["path"]] = {kind: set() for kind in (*KINDS, "review")}
                for number in (
                    number for notice in record["notices"] for number in notice["identifiers"]
                ):
                    if number["owner"] != "representative":
                        kind = OURS[number["kind"]]
                        answer[kind if number["verdict"] == "accepted" else "review"].add(
                            number["value"]
                        )
        return answers

    return read


def password_of(file):
    return ["-upw", file["password"]] if file["password"] else []


def pdftotext(files, cost):
    def text(file):
        return cost.run(["pdftotext", "-layout", *password_of(file), str(file["path"]), "-"])

    return {str(file["path"]): cost.match(text(file)) for file in files}


def tesseract(files, cost):
    one_thread = os.environ | {"OMP_THREAD_LIMIT": "1"}

    def text(file, scratch):
        images = [file["path"]]
        if file["path"].suffix == ".pdf":
            cost.run(
                [
                    "pdftoppm",
                    "-r",
                    "300",
                    "-gray",
                    *password_of(file),
                    str(file["path"]),
                    f"{scratch}/page",
                ]
            )
            images = sorted(Path(scratch).glob("page*"))
        return "\n".join(
            cost.run(["tesseract", str(image), "-", "-l", "eng"], env=one_thread)
            for image in images
        )

    answers = {}
    for file in files:
        with tempfile.TemporaryDirectory() as scratch:
            answers[str(file["path"])] = cost.match(text(file, scratch))
    return answers


def ocrmypdf(files, cost):
    one_thread = os.environ | {"OMP_THREAD_LIMIT": "1"}
    answers = {}
    for file in files:
        with tempfile.TemporaryDirectory() as scratch:
            made = f"{scratch}/made.pdf"
            options = [
                "--quiet",
                "--jobs",
                "1",
                "--force-ocr",
                "--rotate-pages",
                "--deskew",
                "--output-type",
                "pdf",
            ]
            cost.run(
                ["ocrmypdf", *options, "--image-dpi", "200", str(file["path"]), made],
                env=one_thread,
            )
            answers[str(file["path"])] = cost.match(cost.run(["pdftotext", "-layout", made, "-"]))
    return answers


# ---- Comparing ----


def canonical(kind, value):
    """Normalize for comparison: A-Numbers may be printed with fewer than nine digits."""
    value = re.sub(r"[^A-Z0-9]", "", value)
    return "A" + value[1:].zfill(9) if kind == "a_numbers" else value


def load(folder, limit):
    """Load a folder's native PDFs and scans with their ground truth."""
    native, scans = [], []
    for truth in map(json.loads, (folder / "truth.jsonl").read_text().splitlines()):
        numbers = {
            kind: {canonical(kind, value) for notice in truth["notices"] for value in notice[kind]}
            for kind in KINDS
        }
        path = (folder / truth["file"]).resolve()
        file = {
            "path": path,
            "password": truth.get("password"),
            "pages": truth["pages"],
            "numbers": numbers,
        }
        (native if truth["damage"] == "native" else scans).append(file)
    if limit < len(scans):
        scans = [scans[index * len(scans) // limit] for index in range(limit)]
    return native, scans


def mark(files, answers):
    """Count numbers found, wrong, correct but in review, and missed."""
    found = wrong = held = missed = 0
    for file in files:
        answer = answers.get(str(file["path"]), {})
        for kind in KINDS:
            want, got = file["numbers"][kind], answer.get(kind, set())
            review = (want - got) & answer.get("review", set())
            found, wrong, held = (
                found + len(want & got),
                wrong + len(got - want),
                held + len(review),
            )
            missed += len(want - got) - len(review)
    return found, wrong, held, missed


def compare(title, files, rows, times):
    """Print a table of rows (name, programs needed, function); the first is the baseline."""
    pages = sum(file["pages"] for file in files)
    numbers = sum(len(values) for file in files for values in file["numbers"].values())
    print(f"{title}: {len(files)} files, {pages} pages, {numbers} numbers\n")
    print(
        "| | CPU s | CPU ms per page | relative CPU | wall s | found | wrong | to review | missed |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    ours = None
    for name, needs, read in rows:
        lacking = [program for program in needs if not shutil.which(program)]
        if lacking:
            print(f"| {name} | not measured: {' and '.join(lacking)} not installed | | | | | | | |")
            continue
        costs = []
        for _ in range(times):
            costs.append(Cost())
            answers = read(files, costs[-1])
        cost = min(costs, key=lambda cost: cost.cpu)
        ours = ours or cost.cpu
        found, wrong, held, missed = mark(files, answers)
        per_page = cost.cpu / pages * 1000
        figures = f"{cost.cpu:.2f} | {per_page:.1f} | {cost.cpu / ours:.1f} | {cost.wall:.2f}"
        print(f"| {name} | {figures} | {found} | {wrong} | {held} | {missed} |", flush=True)
    print(flush=True)


def main():
    self_check()
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("extract", nargs="?")
    options.add_argument("folder", nargs="?", default="fixtures", type=Path)
    options.add_argument("--limit", type=int, default=20)
    options.add_argument("--self-check", action="store_true")
    options = options.parse_args()
    if options.self_check:
        return
    if not options.extract or options.limit < 1 or not (options.folder / "truth.jsonl").is_file():
        sys.exit("bench-peers: needs a program, a folder with truth.jsonl, and --limit above 0")
    become_subreaper()
    native, scans = load(options.folder, options.limit)
    for file in native + scans:
        file["path"].read_bytes()  # warm the disk cache for everyone
    program = os.path.abspath(options.extract)
    own = extract(program, ["--engine", "builtin", "--jobs", "1"])
    default, two = extract(program, ["--jobs", "1"]), extract(program, ["--jobs", "2"])
    alone = extract(program, ["--jobs", "1"], one_by_one=True)
    if native:
        rows = [
            ("`extract -j 1`", [], default),
            ("`extract -j 2`", [], two),
            ("`extract`, one process per file", [], alone),
            ("pdftotext + regular expressions", ["pdftotext"], pdftotext),
        ]
        compare("PDFs with their own text", native, rows, times=3)
    if scans:
        rows = [
            ("`extract -j 1`", [], default),
            ("`extract -j 2`", [], two),
            ("`extract -j 1 --engine builtin`", [], own),
            (
                "pdftoppm 300 dpi + tesseract + regular expressions",
                ["pdftoppm", "tesseract"],
                tesseract,
            ),
            ("ocrmypdf + pdftotext + regular expressions", ["ocrmypdf", "pdftotext"], ocrmypdf),
        ]
        compare("Scans", scans, rows, times=1)


main()
