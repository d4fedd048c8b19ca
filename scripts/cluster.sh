#!/usr/bin/env bash
# Tests the Python package on Spark and on Ray, on this machine. Brings a JRE from Debian, and
# pyspark and ray from PyPI into target/python/cluster.
# usage: cluster.sh [PYTEST ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh
venv=target/python/cluster

command -v java >/dev/null || install_missing cluster default-jre-headless
environment cluster "$venv" python/requirements-cluster.txt
scripts/python.sh --wheel
"$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps \
  target/python/wheels/*.whl
"$venv/bin/pytest" -c python/pyproject.toml --rootdir python python/tests/cluster \
  -p no:cacheprovider "$@"
