"""Read the validation lines with the recognizer and Tesseract, and write the model card tables.

The recognizer columns come from the program `readings`, that is, from the embedded weights and the
code users run; the second column decodes with the number grammars, as on a page. Tesseract gets
each line at three times the size with a white margin, which works best for it, using `--psm 7`. It
is also scored leniently: letters that look like digits count as those digits, in its text and in
the ground truth.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import tempfile

import numpy as np
from PIL import Image

import lines
import validate

SEED = 20260101
# Written from the program's own table, src/identifier/confusables.rs; a test holds the two equal.
LOOKALIKES = str.maketrans(
    json.loads(pathlib.Path(__file__).with_name("confusables.json").read_text())
)


def embedded(program, held):
    """Return what the program reads in each line: freely, and with the number grammars."""
    read = {}
    for name, kept in held.items():
        command = ["nice", "-n", "19", program, name, str(SEED), str(len(kept))]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        read[name] = [json.loads(row) for row in done.stdout.splitlines()]
    return read


def tesseract(kept):
    """Return what Tesseract reads in each line."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, line in enumerate(kept):
            grey = Image.fromarray(255 - line.ink)
            grey = grey.resize((grey.width * 3, grey.height * 3), Image.Resampling.BICUBIC)
            page = Image.new("L", (grey.width + 60, grey.height + 60), 255)
            page.paste(grey, (30, 30))
            paths.append(f"{folder}/{i:05}.png")
            page.save(paths[-1], dpi=(400, 400))
        listed = pathlib.Path(folder, "list.txt")
        listed.write_text("\n".join(paths) + "\n")
        command = ["nice", "-n", "19", "tesseract", str(listed), "stdout", "--psm", "7"]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
        texts = done.stdout.split("\f")[: len(kept)]
    return [" ".join(text.split()) for text in texts]


def right(line, text, lenient=False):
    """Whether every character of the number is correct or, without a number, the whole text."""
    wanted, got = (
        (validate.bare(line.number), validate.bare(text)) if line.number else (line.label, text)
    )
    if lenient:
        wanted, got = wanted.translate(LOOKALIKES), got.translate(LOOKALIKES)
    return wanted in got if line.number else wanted == got


def face_of(line, which, names):
    """Return the name of a line's face or layout family."""
    known = (
        names["families"]
        if line.from_page
        else names["held-out" if which == "fonts" else "trained"]
    )
    return known[line.face]


def rows_of(held, read, other, group):
    """Count by group: lines, then correct ones: recognizer, with grammar, Tesseract, lenient."""
    counted = collections.defaultdict(lambda: np.zeros(5, int))
    for which, kept in held.items():
        for i, line in enumerate(kept):
            theirs = other[which][i]
            row = read[which][i]
            ours = (right(line, row["text"]), right(line, row["read"]))
            marks = (1, *ours, right(line, theirs), right(line, theirs, True))
            for name in group(which, line):
                counted[name] += np.array(marks, int)
    return counted


def table(title, counted, order=None):
    """Format a Markdown table of rates."""
    names = order or sorted(counted, key=lambda name: counted[name][1] / counted[name][0])
    heads = ("lines", "recognizer", "with grammar", "Tesseract", "Tesseract, look-alikes folded")
    text = [f"| {title} | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for name in names:
        if name in counted:
            total, *rights = counted[name]
            text.append(
                f"| {name} | {total} | "
                + " | ".join(f"{100 * r / total:.1f} %" for r in rights)
                + " |"
            )
    return "\n".join(text)


def tables(held, read, other, names):
    """Format all tables of the model card."""
    title = {
        "seen": "trained fonts and damage",
        "fonts": "held-out fonts",
        "damage": "held-out damage",
    }
    numbers = ("receipt", "a-number", "account")

    def by_kind(which, line):
        kind = lines.KINDS[line.kind]
        return [f"{title[which]}: {kind}"] + (
            [f"{title[which]}: all three numbers"] if line.number else []
        )

    def by_damage(_, line):
        return [names["damage"][line.damage]] if line.number else []

    def by_face(which, line):
        return (
            [face_of(line, which, names)]
            if line.number and which == "fonts" and not line.from_page
            else []
        )

    order = [
        f"{title[s]}: {k}" for s in title for k in ("all three numbers", *numbers, "other", "blank")
    ]
    parts = [
        table(
            "number fully correct (other lines: whole text)",
            rows_of(held, read, other, by_kind),
            order,
        ),
        table("number fully correct, by damage", rows_of(held, read, other, by_damage)),
        table("number fully correct, by held-out face", rows_of(held, read, other, by_face)),
    ]
    return "\n\n".join(parts)


def main():
    """Run the comparison from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", default="target/release/lines")
    parser.add_argument("--program", default="target/release/readings")
    parser.add_argument(
        "--readings", type=pathlib.Path, default=pathlib.Path("training/runs/reader/readings.json")
    )
    parser.add_argument(
        "--tesseract",
        type=pathlib.Path,
        default=pathlib.Path("training/runs/reader/tesseract.json"),
    )
    parser.add_argument(
        "--card", type=pathlib.Path, help="model card to update between its markers"
    )
    args = parser.parse_args()
    held = validate.held(args.lines, SEED)
    read = embedded(args.program, held)
    names = {
        which: lines.names(args.lines, which)
        for which in ("damage", "trained", "held-out", "families")
    }
    # The lines are fixed for a given program, so Tesseract does not need to read them again.
    if args.tesseract.exists():
        other = json.loads(args.tesseract.read_text())
    else:
        other = {which: tesseract(kept) for which, kept in held.items()}
        args.tesseract.write_text(json.dumps(other) + "\n")
    readings = [
        {
            "set": which,
            "label": line.label,
            "own": row["text"],
            "tesseract": theirs,
            "face": face_of(line, which, names),
        }
        for which, kept in held.items()
        for line, row, theirs in zip(kept, read[which], other[which])
    ]
    args.readings.write_text(json.dumps(readings, indent=0) + "\n")
    text = tables(held, read, other, names)
    print(text)
    if args.card:
        card = args.card.read_text()
        before, _, rest = card.partition("<!-- measured -->")
        _, _, after = rest.partition("<!-- end -->")
        args.card.write_text(f"{before}<!-- measured -->\n\n{text}\n\n<!-- end -->{after}")


if __name__ == "__main__":
    main()
