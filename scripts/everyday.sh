#!/usr/bin/env bash
# Shows on drawn notices what docs/FOLDERS.md promises: a second run with a state is much faster and
# says the same byte for byte, killed runs go on where they were, a watch picks up what comes slowly,
# containers give their notices, and SIGTERM ends a run within two seconds.
#
# usage: scripts/everyday.sh PROGRAM NOTICES [COUNT [FASTER [KILLS]]]
#   NOTICES  folder of notices; COUNT files are drawn from it with a number of their own (default 200)
#   FASTER   how many times faster the second run must be (default 5)
#   KILLS    how often the run is killed (default 3)
set -euo pipefail
program=$(realpath "$1")
notices=$(realpath "$2")
count=${3:-200}
faster=${4:-5}
kills=${5:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir in

fail() { echo "everyday: $*" >&2; exit 1; }
now() { date +%s%N; }

# Each file differs from all others, so that none is known by another's content.
mapfile -t sources < <(find "$notices" -name '*.pdf' -size -300k | sort)
[ ${#sources[@]} -gt 0 ] || fail "no notices in $notices"
for ((n = 0; n < count; n++)); do
  file=in/$(printf '%05d' "$n").pdf
  { cat "${sources[n % ${#sources[@]}]}"; echo "% $n"; } > "$file"
  touch -d '1 hour ago' "$file"
done
run() { "$program" --quiet --exit-zero "$@"; }

begun=$(now); run in -o fresh.jsonl; fresh=$(($(now) - begun))
begun=$(now); run in -o first.jsonl --state s.db; first=$(($(now) - begun))
# What was changed lately is known by its content alone: let the drawn files settle.
sleep 4
run in -o second.jsonl --state s.db
begun=$(now); run in -o second.jsonl --state s.db; second=$(($(now) - begun))
cmp fresh.jsonl first.jsonl || fail "a run with a state says something else"
cmp fresh.jsonl second.jsonl || fail "a second run says something else"
ratio=$((first / second))
echo "$count files: without a state $((fresh / 1000000)) ms, first run $((first / 1000000)) ms," \
  "second run $((second / 1000000)) ms: $ratio times faster"
[ "$ratio" -ge "$faster" ] || fail "the second run is only $ratio times faster"

for ((kill = 0; kill < kills; kill++)); do
  "$program" --quiet --exit-zero in -o killed.jsonl --state killed.db &
  pid=$!
  sleep "0.$((RANDOM % 9 + 1))"
  kill -KILL "$pid" 2> /dev/null || true
  wait "$pid" 2> /dev/null || true
done
run in -o killed.jsonl --state killed.db
cmp fresh.jsonl killed.jsonl || fail "a run after $kills kills says something else"
[ -z "$(find . -name '*.part')" ] || fail "a killed run left a part file"
echo "$kills kills at random moments: the run after them says the same, and nothing is left of them"

mkdir seen
"$program" watch seen --state watch.db -o watch.csv --settle 1 --quiet &
watcher=$!
sleep 1
(head -c 2000 "${sources[0]}"; sleep 1; tail -c +2001 "${sources[0]}") > seen/slow.pdf
for ((n = 0; n < 100; n++)); do
  grep -q 'seen/slow.pdf,read' watch.csv 2> /dev/null && break
  sleep 0.2
done
kill -TERM "$watcher"
wait "$watcher" || fail "the watch did not end cleanly"
grep -q 'seen/slow.pdf,read' watch.csv || fail "the watch did not pick up a file that came slowly"
echo "a watch picked up a file that came slowly, and ended cleanly"

mkdir held
cp "${sources[0]}" held/a.pdf
tar -cf out.tar held/a.pdf
tar -czf out.tar.gz held/a.pdf
{
  printf 'From: a@example.org\r\nSubject: notice\r\nMIME-Version: 1.0\r\n'
  printf 'Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  base64 held/a.pdf
} > out.eml
python3 -m zipfile -c out.zip held/a.pdf
for container in out.tar out.tar.gz out.eml out.zip; do
  told=$(run "$container")
  grep -q "\"path\":\"$container/.*a.pdf\".*\"outcome\":\"read\"" <<<"$told" \
    || fail "$container does not give its notice"
done
echo "tar, tar.gz, mail and zip gave their notices"

# A scan of many pages: one picture, drawn on all of them.
python3 - "$notices" << 'PYTHON'
import glob, os, struct, sys
picture = open(sorted(glob.glob(os.path.join(sys.argv[1], "*.jpg")))[0], "rb").read()
at = 2
while picture[at + 1] not in (0xC0, 0xC1, 0xC2):
    at += 2 + struct.unpack(">H", picture[at + 2 : at + 4])[0]
height, width, parts = struct.unpack(">HHB", picture[at + 5 : at + 10])
color = b"DeviceGray" if parts == 1 else b"DeviceRGB"
objects = [
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Count 500/Kids[%s]>>" % b" ".join(b"%d 0 R" % (n + 5) for n in range(500)),
    b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8"
    b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
    % (width, height, color, len(picture), picture),
    b"<</Length 27>>stream\nq 612 0 0 792 0 0 cm /I Do Q\nendstream",
]
page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</I 3 0 R>>>>>>"
pdf, offsets = b"%PDF-1.4\n", []
for number, body in enumerate(objects + [page] * 500, 1):
    offsets.append(len(pdf))
    pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
xref = len(pdf)
pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
pdf += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
pdf += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, xref)
open("long.pdf", "wb").write(pdf)
PYTHON
echo older > long.json
"$program" --quiet long.pdf -o long.json &
reader=$!
sleep 3
begun=$(now)
kill -TERM "$reader"
status=0
wait "$reader" || status=$?
took=$((($(now) - begun) / 1000000))
[ "$status" -eq 130 ] || fail "SIGTERM ended with status $status"
[ "$took" -lt 2000 ] || fail "SIGTERM took $took ms"
[ "$(cat long.json)" = older ] || fail "an interrupted run replaced a report"
grep -q report-partial long.partial.json || fail "the partial report does not say that it is one"
echo "SIGTERM on a scan of 500 pages ended the run after $took ms"
