# Two commands do all on a fresh Debian machine with Rust: `make run` and `make test`.
.PHONY: run test setup build lint bench accuracy accuracy-fresh calibration fixtures desk-picture train bench-peers bench-instructions

# What `make accuracy-fresh` draws.
SEED ?= 1
COUNT ?= 300

# What was found and what is missing in the fixtures. Status 1 of the program ("something is missing") is no failure here.
run: build
	target/release/extract --exit-zero --format text fixtures

test: setup lint
	cargo test --release --workspace

setup:
	@scripts/setup.sh

build: setup
	cargo build --release

lint: setup
	cargo fmt --all --check
	cargo clippy --release --workspace --all-targets -- -D warnings

# Stages and whole batches, measured by criterion.
bench: setup
	cargo bench

# Time and found numbers beside those of the pipelines people build, as a table: make bench-peers FOLDER=target/fresh LIMIT=50
FOLDER ?= fixtures
LIMIT ?= 20
bench-peers: build
	python3 scripts/bench-peers.py target/release/extract $(FOLDER) --limit $(LIMIT)

# Instructions of single stages, which no busy machine changes; needs valgrind.
bench-instructions: setup
	scripts/bench-instructions.sh

# The line reader alone, Tesseract alone and both on the fixtures, by damage and by layout. Fails when a false number was accepted.
accuracy: setup
	cargo build --release --workspace --bins
	target/release/score fixtures/truth.jsonl target/release/extract fixtures/notices --readers

# What the program reads by default on notices drawn anew from a seed, by kind of number too:
# make accuracy-fresh SEED=7 COUNT=1000, and READERS=1 for the readers side by side.
READERS ?=
accuracy-fresh: setup
	cargo build --release --workspace --bins
	rm -rf target/fresh
	target/release/notices --out target/fresh --seed $(SEED) --count $(COUNT)
	target/release/score target/fresh/truth.jsonl target/release/extract target/fresh $(if $(READERS),--readers)

# Whether confidences are true: tables and plot in docs/, from notices drawn anew in parts of 250, kept in target/calibration:
# make calibration SEED=5000 COUNT=2000. Cut off and called again it goes on with the parts that are missing.
calibration: setup
	cargo build --release --workspace --bins
	scripts/calibration.sh $(SEED) $(COUNT)

# Draws the fixtures anew; the same seeds give the same bytes.
fixtures: setup
	cargo build --release --workspace --bins
	target/release/fixtures fixtures

# Draws the picture of the review desk in the README.
desk-picture: build
	@scripts/desk-picture.sh

# Trains the line reader from seeds: some hours on two cores. Cut off and called again it goes on where it stood; the weights
# come to lie in training/runs/reader, and docs/MODEL.md says how they become those of the program. Nobody else needs this.
STEPS ?= 24000
train: setup training/.venv/ready
	@scripts/fonts.sh
	cargo build --release --package i797-generator --bin lines
	training/.venv/bin/python training/train.py --run training/runs/reader --steps $(STEPS)

training/.venv/ready: training/requirements.txt
	python3 -m venv training/.venv
	training/.venv/bin/pip install --quiet --requirement training/requirements.txt
	touch $@
