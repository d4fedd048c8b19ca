#!/usr/bin/env bash
# Checks the scripts of the review page: unit tests under node, types, lint. With --tools it only
# installs what they need from npm (tests/page/package-lock.json), which also has axe-core for the
# browser tests. Nothing of it is needed to build or install the program.
set -euo pipefail
cd "$(dirname "$0")/.."

tools() {
  [ -e tests/page/node_modules/.ready ] && [ tests/page/node_modules/.ready -nt tests/page/package-lock.json ] && return
  if ! command -v npm >/dev/null; then
    echo "page: no npm; types, lint and accessibility of the review page are not checked" >&2
    return
  fi
  npm ci --prefix tests/page --ignore-scripts --no-audit --no-fund --silent && touch tests/page/node_modules/.ready ||
    echo "page: npm could not install tests/page/package.json; see above" >&2
}

tools
[ "${1:-}" = --tools ] && exit

report=target/page/report.html
mkdir -p target/page
target/release/extract --quiet --exit-zero fixtures/notices/{grid-found-copied.pdf,biometrics-blank-account.pdf,grid-absent-ioe.pdf,two-accounts-first.pdf,two-accounts-second.pdf,bundle-blank-backs.pdf} --output "$report"
(cd tests/page && REPORT="$OLDPWD/$report" node --test)
if [ -e tests/page/node_modules/.ready ]; then
  tests/page/node_modules/.bin/tsc --project tests/page/jsconfig.json
  tests/page/node_modules/.bin/oxlint --deny-warnings src/report/review_page
fi
