#!/usr/bin/env python3
"""Spoil clean notices with the augraphy library: a family of wear that is not our own.

usage: augraphy-set.py PAPER OUT [--seed N] [--each N] [--kind NAME]...

PAPER holds native PDFs and truth.jsonl, as `notices --open` writes them. Those with one page are
rasterized in gray at 200 to 300 dpi by pdftoppm and spoiled, each by the next EACH kinds in turn
(default 2). OUT gets the pictures, as PNG with their resolution, and truth.jsonl. Parameters are
those of augraphy's default pipeline. The same seed gives the same pictures with the same versions
of the libraries.
"""

import argparse
import json
import pathlib
import random
import subprocess
import tempfile

import augraphy
import cv2
import numpy as np
from PIL import Image

RESOLUTIONS = (200, 200, 240, 300)


def ink_bleed(rng):
    """Print with blurred, irregular edges."""
    return augraphy.InkBleed(
        intensity_range=rng.choice([(0.1, 0.2), (0.4, 0.7)]),
        kernel_size=rng.choice([(3, 3), (5, 5), (7, 7)]),
        severity=(0.4, 0.6),
    )


def folded(rng):
    """Two to eight folds, straight down the page or at any angle."""
    return augraphy.Folding(
        fold_count=rng.randint(2, 8),
        fold_angle_range=rng.choice([(0, 0), (-360, 360)]),
        gradient_width=(0.1, 0.2),
        gradient_height=(0.01, 0.02),
    )


def dirty_rollers(rng):
    """Gray bands across or along the page."""
    width = rng.choice([(2, 32), (8, 12)])
    return augraphy.DirtyRollers(line_width_range=width, scanline_type=0)


def low_ink(rng):
    """White lines through the print, now and then or in a period."""
    options = {"use_consistent_lines": rng.random() < 0.5, "noise_probability": 0.1}
    if rng.random() < 0.5:
        return augraphy.LowInkRandomLines(count_range=(5, 10), **options)
    return augraphy.LowInkPeriodicLines(count_range=(2, 5), period_range=(16, 32), **options)


def badly_copied(rng):
    """Clouds of toner from one side or all over."""
    return augraphy.BadPhotoCopy(
        noise_type=-1,
        noise_side="random",
        noise_iteration=(1, 2),
        noise_size=(1, 3),
        noise_value=(128, 196),
        noise_sparsity=(0.3, 0.6),
        noise_concentration=(0.1, 0.6),
        blur_noise=rng.random() < 0.5,
        blur_noise_kernel=rng.choice([(3, 3), (5, 5), (7, 7)]),
        wave_pattern=rng.random() < 0.5,
        edge_effect=rng.random() < 0.5,
    )


def subtle_noise(rng):
    """The grain of a sensor."""
    return augraphy.SubtleNoise(subtle_range=rng.randint(5, 10))


def dirty_drum(rng):
    """Streaks of toner along or across the page."""
    return augraphy.DirtyDrum(
        line_width_range=(1, 6),
        line_concentration=rng.uniform(0.05, 0.15),
        direction=rng.randint(0, 2),
        noise_intensity=rng.uniform(0.6, 0.95),
        noise_value=(64, 224),
        ksize=rng.choice([(3, 3), (5, 5), (7, 7)]),
        sigmaX=0,
    )


def letterpress(rng):
    """Print pressed unevenly into the paper."""
    return augraphy.Letterpress(
        n_samples=(100, 400),
        n_clusters=(200, 400),
        std_range=(500, 3000),
        value_range=(150, 224),
        value_threshold_range=(96, 128),
        blur=1,
    )


def ink_shifted(rng):
    """Print that wavers by a pixel or two."""
    return augraphy.InkShifter(
        text_shift_scale_range=(18, 27), text_shift_factor_range=(1, 4), text_fade_range=(0, 2)
    )


def dithered(rng):
    """Gray made of black dots."""
    return augraphy.Dithering(dither=rng.choice(["ordered", "floyd-steinberg"]), order=(3, 5))


def mottled(rng):
    """Ink with light spots."""
    return augraphy.InkMottling(
        ink_mottling_alpha_range=(0.2, 0.3),
        ink_mottling_noise_scale_range=(2, 2),
        ink_mottling_gaussian_kernel_range=(3, 5),
    )


INK = (ink_bleed, low_ink)
PAPER = (folded, dirty_rollers, badly_copied, subtle_noise, dirty_drum)
KINDS = {
    effect.__name__.replace("_", "-"): effect
    for effect in (*INK, *PAPER, letterpress, ink_shifted, dithered, mottled)
}
SEVERAL = "several"


def effects_of(kind, rng):
    """Return the effects of a kind, those of the ink first."""
    if kind != SEVERAL:
        return [KINDS[kind]]
    return [rng.choice(INK), *rng.sample(PAPER, rng.randint(1, 2))]


def spoil(page, kind, seed):
    """Return a gray page, spoiled."""
    rng = random.Random(seed)
    random.seed(seed)
    np.random.seed(seed % 2**32)
    cv2.setRNGSeed(seed % 2**31)
    for effect in effects_of(kind, rng):
        page = np.asarray(effect(rng)(page))
    if page.ndim == 3:
        page = cv2.cvtColor(page[..., :3].astype(np.uint8), cv2.COLOR_BGR2GRAY)
    return np.clip(page, 0, 255).astype(np.uint8)


def rasterized(path, dpi):
    """Return the first page of a PDF in gray."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(dpi), "-gray", "-singlefile", "-png"]
        subprocess.run([*command, path, f"{folder}/page"], check=True)
        return cv2.imread(f"{folder}/page.png", cv2.IMREAD_GRAYSCALE)


def main():
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("paper", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--kind", action="append", choices=[*KINDS, SEVERAL])
    args = parser.parse_args()
    kinds = args.kind or [*KINDS, SEVERAL, SEVERAL]
    args.out.mkdir(parents=True, exist_ok=True)
    truths = [json.loads(line) for line in (args.paper / "truth.jsonl").read_text().splitlines()]
    count = 0
    with (args.out / "truth.jsonl").open("w") as rows:
        for truth in truths:
            if truth["damage"] != "native" or truth["pages"] != 1 or not truth["notices"]:
                continue
            for _ in range(args.each):
                kind, seed = kinds[count % len(kinds)], args.seed * 100_003 + count
                dpi = random.Random(seed).choice(RESOLUTIONS)
                page = spoil(rasterized(args.paper / truth["file"], dpi), kind, seed)
                name = f"{count:05}.png"
                Image.fromarray(page).save(args.out / name, dpi=(dpi, dpi))
                row = truth | {"file": name, "damage": f"{kind}/png"}
                rows.write(json.dumps(row) + "\n")
                count += 1


if __name__ == "__main__":
    main()
