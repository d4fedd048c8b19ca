#!/usr/bin/env python3
"""List what is linked into a program: its licenses as text, its components as CycloneDX 1.5.

usage: components.py PROGRAM TARGET LICENSES SBOM [CARGO OPTION...]

PROGRAM is the package, TARGET what it is built for; the options choose features. Only crates count
whose code ends up in the program: neither build scripts nor macros nor tests. Fails if a crate does
not say its license, or if its text cannot be told. Asks no server; the same commit gives the same
bytes.
"""

import datetime
import json
import os
import re
import subprocess
import sys
import uuid
from pathlib import Path

# LICENSE-MIT, LICENSE_A2, CGATS_LICENSE.txt, but not licenses.rs or licensing.md.
LICENSE_FILE = re.compile(
    r"([a-z]+_)?(un)?(licen[cs]e|copying|copyright|notice)(?![a-z])", re.IGNORECASE
)
NO_LICENSE = {".rs", ".py", ".c", ".h", ".html"}
# What lies there is in no program.
NOT_LINKED = {"tests", "benches", "examples", "fuzz"}
RULE = "-" * 80
SQLITE = "Public domain: https://sqlite.org/copyright.html"
MUSL = """MIT, as below. Copyright (c) 2005-2020 Rich Felker, et al.;
https://git.musl-libc.org/cgit/musl/tree/COPYRIGHT"""
NOTO = """SIL Open Font License 1.1: https://openfontlicense.org. The glyphs in
noto-sans-mono-bitmap are drawn from it."""
GLIBC = """LGPL-2.1-or-later: https://www.gnu.org/licenses/old-licenses/lgpl-2.1.html. Linked into the
program for aarch64 only. Its source is that of Debian's package glibc, and the program can be linked
with another one: the source of extract builds with `make dist`."""
RUST = """MIT or Apache-2.0, with the exceptions in
https://github.com/rust-lang/rust/blob/master/COPYRIGHT"""


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], check=True, capture_output=True, text=True).stdout


def linked(program, target, options):
    """Return the crates in the program and what each depends on, as (name, version)."""
    tree = cargo("tree", "--locked", "--package", program, "--target", target, *options)
    edges = {}
    path = []
    for line in tree.splitlines():
        depth, name, version = re.match(r"(\d+)(\S+) v(\S+)", line).groups()
        crate = (name, version)
        del path[int(depth) :]
        edges.setdefault(crate, set())
        if path:
            edges[path[-1]].add(crate)
        path.append(crate)
    return edges


def described():
    """Return what each crate says of itself, and its checksum."""
    packages = json.loads(cargo("metadata", "--locked", "--format-version", "1"))["packages"]
    lock = Path("Cargo.lock").read_text().split("[[package]]")
    sums = {}
    for entry in lock:
        fields = dict(re.findall(r'^(name|version|checksum) = "(.*)"$', entry, re.MULTILINE))
        if "checksum" in fields:
            sums[fields["name"], fields["version"]] = fields["checksum"]
    return {
        (p["name"], p["version"]): p | {"sum": sums.get((p["name"], p["version"]))}
        for p in packages
    }


def license_texts(package):
    """Return the texts of the license files of a crate, and of the C code that it brings along."""
    root = Path(package["manifest_path"]).parent
    named = [root / package["license_file"]] if package["license_file"] else []
    found = sorted(path for path in root.rglob("*") if LICENSE_FILE.match(path.name))
    texts = {}
    for path in [*named, *found]:
        folders = path.relative_to(root).parts[:-1]
        if path.is_file() and path.suffix not in NO_LICENSE and NOT_LINKED.isdisjoint(folders):
            text = path.read_text(errors="replace").replace("\r\n", "\n").strip("\n")
            texts.setdefault(" ".join(text.split()), text)
    return list(texts.values())


def mit(holders):
    """Return the text of the MIT license for somebody else's work."""
    text = Path("LICENSE-MIT").read_text().strip("\n")
    return re.sub(r"(?m)^Copyright .*$", f"Copyright (c) {holders}", text)


def texts_of(crates):
    """Return the license texts of each crate.

    A crate published without one has that of its repository, as a sister published from there
    brings it along, or the text that its license names, with its authors as the holders.
    """
    texts = {crate: license_texts(package) for crate, package in crates.items()}
    sisters = {}
    for crate, package in crates.items():
        if texts[crate] and package["repository"]:
            sisters.setdefault((package["repository"], package["license"]), texts[crate])
    for crate, package in crates.items():
        if texts[crate]:
            continue
        key = (package["repository"], package["license"])
        if key in sisters:
            texts[crate] = sisters[key]
        elif expression(package) == "MIT" and package["authors"]:
            holders = [re.sub(r" *<.*>", "", author) for author in package["authors"]]
            texts[crate] = [mit(", ".join(holders))]
        else:
            sys.exit(f"components: {crate} brings no text of its license, {expression(package)}")
    return texts


def expression(package):
    """Return the license of a crate as SPDX writes it today."""
    return (package["license"] or "").replace("/", " OR ")


def licenses(crates):
    """Return the license texts, each once, with the crates that have it."""
    users = {}
    texts = {}
    for crate, own in sorted(texts_of(crates).items()):
        for text in own:
            key = " ".join(text.split())
            texts.setdefault(key, text)
            users.setdefault(key, []).append(crate)
    lines = [
        "Licenses of what is linked into extract",
        "",
        "extract itself is licensed under MIT or Apache-2.0, at your option. These crates are in it;",
        "the texts follow below.",
        "",
    ]
    for (name, version), package in sorted(crates.items()):
        lines.append(
            f"  {name} {version}: {expression(package)}  {package['repository'] or ''}".rstrip()
        )
    lines.append("")
    for title, text in [
        ("SQLite", SQLITE),
        ("musl", MUSL),
        ("Noto Sans Mono", NOTO),
        ("GNU C library", GLIBC),
        ("Rust", RUST),
    ]:
        lines += [f"{title}: {text}", ""]
    for key in sorted(texts, key=lambda key: users[key]):
        names = ", ".join(f"{name} {version}" for name, version in users[key])
        lines += [RULE, f"Used by {names}", RULE, texts[key], ""]
    return "\n".join(lines)


def purl(crate):
    return f"pkg:cargo/{crate[0]}@{crate[1]}"


def component(crate, package, kind):
    made = {
        "type": kind,
        "bom-ref": purl(crate),
        "name": crate[0],
        "version": crate[1],
        "licenses": [{"expression": expression(package)}],
        "purl": purl(crate),
    }
    if package["description"]:
        made["description"] = " ".join(package["description"].split())
    if package["sum"]:
        made["hashes"] = [{"alg": "SHA-256", "content": package["sum"]}]
    if package["repository"]:
        made["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return made


def bill(program, crates, edges):
    """Return the components as a bill of materials."""
    when = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    when = datetime.datetime.fromtimestamp(when, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    libraries = sorted(crate for crate in crates if crate != program)
    depends = [{"ref": purl(c), "dependsOn": sorted(map(purl, edges[c]))} for c in sorted(edges)]
    # The same components have the same number.
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([when, depends]))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "timestamp": when,
            "component": component(program, crates[program], "application"),
        },
        "components": [component(crate, crates[crate], "library") for crate in libraries],
        "dependencies": depends,
    }


def main():
    name, target, license_file, bill_file, *options = sys.argv[1:]
    tree = ["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", "{p}"]
    edges = linked(name, target, tree + options)
    about = described()
    crates = {crate: about[crate] for crate in edges}
    silent = [crate for crate, package in crates.items() if not expression(package)]
    if silent:
        sys.exit(f"components: these crates do not say their license: {silent}")
    program = next(crate for crate in crates if crate[0] == name)
    others = {crate: package for crate, package in crates.items() if crate != program}
    Path(license_file).write_text(licenses(others))
    text = json.dumps(bill(program, crates, edges), indent=1, ensure_ascii=False)
    Path(bill_file).write_text(text + "\n")
    print(f"components: {len(others)} crates")


if __name__ == "__main__":
    main()
