#!/usr/bin/env bash
# Installs everything the build and the tests need, where it is missing. This is the only such list.
# Silent if nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh

packages=(
  build-essential pkg-config libclang-dev clang               # bindings for leptess
  libleptonica-dev libtesseract-dev                           # Tesseract, with headers
  tesseract-ocr tesseract-ocr-eng                             # English OCR data
  fonts-liberation fonts-dejavu-core fonts-freefont-ttf       # for the generator's tests
  chromium                                                    # for the review page tests
  nodejs                                                      # for the unit tests of the review page's scripts
  procps                                                      # pgrep and kill, for the worker tests
  python3                                                     # archives and a long scan, for scripts/everyday.sh
  python3-venv                                                # for scripts/python.sh
)

if ! command -v cargo >/dev/null; then
  echo "setup: Rust is missing; install it from https://rustup.rs, then run this again" >&2
  exit 1
fi

if command -v dpkg-query >/dev/null; then
  install_missing setup "${packages[@]}"
else
  echo "setup: not a Debian system; please make sure these are installed:" >&2
  echo "  a C++ compiler, pkg-config, libclang, leptonica and Tesseract 5 with headers, and Tesseract's" >&2
  echo "  English data; for the tests also the Liberation, DejaVu and FreeFont fonts, and Chromium as" >&2
  echo "  the command chromium" >&2
fi

scripts/page.sh --tools
