#!/usr/bin/env bash
# Builds the wheel of the Python package into target/python, installs it into a virtual environment
# there, and runs its tests. The programs must be built.
# usage: python.sh [--wheel | PYTEST ARGUMENT...]     --wheel: only build it
# Set STATIC to a static `extract` for a wheel that runs on any Linux; it has no Tesseract.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh
folder=target/python
venv=$folder/venv

# The programs go into the package without the tables that profilers need.
programs() {
  rm -rf python/i797/bin
  mkdir -p python/i797/bin
  if [ -n "${STATIC:-}" ]; then
    strip -o python/i797/bin/extract "$STATIC"
    return
  fi
  strip -o python/i797/bin/extract target/release/extract
  strip -o python/i797/bin/extract-ocr target/release/extract-ocr
}

environment python "$venv" python/requirements.txt
programs
# What links the C library of this machine promises nothing about others.
platform=${STATIC:+pypi}
rm -rf "$folder/wheels"
"$venv/bin/maturin" build --quiet --release --locked --strip --manifest-path python/Cargo.toml \
  --compatibility "${platform:-linux}" --out "$folder/wheels"
wheel=$(echo "$folder"/wheels/*.whl)
# The Makefile looks at it: a wheel for this machine that is newer than its sources.
[ -n "${STATIC:-}" ] || touch "$folder/wheels/built"
echo "python: built $wheel, $(du -h "$wheel" | cut -f1)"
[ "${1:-}" = --wheel ] && exit
"$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps "$wheel"
"$venv/bin/ruff" check --quiet python scripts
"$venv/bin/ruff" format --check --quiet python
# Not from python/, where the package lies without its native part.
"$venv/bin/pytest" -c python/pyproject.toml --rootdir python python/tests \
  --ignore python/tests/cluster -p no:cacheprovider "$@"
