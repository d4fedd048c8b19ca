#!/usr/bin/env bash
# Installs the packages of dist/ in a bare Debian, reads the fixtures there, and removes them. Says
# what it ran. Needs root, for the root of its own.
# usage: dist-test.sh
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(cargo pkgid --package i797 | sed 's/.*[#@]//')
static=dist/extract-i797-$version-x86_64-linux-musl
pair=dist/extract-i797-$version-x86_64-linux-gnu
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
root=target/dist-root-$suite
work=$(mktemp -d)

fail() { echo "dist-test: $*" >&2; exit 1; }
# One at a time: two would install in the same root.
mkdir -p target
exec 9> target/dist-test.lock
flock --nonblock 9 || fail "it runs already"
[ "$(id -u)" -eq 0 ] || fail "run this as root: it makes a bare Debian to install in"
(cd dist && sha256sum --quiet --check SHA256SUMS) || fail "run make dist first"

# What a run says of the fixtures, with the file names as they are in the bare Debian.
read_here() { (cd fixtures && "../$1" --quiet --exit-zero --format jsonl "${@:2}" notices); }
inside() { chroot "$root" "$@"; }
read_inside() {
  inside sh -c 'cd /fixtures && exec "$@"' sh extract --quiet --exit-zero --format jsonl "$@" notices
}
files() { (cd "$root" && find . -path ./proc -prune -o -path ./fixtures -prune -o -type f -print | sort); }

# A Debian with nothing but what every Debian has; kept for the next time.
if [ ! -e "$root/ready" ]; then
  rm -rf "$root"
  debootstrap --variant=minbase "$suite" "$root" >/dev/null
  touch "$root/ready"
fi
rm -rf "$root/fixtures"
cp -r fixtures "$root/fixtures"
cp dist/*.deb "$root/fixtures"
mount -t proc proc "$root/proc"
# What is still mounted is not walked into.
clean() { umount -l "$root/proc" "$work/empty/proc" 2>/dev/null; rm -rf --one-file-system "$work"; }
trap clean EXIT
inside dpkg --purge extract-i797-ocr extract-i797 2>/dev/null

files > "$work/before"
inside dpkg --install "/fixtures/extract-i797_$version-1_amd64.deb" >/dev/null
[ "$(inside extract --version)" = "extract $version" ] || fail "the package has another version"
told=$(inside extract --version --verbose)
grep -q '^seccomp: in force$' <<<"$told" || fail "no sandbox: $told"
! grep -q ALLOWED <<<"$told" || fail "the sandbox has holes: $told"
read_here "$static/extract" > "$work/expected.jsonl"
read_inside > "$work/static.jsonl"
cmp "$work/expected.jsonl" "$work/static.jsonl" || fail "the installed program reads otherwise"
[ -z "$(inside ldconfig -p | grep -E 'tesseract|lept' || true)" ] || fail "the root is not bare"
# What a program says is read whole before it is searched: grep ends at the first match, and whoever
# still writes then fails, now and then.
listed=$(inside dpkg --listfiles extract-i797)
for file in man/man1/extract.1.gz man/man1/extract-split.1.gz doc/extract-i797/copyright \
  bash-completion/completions/extract zsh/vendor-completions/_extract; do
  # The bare Debian may leave out manuals; dpkg knows of them all the same.
  grep -qx "/usr/share/$file" <<<"$listed" || fail "no /usr/share/$file"
done
inside bash -n /usr/share/bash-completion/completions/extract
echo "extract-i797: installed in a bare Debian ($suite) and read $(grep -c '"path"' "$work/static.jsonl") documents"

inside apt-get update -qq
inside env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
  "/fixtures/extract-i797-ocr_$version-1_amd64.deb" > "$work/apt" 2>&1 || { cat "$work/apt" >&2; fail "it does not install"; }
told=$(inside extract --version --verbose)
grep -qx 'Tesseract: available' <<<"$told" || fail "Tesseract does not start: $told"
read_here "$pair/extract" > "$work/expected.jsonl"
read_inside > "$work/pair.jsonl"
cmp "$work/expected.jsonl" "$work/pair.jsonl" || fail "with Tesseract, the installed program reads otherwise"
echo "extract-i797-ocr: installed with its dependencies; the report is that of the build"

inside env DEBIAN_FRONTEND=noninteractive apt-get purge -qq -y --autoremove extract-i797-ocr extract-i797 \
  > "$work/apt" 2>&1 || { cat "$work/apt" >&2; fail "they cannot be removed"; }
left=$(files | comm -13 "$work/before" - | grep extract || true)
[ -z "$left" ] || fail "this is left: $left"
echo "both removed; nothing is left of them"

# In a root with nothing but what every container has, as in an image made by the Dockerfile.
empty=$work/empty
mkdir -p "$empty"/{dev,proc,tmp,usr/bin,fixtures}
mknod --mode=666 "$empty/dev/null" c 1 3
cp "$static/extract" "$empty/usr/bin/extract"
cp fixtures/notices/grid-found.pdf "$empty/fixtures"
mount -t proc proc "$empty/proc"
told=$(chroot "$empty" /usr/bin/extract --quiet --exit-zero --format text /fixtures/grid-found.pdf)
grep -q 'account number' <<<"$told" || fail "the program does not run in a root of its own: $told"
echo "a root with the static program alone, /proc and /dev/null: read a notice"

arm=dist/extract-i797-$version-aarch64-linux
if [ -d "$arm" ] && command -v qemu-aarch64-static >/dev/null; then
  [ "$(qemu-aarch64-static "$arm/extract" --version)" = "extract $version" ] || fail "aarch64: no version"
  echo "aarch64: --version runs under emulation"
fi
