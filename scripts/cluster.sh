#!/usr/bin/env bash
# Tests the Python package on Spark and on Ray, on this machine. Brings a JRE from Debian, and
# pyspark and ray from PyPI into target/python/cluster.
# usage: cluster.sh [PYTEST ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh
venv=target/python/cluster
requirements=python/requirements-cluster.txt

if ! command -v java > /dev/null; then
  for jre in openjdk-17-jre-headless openjdk-21-jre-headless; do
    apt-cache show "$jre" > /dev/null 2>&1 && break
  done
  install_missing cluster "$jre"
fi
if ! cmp -s "$requirements" "$venv/requirements.txt"; then
  "${PYTHON:-python3}" -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
  cp "$requirements" "$venv/requirements.txt"
fi
scripts/python.sh --wheel
"$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps \
  target/python/wheels/*.whl
"$venv/bin/pytest" -c python/pyproject.toml --rootdir python python/tests/cluster \
  -p no:cacheprovider "$@"
