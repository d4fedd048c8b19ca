#!/usr/bin/env bash
# Builds what is handed to users, checks it, and packs it into dist/:
#   a static program for x86-64, alone in an archive and as the package extract-i797;
#   the program and the worker with Tesseract, linked with the C library of this Debian, in an archive;
#   that worker as the package extract-i797-ocr;
#   with aarch64, a static program for it;
#   the licenses of everything that is linked in, a list of its components, and checksums.
# The version is the one in Cargo.toml. The same commit and tools give the same bytes.
# usage: dist.sh [aarch64]
set -euo pipefail
cd "$(dirname "$0")/.."

name=extract-i797
out=dist
parts=target/dist-parts
version=$(cargo pkgid --package i797 | sed 's/.*[#@]//')
deb_version=$version-1
musl=x86_64-unknown-linux-musl
arm=aarch64-unknown-linux-gnu
# The features of the static program: Tesseract stays outside, in the worker.
static_features=(--no-default-features --features cli,xlsx)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
# Files in archives and packages have the usual modes, whatever those of this checkout are.
umask 022

say() { echo "dist: $*" >&2; }
fail() { say "$*"; exit 1; }

# --- build -------------------------------------------------------------------------------------

build() {
  say "building the program and the worker with Tesseract"
  cargo build --locked --release --bins
  say "building the static program"
  cargo build --locked --release --bin extract "${static_features[@]}" --target "$musl"
  if [ -n "$with_arm" ]; then
    say "building the static program for aarch64"
    # Debian has no musl for another processor; its C library can be linked in as well.
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc \
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS="-C target-feature=+crt-static" \
      cargo build --locked --release --bin extract "${static_features[@]}" --target "$arm"
  fi
}

# Copies a program without what only debuggers and profilers need.
# usage: strip_to FROM TO [PREFIX OF STRIP]
strip_to() { "${3:-}strip" --strip-all --remove-section=.debug_gdb_scripts -o "$2" "$1"; }

# --- check -------------------------------------------------------------------------------------

# What a program says is read whole before it is searched: grep ends at the first match, and whoever
# still writes then fails, now and then.

# A file that runs where there is no C library: it asks for no loader and no library.
check_static() {
  local told
  told=$(readelf --wide --program-headers --dynamic "$1")
  ! grep -q INTERP <<<"$told" || fail "$1 asks for a loader"
  ! grep -q NEEDED <<<"$told" || fail "$1 asks for libraries"
}

check_stripped() {
  local told
  told=$(readelf --wide --sections "$1")
  ! grep -q '\.debug_' <<<"$told" || fail "$1 is not stripped"
}

# What the kernel keeps the workers of a program from.
sandbox() { "$1" --version --verbose | grep -E '^(Landlock|seccomp|sandbox):'; }

# usage: report PROGRAM OPTION...
report() { "$1" --quiet --exit-zero --format jsonl "${@:2}" fixtures/notices; }

# The static program says and is refused what the one with the C library is.
check_programs() {
  local static=$1 dynamic=$2 told
  for program in "$static" "$dynamic"; do
    told=$("$program" --version)
    [ "$told" = "extract $version" ] || fail "$program says that it is $told"
  done
  told=$(sandbox "$static")
  ! grep -q ALLOWED <<<"$told" || fail "workers of $static are not kept from everything: $told"
  [ "$told" = "$(sandbox "$dynamic")" ] || fail "the two programs are not confined alike"
  cmp <(report "$static" --engine builtin) <(report "$dynamic" --engine builtin) \
    || fail "the static program reads otherwise"
}

# --- what lies beside the programs -------------------------------------------------------------

# Writes the manual, the completions and the documents that go into every archive.
# usage: documents PROGRAM FOLDER LICENSES
documents() {
  local program=$1 folder=$2 licenses=$3 shell
  "$program" man "$folder/man"
  mkdir "$folder/completions"
  for shell in bash zsh fish elvish powershell; do
    "$program" completions "$shell" > "$folder/completions/extract.$shell"
  done
  cp README.md CHANGELOG.md SECURITY.md LICENSE-APACHE LICENSE-MIT docs/INSTALL.md "$folder"
  cp "$licenses" "$folder/THIRD-PARTY.txt"
}

# The licenses of what is linked into either program, and the components of the static one.
components() {
  python3 scripts/dist/components.py i797 "$musl" "$parts/static.txt" "$out/$name-$version.cdx.json" \
    "${static_features[@]}"
  python3 scripts/dist/components.py i797 x86_64-unknown-linux-gnu "$parts/pair.txt" "$parts/pair.json"
}

# --- archives ----------------------------------------------------------------------------------

# usage: archive FOLDER, which lies in dist/
archive() {
  tar --create --gzip --file "$out/$1.tar.gz" --directory "$out" --sort=name \
    --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner "$1"
}

# --- Debian packages ---------------------------------------------------------------------------

# The copyright file of a package. Debian has the text of the Apache license.
copyright() {
  cat <<TEXT
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: extract
Source: $(cargo metadata --no-deps --format-version 1 | sed 's/.*"repository":"\([^"]*\)".*/\1/')
Comment: THIRD-PARTY.txt.gz has the licenses of what is linked in.

Files: *
Copyright: The extract authors
License: Expat or Apache-2.0

License: Apache-2.0
 On Debian systems, the text is in /usr/share/common-licenses/Apache-2.0.

License: Expat
$(sed 's/^$/./; s/^/ /' LICENSE-MIT)
TEXT
}

# Files that every package has.
# usage: deb_documents ROOT PACKAGE LICENSES
deb_documents() {
  local folder=$1/usr/share/doc/$2
  mkdir -p "$folder"
  copyright > "$folder/copyright"
  gzip -9n < CHANGELOG.md > "$folder/changelog.gz"
  gzip -9n < "$3" > "$folder/THIRD-PARTY.txt.gz"
}

# Builds a package from a folder; the fields of its control file come on standard input.
# usage: deb ROOT PACKAGE
deb() {
  local root=$1 package=$2
  mkdir "$root/DEBIAN"
  {
    printf 'Package: %s\nVersion: %s\nArchitecture: amd64\n' "$package" "$deb_version"
    printf 'Installed-Size: %s\n' "$(du --summarize --apparent-size --block-size=1K "$root" | cut -f1)"
    printf 'Section: text\nPriority: optional\n'
    printf 'Maintainer: The extract authors <noreply@extract-i797.invalid>\n'
    cat
  } > "$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
  find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group --build "$root" "$out/${package}_${deb_version}_amd64.deb" >/dev/null
}

# The static program with its manual and completions.
deb_program() {
  local from=$1 root=$parts/$name share page
  mkdir -p "$root/usr/bin"
  install -m 755 "$from/extract" "$root/usr/bin/extract"
  share=$root/usr/share
  mkdir -p "$share"/{man/man1,bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
  for page in "$from"/man/*; do
    gzip -9n < "$page" > "$share/man/man1/${page##*/}.gz"
  done
  cp "$from/completions/extract.bash" "$share/bash-completion/completions/extract"
  cp "$from/completions/extract.zsh" "$share/zsh/vendor-completions/_extract"
  cp "$from/completions/extract.fish" "$share/fish/vendor_completions.d/extract.fish"
  deb_documents "$root" "$name" "$parts/static.txt"
  cp README.md SECURITY.md docs/INSTALL.md "$share/doc/$name"
  # The package extract, of another program, has a file /usr/bin/extract too.
  deb "$root" "$name" <<'CONTROL'
Conflicts: extract
Suggests: extract-i797-ocr
Description: reads USCIS I-797 notices
 Finds online account numbers, A-Numbers and receipt numbers on USCIS I-797
 notices, with the evidence for each. Reads PDFs, scans, faxes and photos, and
 reports as text, JSON, CSV, spreadsheet, calendar or review page. Documents
 are parsed in sandboxed workers, and nothing leaves the machine.
CONTROL
}

# The worker with Tesseract, of the same version.
deb_worker() {
  local worker=$1 package=$name-ocr root=$parts/$name-ocr libraries
  mkdir -p "$root/usr/bin"
  install -m 755 "$worker" "$root/usr/bin/extract-ocr"
  deb_documents "$root" "$package" "$parts/pair.txt"
  libraries=$(shared_libraries "$root/usr/bin/extract-ocr")
  deb "$root" "$package" <<CONTROL
Depends: $name (= $deb_version), $libraries, tesseract-ocr-eng
Description: reads scans of USCIS I-797 notices with Tesseract
 A worker that extract starts for scanned pages, if it is installed: Tesseract
 is a second reader of what the built-in engine has read, so that fewer
 numbers go to review.
CONTROL
}

# The packages that have the libraries of a program, as dpkg-shlibdeps finds them.
shared_libraries() {
  local program work
  program=$(realpath "$1")
  work=$parts/shlibdeps
  mkdir -p "$work/debian"
  printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' "$name" "$name" > "$work/debian/control"
  (cd "$work" && dpkg-shlibdeps -O "$program") | sed -n 's/^shlibs:Depends=//p'
}

# --- all of it ---------------------------------------------------------------------------------

with_arm=
[ "${1:-}" = aarch64 ] && with_arm=yes
build
rm -rf "$out" "$parts"
mkdir -p "$out" "$parts"

static=$name-$version-x86_64-linux-musl
pair=$name-$version-x86_64-linux-gnu
mkdir "$out/$static" "$out/$pair"
strip_to "target/$musl/release/extract" "$out/$static/extract"
strip_to target/release/extract "$out/$pair/extract"
strip_to target/release/extract-ocr "$out/$pair/extract-ocr"
say "checking the programs"
check_static "$out/$static/extract"
for program in "$out"/*/extract "$out"/*/extract-ocr; do check_stripped "$program"; done
check_programs "$out/$static/extract" "$out/$pair/extract"

say "listing licenses and components"
components
documents "$out/$static/extract" "$out/$static" "$parts/static.txt"
documents "$out/$static/extract" "$out/$pair" "$parts/pair.txt"
archive "$static"
archive "$pair"
if [ -n "$with_arm" ]; then
  static_arm=$name-$version-aarch64-linux
  mkdir "$out/$static_arm"
  strip_to "target/$arm/release/extract" "$out/$static_arm/extract" aarch64-linux-gnu-
  check_static "$out/$static_arm/extract"
  documents "$out/$static/extract" "$out/$static_arm" "$parts/static.txt"
  archive "$static_arm"
fi

say "building the packages"
deb_program "$out/$static"
deb_worker "$out/$pair/extract-ocr"
(cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\0' | sort -z \
  | xargs -0 sha256sum > SHA256SUMS)
say "done:"
(cd "$out" && sha256sum --quiet --check SHA256SUMS && ls -ld ./*/extract* ./*.deb ./*.gz ./*.json)
