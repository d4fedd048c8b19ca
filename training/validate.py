"""Measure accuracy: whole lines and numbers, by set, kind and damage."""

import collections

import numpy as np

import feed
import lines
import model

SETS = (("seen", 1000), ("fonts", 1000), ("damage", 1000))


def bare(text):
    """Return a number without its separators."""
    return "".join(c for c in text if c not in " -#*")


def held(program, seed=20260101):
    """Return the lines of the three validation sets, which are fixed."""
    return {name: lines.some(program, name, seed, count) for name, count in SETS}


def read_all(forward, kept):
    """Return what the network reads in each line; `forward` maps ink to log-probabilities."""
    texts = [""] * len(kept)
    by_width = collections.defaultdict(list)
    for i, line in enumerate(kept):
        by_width[feed.bucket(line.ink.shape[1])].append(i)
    for width, indices in sorted(by_width.items()):
        size = feed.batch_size(width, 8192)
        for at in range(0, len(indices), size):
            part = indices[at : at + size]
            filled = part + part[:1] * (size - len(part))
            ink = feed.pack([kept[i] for i in filled], width)
            for i, text in zip(part, model.read(forward(ink))):
                texts[i] = " ".join(text.split())
    return texts


def scores(kept, texts):
    """Return accuracy and count by name: whole lines, and numbers by kind and by damage."""
    counted = collections.defaultdict(lambda: [0, 0])

    def count(name, right):
        counted[name][0] += int(right)
        counted[name][1] += 1

    for line, text in zip(kept, texts):
        whole = text == line.label
        count("whole", whole)
        kind = lines.KINDS[line.kind]
        if line.number:
            right = bare(line.number) in bare(text)
            count(kind, right)
            count("numbers", right)
            count(f"damage {line.damage}", right)
            count("numbers on pages" if line.from_page else "numbers drawn", right)
        else:
            count(kind, whole)
    return {name: (right / total, total) for name, (right, total) in counted.items()}


def rate(scored, name):
    """Return a rate, or NaN if no line counted."""
    return scored[name][0] if name in scored else float(np.nan)
