#!/usr/bin/env python3
"""Spoil the clean pages of `lines --clean` with the augraphy library, for training lines.

usage: spoil.py FOLDER

Every picture of FOLDER is replaced by a spoiled one, in parallel. Only half of the kinds of
scripts/augraphy-set.py are used; `make accuracy-augraphy` measures on the others too. Needs the
packages of scripts/augraphy-set.txt.
"""

import importlib.util
import multiprocessing
import os
import pathlib
import random
import sys

import numpy as np
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parent.parent
KINDS = ("ink-bleed", "low-ink", "badly-copied", "dirty-drum", "letterpress", "mottled")


def effects():
    """Return the module scripts/augraphy-set.py, whose name is not that of a module."""
    spec = importlib.util.spec_from_file_location("effects", ROOT / "scripts/augraphy-set.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EFFECTS = effects()


def spoil(path):
    """Spoil a picture in place, by the seed in its name."""
    seed = int(path.stem)
    kind = random.Random(seed).choice(KINDS)
    page = np.asarray(Image.open(path).convert("L"))
    part = path.with_suffix(".part")
    Image.fromarray(EFFECTS.spoil(page, kind, seed)).save(part, "png")
    os.replace(part, path)


def main():
    """Run from the command line."""
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.png"))
    with multiprocessing.Pool(maxtasksperchild=50) as pool:
        for done, _ in enumerate(pool.imap_unordered(spoil, paths), 1):
            if done % 20 == 0:
                print(f"{done} of {len(paths)}", flush=True)


if __name__ == "__main__":
    main()
