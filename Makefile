# On a fresh Debian machine with Rust, `make run` and `make test` are all you need.

.DEFAULT_GOAL := help
.PHONY: help run test setup build check lint features docs deny dist dist-test bench bench-peers \
	bench-instructions everyday accuracy accuracy-fresh accuracy-open accuracy-lines \
	accuracy-augraphy calibration fixtures page python test-cluster review-picture train

# The seed and number of files for the targets that draw notices.
SEED ?= 1
COUNT ?= 300

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

# `extract` exits with status 1 when a notice lacks its account number. Here that is expected.
run: build ## Build, then read the fixtures
	target/release/extract --exit-zero --format text fixtures

test: setup lint features ## Lint, check all feature sets, and run every test
	cargo test --release --workspace
	@scripts/page.sh
	@scripts/everyday.sh target/release/extract fixtures/notices
	@scripts/python.sh

setup: ## Install missing system packages (Debian)
	@scripts/setup.sh

build: setup ## Build the programs
	cargo build --release

check: ## Quick check while working: format, clippy and the library's unit tests
	cargo fmt --all --check
	cargo clippy --release --lib --bins -- -D warnings
	cargo test --release --lib

page: build ## Test and check the scripts of the review page under node
	@scripts/page.sh

lint: setup ## Check formatting, clippy and spelling
	cargo fmt --all --check
	cargo clippy --release --workspace --all-targets -- -D warnings
	@if typos=$$(scripts/tool.sh typos typos-cli 1.52.0); then "$$typos"; \
	else echo "lint: typos could not be installed; spelling is not checked" >&2; fi

# The feature sets that README.md names, beside the default.
features: setup ## Check the builds without Tesseract and without the command line
	cargo check --release --no-default-features --features cli,xlsx
	cargo check --release --no-default-features

# Planned together, the programs and the native part of the wheel share what they depend on.
wheel_programs := cargo build --release --package i797 --package i797-python --bins

python: setup ## Build the Python wheel into target/python/wheels and run its tests
	$(wheel_programs)
	@scripts/python.sh

# Brings a JRE, pyspark and ray: some 500 MB, which is why `make test` leaves it out. It takes the
# wheel of `make python`.
test-cluster: target/python/wheels/built ## Test the Python package on Spark and Ray, on this machine
	@scripts/cluster.sh

# Written by scripts/python.sh when it has built the wheel. What tools keep (.ruff_cache) is no
# source.
target/python/wheels/built: $(shell find Cargo.* build.rs src python -type f \
		-not -path '*/tests/*' -not -path '*/.*' -not -path 'python/i797/bin/*' -not -name '*.pyc')
	@scripts/setup.sh
	$(wheel_programs)
	@scripts/python.sh --wheel

# Takes some minutes.
everyday: build ## Check what docs/FOLDERS.md promises on 2,000 files
	scripts/everyday.sh target/release/extract fixtures/notices 2000 20 10

docs: ## Build the API documentation, with warnings as errors
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --workspace

deny: ## Check dependencies: advisories, licenses, duplicates
	@deny=$$(scripts/tool.sh cargo-deny cargo-deny 0.20.2) && "$$deny" --locked --workspace check

# Needs more packages than the rest; scripts/dist-setup.sh installs them. AARCH64=1 builds for aarch64
# too.
AARCH64 ?=
dist: ## Build, check and pack what is handed to users, in dist/ (AARCH64)
	@scripts/dist-setup.sh $(if $(AARCH64),aarch64)
	@scripts/dist.sh $(if $(AARCH64),aarch64)

dist-test: ## Install the packages of dist/ in a bare Debian, try and remove them; needs root
	@scripts/dist-test.sh

bench: setup ## Benchmark stages and whole batches with criterion
	cargo bench

# Example: make bench-peers FOLDER=target/fresh LIMIT=50
FOLDER ?= fixtures
LIMIT ?= 20
bench-peers: build ## Compare speed and accuracy with common pipelines (FOLDER, LIMIT)
	python3 scripts/bench-peers.py target/release/extract $(FOLDER) --limit $(LIMIT)

# Instruction counts are independent of the load on the machine.
bench-instructions: setup ## Count the instructions of single stages; needs valgrind
	scripts/bench-instructions.sh

# Fails if a wrong number was accepted.
accuracy: setup ## Compare the engines on the fixtures, by damage and by layout
	cargo build --release --workspace --bins
	target/release/score fixtures/truth.jsonl target/release/extract fixtures/notices --engines

# Example: make accuracy-fresh SEED=7 COUNT=1000. With ENGINES=1 it compares the engines.
ENGINES ?=
accuracy-fresh: setup ## Measure accuracy on newly generated notices (SEED, COUNT, ENGINES)
	cargo build --release --workspace --bins
	rm -rf target/fresh
	target/release/notices --out target/fresh --seed $(SEED) --count $(COUNT)
	target/release/score target/fresh/truth.jsonl target/release/extract target/fresh \
		--by origin --by damage --by layout --fields $(if $(ENGINES),--engines)

# Example: make accuracy-open SEED=3 FAMILY="birch cedar". Without FAMILY, all families are drawn.
# Fails if a wrong number was accepted, or one that is printed was called absent.
FAMILY ?=
accuracy-open: setup ## Measure accuracy on designs by independent authors (SEED, COUNT, FAMILY)
	cargo build --release --workspace --bins
	rm -rf target/open
	target/release/notices --out target/open --seed $(SEED) --count $(COUNT) --open \
		$(addprefix --family ,$(FAMILY))
	target/release/score target/open/truth.jsonl target/release/extract target/open \
		--by family --by origin --fields

# The line finder alone, on pages of the same designs (COUNT designs; families kept out are not drawn).
# Example: make accuracy-lines SEED=3 COUNT=40
accuracy-lines: setup ## Measure which printed lines are found, by kind of damage (SEED, COUNT)
	cargo build --release --package i797-generator --bin found
	target/release/found --seed $(SEED) --count $(COUNT)

# Clean pages of the same designs, spoiled by a library that is not ours. Needs pdftoppm, and the
# network once. Fails if a wrong number was accepted.
# Example: make accuracy-augraphy SEED=5 COUNT=200
accuracy-augraphy: setup target/augraphy-venv/ready ## Measure accuracy on wear by augraphy (SEED, COUNT, FAMILY)
	@command -v pdftoppm >/dev/null || { echo "pdftoppm is missing: install poppler-utils" >&2; exit 1; }
	cargo build --release --workspace --bins
	rm -rf target/augraphy
	target/release/notices --out target/augraphy/paper --seed $(SEED) --count $(COUNT) --open \
		$(addprefix --family ,$(FAMILY))
	target/augraphy-venv/bin/python scripts/augraphy-set.py target/augraphy/paper \
		target/augraphy/set --seed $(SEED)
	target/release/score target/augraphy/set/truth.jsonl target/release/extract target/augraphy/set

target/augraphy-venv/ready: scripts/augraphy-set.txt
	python3 -m venv target/augraphy-venv
	target/augraphy-venv/bin/pip install --quiet --requirement scripts/augraphy-set.txt
	touch $@

# Generates notices in parts of 250 files, kept in target/calibration. An interrupted run resumes.
# Example: make calibration SEED=5000 COUNT=2000
calibration: setup ## Check that confidences hold; updates docs/CALIBRATION.md (SEED, COUNT)
	cargo build --release --workspace --bins
	scripts/calibration.sh $(SEED) $(COUNT)

# The same seeds give the same bytes.
fixtures: setup ## Regenerate the fixtures
	cargo build --release --workspace --bins
	target/release/fixtures fixtures

review-picture: build ## Retake the README's screenshot of the review page
	@scripts/review-picture.sh

# Takes a few hours on two cores and resumes when interrupted. docs/MODEL.md says how the weights in
# training/runs/reader get into the program. Users never need this.
STEPS ?= 24000
train: setup training/.venv/ready ## Train the line recognizer (STEPS)
	@scripts/fonts.sh
	cargo build --release --package i797-generator --bin lines
	training/.venv/bin/python training/train.py --run training/runs/reader --steps $(STEPS)

training/.venv/ready: training/requirements.txt
	python3 -m venv training/.venv
	training/.venv/bin/pip install --quiet --requirement training/requirements.txt
	touch $@
