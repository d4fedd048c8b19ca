"""Draw a contact sheet of labelled lines, to inspect before training."""

import argparse

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

import lines


def main():
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", default="target/release/lines")
    parser.add_argument("--set", default="train")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--rows", type=int, default=24)
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    names = lines.names(args.lines, "damage")
    count = args.rows * args.columns
    kept = lines.some(args.lines, args.set, args.seed, args.skip + count)[args.skip :]
    figure, axes = plt.subplots(
        args.rows, args.columns, figsize=(6 * args.columns, 0.62 * args.rows), dpi=100
    )
    for axis, line in zip(axes.flat, kept):
        axis.imshow(255 - line.ink, cmap="gray", vmin=0, vmax=255, aspect="equal")
        page = "page, " if line.from_page else ""
        axis.set_title(f"{line.label!r} [{page}{names[line.damage]}]", fontsize=7, pad=1)
        axis.axis("off")
    figure.tight_layout(pad=0.2)
    figure.savefig(args.out)


if __name__ == "__main__":
    main()
