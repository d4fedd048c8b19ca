use super::*;
use crate::interpret::meaning::interpret;
use crate::model::confidence::Confidence;
use crate::text::sample::page;

fn occupied(cell: &str, source: TextSource) -> bool {
    let rows = [
        (40.0, 100.0, "Receipt Number"),
        (200.0, 100.0, "USCIS Online Account Number"),
        (400.0, 100.0, "Case Type"),
        (40.0, 112.0, "IOE0912345678"),
        (200.0, 112.0, cell),
        (400.0, 112.0, "I-765"),
        (40.0, 130.0, "Notice Date"),
        (200.0, 130.0, "Filed By"),
        (40.0, 142.0, "04/01/2021"),
    ];
    let page = page(&rows, source);
    let meaning = interpret(&page);
    let account = |l: &&Labelled| l.label.kind == LabelKind::Account;
    let label = meaning.labels.iter().find(account);
    label.is_some_and(|label| is_occupied(&page, &meaning, label))
}

#[test]
fn a_remark_in_a_cell_occupies_it() {
    for remark in [
        "Applied for",
        "TBD",
        "*",
        "* *",
        "\u{2020}",
        "0",
        "\u{fffd}\u{fffd}",
    ] {
        assert!(occupied(remark, TextSource::TextLayer), "{remark}");
    }
    for nothing in ["-", "\u{2014}", "____", "/"] {
        assert!(!occupied(nothing, TextSource::TextLayer), "{nothing}");
        assert!(!occupied(nothing, TextSource::Ocr), "{nothing}");
    }
    assert!(!occupied("x1", TextSource::Ocr));
}

#[test]
fn a_line_that_was_hardly_read_over_a_caption_occupies_its_place() {
    let occupied = |garbled: &str, confidence: f32| {
        let rows = [
            (40.0, 100.0, "A012345678"),
            (40.0, 110.0, "A-NUMBER"),
            (40.0, 130.0, garbled),
            (40.0, 140.0, "USCIS ELIS ACCT NO"),
        ];
        let mut page = page(&rows, TextSource::Ocr);
        let line = page.lines.iter_mut().find(|l| l.text() == garbled).unwrap();
        for word in &mut line.words {
            word.confidence = Confidence::new(confidence);
        }
        let meaning = interpret(&page);
        let account = |l: &&Labelled| l.label.kind == LabelKind::Account;
        let label = meaning.labels.iter().find(account).unwrap();
        is_occupied(&page, &meaning, label)
    };
    assert!(occupied("Iisl glsieilla1ea", 0.35));
    assert!(!occupied("Name of applicant", 0.99));
    assert!(!occupied("ii l", 0.35));
}

#[test]
fn words_behind_the_next_label_of_the_line_are_its_own() {
    let occupied = |beside: &str| {
        let rows = [
            (40.0, 100.0, "Receipt Number: IOE0912345678"),
            (40.0, 112.0, "USCIS Online Account Number:"),
            (300.0, 112.0, beside),
            (40.0, 124.0, "Notice Date: 04/01/2021"),
        ];
        let page = page(&rows, TextSource::TextLayer);
        let meaning = interpret(&page);
        let account = |l: &&Labelled| l.label.kind == LabelKind::Account;
        let label = meaning.labels.iter().find(account).unwrap();
        is_occupied(&page, &meaning, label)
    };
    for neighbour in ["Notice Type: Transfer Notice", "Case Type: I-131 TRAVEL"] {
        assert!(!occupied(neighbour), "{neighbour}");
    }
    assert!(occupied("Applied for"));
}
