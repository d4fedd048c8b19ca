# Two commands do all on a fresh Debian machine with Rust: `make run` and `make test`.
.PHONY: run test setup build lint bench accuracy fixtures train

# What was found and what is missing in the fixtures. Status 1 of the program ("something is missing") is no failure here.
run: build
	target/release/extract --exit-zero fixtures

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

# Recall, wrong and review on the fixtures, by layout and by damage.
accuracy: setup
	cargo run --release --package i797-generator --bin score -- fixtures/truth.jsonl target/release/extract fixtures

# Draws the fixtures anew; the same seeds give the same bytes.
fixtures: setup
	cargo run --release --package i797-generator --bin fixtures

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
