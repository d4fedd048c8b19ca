#!/usr/bin/env bash
# Tests the wheel in target/python/wheels on Spark and on Ray, on this machine. Brings a JRE from
# Debian, and pyspark and ray from PyPI into target/python/cluster.
# usage: cluster.sh [PYTEST ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh
venv=target/python/cluster

command -v java >/dev/null || install_missing cluster default-jre-headless
environment cluster "$venv" python/requirements-cluster.txt
"$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps \
  target/python/wheels/*.whl
# They listen to nobody else, also where the name of this machine is not known, and Ray tells nobody
# that it is used.
export SPARK_LOCAL_IP=127.0.0.1 RAY_USAGE_STATS_ENABLED=0
"$venv/bin/pytest" -c python/pyproject.toml --rootdir python python/tests/cluster \
  -p no:cacheprovider "$@"
