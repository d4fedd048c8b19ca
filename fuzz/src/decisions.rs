//! Decisions over a record: what they change is what a person said of what the record shows.

use std::path::Path;
use std::sync::LazyLock;

use i797::model::record::DocumentRecord;
use i797::model::verdict::Verdict;
use i797::review::{Action, Decided, Decisions};
use i797::{Config, IdentifierKind, read_file};

/// A notice with a number of each kind; its hash is `00`, as the decisions name it.
static RECORD: LazyLock<DocumentRecord> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/notices/grid-found.pdf");
    let mut record = read_file(path, &Config::default());
    record.content_hash = Some("00".to_owned());
    // The fixture may be drawn anew; the decisions name these.
    for identifier in &mut record.notices[0].identifiers {
        let value = match identifier.kind {
            IdentifierKind::ReceiptNumber => "IOE0912345678",
            IdentifierKind::OnlineAccountNumber => "012345678901",
            IdentifierKind::ANumber => "A098765432",
        };
        identifier.value = value.to_owned();
    }
    assert_eq!(record.notices[0].identifiers.len(), 3);
    // As if no decision had been made: what `apply` tells anew is told.
    let none = Decisions {
        schema_version: 1,
        decisions: Vec::new(),
    };
    Decided::new(vec![none]).apply(&mut record);
    record
});

/// The numbers of a record.
fn values(record: &DocumentRecord) -> Vec<(String, Verdict)> {
    let numbers = record.notices.iter().flat_map(|n| &n.identifiers);
    numbers.map(|i| (i.value.clone(), i.verdict)).collect()
}

/// A file of decisions, however wrong.
pub fn decisions(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(file) = Decisions::parse(&text) else {
        return;
    };
    let mut record = RECORD.clone();
    let mut decided = Decided::new(vec![file.clone()]);
    decided.apply(&mut record);
    let said = decided.told();
    let left: usize = said
        .iter()
        .filter_map(|f| f.message.split(' ').next()?.parse::<usize>().ok())
        .sum();
    assert!(left <= file.decisions.len(), "more than there are");
    if left == file.decisions.len() {
        assert_eq!(record, *RECORD, "changed by decisions that fit nothing");
    }
    check(&file, &record);
}

/// Each number that is new was typed by a person, and each that is gone was dismissed or corrected.
fn check(file: &Decisions, record: &DocumentRecord) {
    let before = values(&RECORD);
    let after = values(record);
    for number in after.iter().filter(|number| !before.contains(number)) {
        let typed = file.decisions.iter().any(|d| {
            let said = d.value.as_ref() == Some(&number.0);
            let as_read = d.value.is_none() && d.action == Some(Action::Confirmed);
            d.action != Some(Action::Dismissed) && (said || as_read)
        });
        assert!(
            typed && number.1 == Verdict::Accepted,
            "a number of nobody's"
        );
    }
    for number in before.iter().filter(|number| !after.contains(number)) {
        let changed = file.decisions.iter().any(|d| {
            matches!(
                d.action,
                Some(Action::Dismissed | Action::Corrected | Action::Confirmed)
            ) && d.content_hash == record.content_hash
        });
        assert!(changed, "{} is gone", number.0.len());
    }
    for identifier in record.notices.iter().flat_map(|n| &n.identifiers) {
        assert!(!identifier.sightings.is_empty() && !identifier.evidence.is_empty());
        assert!(identifier.kind.canonical(&identifier.value).is_some());
    }
}
