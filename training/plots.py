"""Plot the remaining confusions for the model card."""

import argparse
import collections
import difflib
import json
import pathlib

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def confusions(readings):
    """Count character confusions by aligning each reading with its label."""
    counted = collections.Counter()
    for row in readings:
        label, text = row["label"], row["own"]
        if label == text:
            continue
        for tag, a, b, c, d in difflib.SequenceMatcher(
            None, label, text, autojunk=False
        ).get_opcodes():
            if tag == "replace" and b - a == d - c:
                counted.update(zip(label[a:b], text[c:d]))
            elif tag == "delete":
                counted.update((x, "nothing") for x in label[a:b])
            elif tag == "insert":
                counted.update(("nothing", x) for x in text[c:d])
    return counted


def table(readings, out, most=26):
    """Plot the confusion matrix of the most confused characters."""
    counted = confusions(readings)
    wrong = collections.Counter()
    for (a, b), n in counted.items():
        wrong[a] += n
        wrong[b] += n
    names = sorted(
        (name for name, _ in wrong.most_common(most)), key=lambda name: (len(name), name)
    )
    shown = np.array([[counted.get((a, b), 0) for b in names] for a in names])
    figure, axis = plt.subplots(figsize=(8.5, 8))
    axis.imshow(np.sqrt(shown), cmap="Oranges")
    marks = ["space" if name == " " else name for name in names]
    axis.set_xticks(range(len(names)), marks, rotation=90)
    axis.set_yticks(range(len(names)), marks)
    axis.set(
        xlabel="read", ylabel="printed", title=f"Confusions on {len(readings)} validation lines"
    )
    for y, x in zip(*np.nonzero(shown)):
        axis.text(x, y, str(shown[y, x]), ha="center", va="center", fontsize=7)
    figure.tight_layout()
    figure.savefig(out, dpi=90)


def main():
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=pathlib.Path, default=pathlib.Path("training/runs/reader"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("docs"))
    args = parser.parse_args()
    args.out.mkdir(exist_ok=True)
    table(json.loads((args.run / "readings.json").read_text()), args.out / "confusions.png")


if __name__ == "__main__":
    main()
