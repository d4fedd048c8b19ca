//! Interprets native pages and compares with the truth beside them, or tells all that it sees of
//! one document.
//!
//! ```text
//! cargo run --example meaning -- ../shared/corpus ../shared/cases/designs
//! cargo run --example meaning -- --explain notice.pdf
//! ```

use i797::document::Document;
use i797::interpret::meaning::{
    AccountLabel, AccountState, DateKind, LabelKind, Meaning, Role, ValueKind, Verdict, interpret,
};
use i797::model::config::Config;
use i797::ocr::{BuiltinEngine, PageOcr};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

type Counts = BTreeMap<&'static str, usize>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let quiet = args.iter().any(|a| a == "--quiet");
    let files: Vec<&String> = args.iter().filter(|a| !a.starts_with("--")).collect();
    if args.iter().any(|a| a == "--explain") {
        files.iter().for_each(|f| explain(Path::new(f)));
        return Ok(());
    }
    for folder in files {
        let mut counts = Counts::new();
        for (file, truth) in truths(Path::new(folder))? {
            compare(&file, &truth, &mut counts, quiet);
        }
        println!("{folder}: {counts:?}");
    }
    Ok(())
}

/// Each document of a folder with what is true of it.
fn truths(folder: &Path) -> Result<Vec<(PathBuf, Json)>, Box<dyn std::error::Error>> {
    let list = folder.join("truth.jsonl");
    if let Ok(text) = std::fs::read_to_string(list) {
        let lines = text
            .lines()
            .map(serde_json::from_str::<Json>)
            .collect::<Result<Vec<_>, _>>()?;
        let scans = std::env::var_os("SCANS").is_some();
        let native = |t: &Json| {
            t["damage"]
                .as_str()
                .is_some_and(|d| d.starts_with("native") != scans)
        };
        return Ok(lines
            .into_iter()
            .filter(native)
            .map(|t| (folder.join(t["file"].as_str().unwrap_or("")), t))
            .collect());
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "pdf") {
            if let Ok(text) = std::fs::read_to_string(path.with_extension("json")) {
                found.push((path, serde_json::from_str(&text)?));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// The meanings of a document's native pages, and how long they took.
fn meanings(file: &Path) -> Option<Vec<Meaning>> {
    let document = Document::open(std::fs::read(file).ok()?, &Config::default()).ok()?;
    if std::env::var_os("SCANS").is_some() {
        return scanned(&document);
    }
    let mut found = Vec::new();
    for index in 0..document.page_count() {
        let page = document.page(index).ok()?;
        let text = page.visible?;
        let start = Instant::now();
        found.push(interpret(&text));
        if std::env::var_os("TIME").is_some() {
            eprintln!(
                "{} {} words {:?}",
                file.display(),
                text.word_count(),
                start.elapsed()
            );
        }
    }
    Some(found)
}

/// The same of pictures, by the line reader alone.
fn scanned(document: &Document) -> Option<Vec<Meaning>> {
    let mut reader = PageOcr::new(vec![Box::new(BuiltinEngine::new().ok()?)]);
    let mut found = Vec::new();
    for index in 0..document.page_count() {
        let image = document.page(index).ok()?.picture().ok()??;
        for page in i797::raster::prepare(image.pixels, Some(image.dpi)) {
            found.push(interpret(&reader.read(page).ok()?.text));
        }
    }
    Some(found)
}

fn texts(json: &Json) -> BTreeSet<String> {
    json.as_array()
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .map(str::to_owned)
        .collect()
}

fn a_number(text: &str) -> String {
    format!("A{:0>9}", text.trim_start_matches('A'))
}

fn compare(file: &Path, truth: &Json, counts: &mut Counts, quiet: bool) {
    let Some(pages) = meanings(file) else {
        println!("{}: not native", file.display());
        *counts.entry("unread").or_default() += 1;
        return;
    };
    let one = [truth.clone()];
    let notices = truth["notices"].as_array().map_or(&one[..], Vec::as_slice);
    for notice in notices {
        let of: Vec<usize> = notice["pages"].as_array().map_or_else(
            || (1..=pages.len()).collect(),
            |p| {
                p.iter()
                    .filter_map(Json::as_u64)
                    .map(|p| p as usize)
                    .collect()
            },
        );
        let pages: Vec<&Meaning> = of.iter().filter_map(|p| pages.get(p - 1)).collect();
        let name = format!("{} p{:?}", file.display(), of);
        Judged {
            name,
            pages,
            notice,
            quiet,
        }
        .all(counts);
    }
}

struct Judged<'a> {
    name: String,
    pages: Vec<&'a Meaning>,
    notice: &'a Json,
    quiet: bool,
}

impl Judged<'_> {
    fn all(&self, counts: &mut Counts) {
        self.accounts(counts);
        self.others(counts, "a_numbers", |k| {
            matches!(k, ValueKind::ANumber | ValueKind::Digits)
        });
        self.others(counts, "receipt_numbers", |k| k == ValueKind::Receipt);
        self.dates(counts);
        self.kinds(counts);
    }

    fn values(&self, which: impl Fn(ValueKind) -> bool, verdict: Verdict) -> BTreeSet<String> {
        let readings = self.pages.iter().flat_map(|p| &p.readings);
        let of = readings.filter(|r| {
            which(r.shape) && r.verdict == verdict && r.owner != Some(Role::Representative)
        });
        of.filter(|r| r.shape != ValueKind::Digits || r.meaning == Some(LabelKind::ANumber))
            .map(|r| r.canonical.clone())
            .collect()
    }

    fn say(&self, what: &str) {
        if !self.quiet {
            println!("{what}  {}", self.name);
        }
    }

    fn why(&self, canonical: &str) {
        if self.quiet {
            return;
        }
        for r in self
            .pages
            .iter()
            .flat_map(|p| &p.readings)
            .filter(|r| r.canonical == canonical)
        {
            let label = r
                .label
                .as_ref()
                .map(|l| format!("{:?} {:?}", l.text, l.kind));
            let rival = r
                .runner_up
                .as_ref()
                .map(|(l, c)| format!("{:?} {c:.2}", l.text));
            println!(
                "    {:?} {} <- {label:?} {:?} {:.2} {:?} rival {rival:?}",
                r.verdict, r.printed, r.relation, r.cost, r.doubts
            );
            println!("       {:?} {:?}", r.terms, r.reasons.last());
        }
    }

    fn accounts(&self, counts: &mut Counts) {
        let mut add = |k: &'static str| *counts.entry(k).or_default() += 1;
        let right = texts(&self.notice["account_numbers"]);
        let is = |k: ValueKind| k == ValueKind::Account;
        let explained = self.values(is, Verdict::Explained);
        let mut accepted = self.values(is, Verdict::Accept);
        let theirs: Vec<String> = accepted.intersection(&explained).cloned().collect();
        let mut review = self.values(is, Verdict::Review);
        for both in theirs {
            accepted.remove(&both);
            review.insert(both);
        }
        for wrong in accepted.difference(&right) {
            add("acct WRONG");
            self.say("acct WRONG");
            self.why(wrong);
        }
        for value in &right {
            if accepted.contains(value) {
                add("acct found");
            } else if review.contains(value) {
                add("acct review");
                self.say("acct review");
                self.why(value);
            } else {
                add("acct LOST");
                self.say("acct LOST");
                self.why(value);
            }
        }
        let states: Vec<AccountState> = self.pages.iter().map(|p| p.account_state()).collect();
        let cell = self
            .pages
            .iter()
            .any(|p| p.account_label == AccountLabel::Cell);
        let state = states.into_iter().min().unwrap_or(AccountState::Absent);
        let printed = self.notice["account_cell"]
            .as_str()
            .unwrap_or("absent")
            .to_lowercase();
        if right.is_empty() {
            let right_state = if printed == "blank" {
                AccountState::Blank
            } else {
                AccountState::Absent
            };
            let says = if state == AccountState::Review {
                "none: review"
            } else if state == right_state {
                "none: right"
            } else {
                "none: other cell"
            };
            add(says);
            if says != "none: right" {
                self.say(&format!("{says} truth {printed} cell {cell}"));
                let left: Vec<&String> = self.pages.iter().flat_map(|p| &p.leftovers).collect();
                if !left.is_empty() && !self.quiet {
                    println!("    left over: {left:?}");
                }
                self.values(is, Verdict::Review)
                    .iter()
                    .for_each(|v| self.why(v));
                for l in self
                    .pages
                    .iter()
                    .flat_map(|p| &p.labels)
                    .filter(|l| l.label.kind == LabelKind::Account && !self.quiet)
                {
                    println!(
                        "    label {:?} sentence {} {:?} {:?}",
                        l.label.text, l.in_sentence, l.words, l.doubts
                    );
                }
            }
        } else if matches!(state, AccountState::Blank | AccountState::Absent) {
            add("acct FALSELY NONE");
            self.say("acct FALSELY NONE");
        }
    }

    fn others(&self, counts: &mut Counts, key: &'static str, which: fn(ValueKind) -> bool) {
        let canonical = |t: &String| {
            if key == "a_numbers" {
                a_number(t)
            } else {
                t.clone()
            }
        };
        let right: BTreeSet<String> = texts(&self.notice[key]).iter().map(canonical).collect();
        let (accepted, review) = (
            self.values(which, Verdict::Accept),
            self.values(which, Verdict::Review),
        );
        let names: [&'static str; 5] = match key {
            "a_numbers" => [
                "anum found",
                "anum review",
                "anum LOST",
                "anum WRONG",
                "anum false review",
            ],
            _ => [
                "rcpt found",
                "rcpt review",
                "rcpt LOST",
                "rcpt WRONG",
                "rcpt false review",
            ],
        };
        let mut add = |k: usize, v: &String| {
            *counts.entry(names[k]).or_default() += 1;
            if k > 0 {
                self.say(&format!("{} {v}", names[k]));
                self.why(v);
            }
        };
        for value in &right {
            add(
                if accepted.contains(value) {
                    0
                } else if review.contains(value) {
                    1
                } else {
                    2
                },
                value,
            );
        }
        accepted.difference(&right).for_each(|v| add(3, v));
        review.difference(&right).for_each(|v| add(4, v));
    }

    fn kinds(&self, counts: &mut Counts) {
        let fold = |s: &str| {
            s.to_uppercase()
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        };
        let short = |s: &str| {
            fold(s)
                .trim_end_matches("NOTICEOFACTION")
                .trim_end_matches("NOTICE")
                .to_owned()
        };
        if let Some(right) = self.notice["fields"]["notice_type"].as_str() {
            let got = self.pages.iter().find_map(|p| p.notice_type.clone());
            let name = match &got {
                Some(g) if short(g) == short(right) => "ntype right",
                Some(_) => "ntype WRONG",
                None => "ntype none",
            };
            *counts.entry(name).or_default() += 1;
            if name != "ntype right" && std::env::var_os("DATES").is_some() {
                self.say(&format!("{name} {right} got {got:?}"));
            }
        }
        if let Some(right) = self.notice["fields"]["case_type"].as_str() {
            let got = self.pages.iter().find_map(|p| p.case_form.clone());
            let same = got
                .as_ref()
                .is_some_and(|g| fold(right).starts_with(&fold(g)));
            let name = if same {
                "ctype right"
            } else if got.is_some() {
                "ctype WRONG"
            } else {
                "ctype none"
            };
            *counts.entry(name).or_default() += 1;
            if name != "ctype right" && std::env::var_os("DATES").is_some() {
                self.say(&format!("{name} {right} got {got:?}"));
            }
        }
    }

    fn dates(&self, counts: &mut Counts) {
        let kinds = [
            ("notice_date", DateKind::Notice),
            ("received_date", DateKind::Received),
            ("priority_date", DateKind::Priority),
            ("valid_from", DateKind::ValidFrom),
            ("valid_to", DateKind::ValidTo),
            ("response_due", DateKind::ResponseDue),
            ("appointment_date", DateKind::Appointment),
        ];
        for (key, kind) in kinds {
            let Some(printed) = self.notice["fields"][key].as_str() else {
                continue;
            };
            let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
            let found = self.pages.iter().filter_map(|p| p.date(kind));
            let best =
                found.min_by(|a, b| a.verdict.cmp(&b.verdict).then(a.cost.total_cmp(&b.cost)));
            let same = |r: &&i797::interpret::meaning::Reading| {
                let squeezed = |s: &str| s.to_lowercase().split_whitespace().collect::<String>();
                squeezed(&r.printed) == squeezed(printed) || same_day(&r.canonical, printed)
            };
            let verdict = match best {
                Some(r) if same(&r) && r.verdict == Verdict::Accept => "right",
                Some(r) if same(&r) => "held",
                Some(r) if r.verdict == Verdict::Accept => "WRONG",
                _ => "none",
            };
            let _ = digits;
            let name: &'static str = match (key, verdict) {
                ("notice_date", "right") => "ndate right",
                ("notice_date", "held") => "ndate held",
                ("notice_date", "WRONG") => "ndate WRONG",
                ("notice_date", _) => "ndate none",
                ("received_date", "right") => "rdate right",
                ("received_date", "held") => "rdate held",
                ("received_date", "WRONG") => "rdate WRONG",
                ("received_date", _) => "rdate none",
                (_, "right") => "odate right",
                (_, "held") => "odate held",
                (_, "WRONG") => "odate WRONG",
                _ => "odate none",
            };
            *counts.entry(name).or_default() += 1;
            if verdict != "right" && std::env::var_os("DATES").is_some() {
                self.say(&format!("{key} {verdict} {printed}"));
                if let Some(r) = best {
                    self.why(&r.canonical);
                }
            }
        }
    }
}

/// Whether a canonical date is the printed one.
fn same_day(canonical: &str, printed: &str) -> bool {
    let parts: Vec<&str> = printed.split('/').collect();
    if let [m, d, y] = parts.as_slice() {
        return canonical == format!("{y}-{m:0>2}-{d:0>2}");
    }
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = printed.to_lowercase();
    let Some(month) = months.iter().position(|m| lower.contains(m)) else {
        return canonical == printed;
    };
    let numbers: Vec<String> = lower
        .split(|c: char| !c.is_ascii_digit())
        .filter(|s| !s.is_empty())
        .map(str::to_owned)
        .collect();
    match numbers.as_slice() {
        [a, b] if b.len() == 4 => canonical == format!("{b}-{:02}-{a:0>2}", month + 1),
        _ => false,
    }
}

fn explain(file: &Path) {
    for meaning in meanings(file).unwrap_or_default() {
        println!(
            "== {} account label {:?}, state {:?}",
            file.display(),
            meaning.account_label,
            meaning.account_state()
        );
        for r in &meaning.readings {
            let label = r.label.as_ref().map_or("-", |l| l.text.as_str());
            println!(
                "{:?} {:?} {:?} <- {label:?} {:?} {:.2} {:?} {:?}",
                r.verdict, r.shape, r.printed, r.relation, r.cost, r.owner, r.doubts
            );
        }
        for l in &meaning.labels {
            println!(
                "   label {:?} {:?} sentence {} values {:?} words {:?} {:?}",
                l.label.kind,
                l.label.text,
                l.in_sentence,
                l.values,
                l.words.iter().map(|w| &w.1).collect::<Vec<_>>(),
                l.doubts
            );
        }
        println!("   left over {:?}", meaning.leftovers);
    }
}
