#!/usr/bin/env bash
# Installs what the build and the tests need and is not there: the one list of it. Says nothing when all is there.
set -euo pipefail
. "$(dirname "$0")/install.sh"

# Tesseract and leptonica with headers, for leptess; libclang for its bindings; English data for reading; fonts that the
# generator's tests draw with; Chromium, which the tests of the review desk drive;
# pgrep and kill, with which the tests look after worker processes.
packages=(
  build-essential pkg-config libclang-dev clang
  libleptonica-dev libtesseract-dev tesseract-ocr tesseract-ocr-eng
  fonts-liberation fonts-dejavu-core fonts-freefont-ttf
  chromium
  procps
)

if ! command -v cargo >/dev/null; then
  echo "setup: Rust is missing; install it with rustup (https://rustup.rs), then run this again" >&2
  exit 1
fi

if ! command -v dpkg-query >/dev/null; then
  echo "setup: not a Debian system; make sure these are installed by your own means:" >&2
  echo "  a C++ compiler, pkg-config, libclang, leptonica and Tesseract 5 with headers, Tesseract's English data," >&2
  echo "  and for the tests the Liberation, DejaVu and FreeFont fonts, and Chromium as the command chromium" >&2
  exit 0
fi

install_missing setup "${packages[@]}"
