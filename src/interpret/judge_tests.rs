//! Tests of [`super::judge`].

use super::{Candidate, NoRereading, Rereader, SecondReading, judge};
use crate::interpret::meaning::interpret;
use crate::model::confidence::Confidence;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::sample::page;

struct Says(&'static str);
impl Rereader for Says {
    fn reread(&mut self, _: &Candidate, _: bool) -> Vec<SecondReading> {
        vec![SecondReading {
            engine: "another reader",
            value: Some(self.0.to_owned()),
            confidence: Confidence::CERTAIN,
            same_engine: false,
            unknown_origin: false,
        }]
    }
}

fn decisions(
    rows: &[(f32, f32, &str)],
    is_notice: bool,
    source: TextSource,
    rereader: &mut dyn Rereader,
) -> Vec<Verdict> {
    let page = page(rows, source);
    judge(&page, &interpret(&page), is_notice, rereader)
        .into_iter()
        .map(|c| c.decision)
        .collect()
}

#[test]
fn no_account_number_without_its_label() {
    use Verdict::{Accepted, Rejected, Review};
    for (text, is_notice, decision) in [
        ("USCIS Account Number: 001234567890", false, Accepted),
        ("Account Number: 001234567890", true, Accepted),
        ("Account Number: 001234567890", false, Rejected),
        ("Tracking Number: 001234567890", true, Rejected),
        ("Case Type 001234567890", true, Review),
        ("001234567890", true, Review),
        ("001234567890", false, Rejected),
        ("Routing 001234567890", true, Rejected),
    ] {
        assert_eq!(
            decisions(
                &[(40.0, 100.0, text)],
                is_notice,
                TextSource::TextLayer,
                &mut NoRereading
            ),
            [decision],
            "{text}"
        );
    }
}

#[test]
fn look_alikes_are_never_accepted() {
    for text in [
        "Passport No. A12345678",
        "Card Number: SRC0657715855",
        "NVC Case Number GUZ2019123456",
        "SSN 123 45 6789",
    ] {
        let decisions = decisions(
            &[(40.0, 100.0, text)],
            true,
            TextSource::TextLayer,
            &mut NoRereading,
        );
        assert!(decisions.iter().all(|d| *d != Verdict::Accepted), "{text}");
    }
}

#[test]
fn the_end_of_an_address_is_no_a_number() {
    let says = &mut Says("A018626063");
    let judged = |text: &str, says: &mut Says| {
        decisions(&[(40.0, 100.0, text)], true, TextSource::Ocr, says)
    };
    assert_eq!(judged("LOWELL M A 018626063", says), [Verdict::Review]);
    assert_eq!(judged("A 018626063", says), [Verdict::Accepted]);
    assert_eq!(judged("LOWELL A018 626 063", says), [Verdict::Accepted]);
}

#[test]
fn eight_digits_without_a_label_need_another_reader() {
    struct Twice;
    impl Rereader for Twice {
        fn reread(&mut self, candidate: &Candidate, _: bool) -> Vec<SecondReading> {
            let again = |same_engine, value| SecondReading {
                engine: "a reader",
                value,
                confidence: Confidence::CERTAIN,
                same_engine,
                unknown_origin: false,
            };
            vec![
                again(true, Some(candidate.value.clone())),
                again(false, None),
            ]
        }
    }
    let judged = |text: &str| decisions(&[(40.0, 100.0, text)], true, TextSource::Ocr, &mut Twice);
    assert_eq!(judged("A05112586"), [Verdict::Review]);
    assert_eq!(judged("A-Number: A05112586"), [Verdict::Accepted]);
    assert_eq!(judged("A105112586"), [Verdict::Accepted]);
}

#[test]
fn text_of_another_script_is_for_a_person_to_see() {
    use Verdict::{Accepted, Review};
    for (text, decision) in [
        ("A-Number: A012345678", Accepted),
        ("A-Number: Ａ０１２−３４５−６７８", Accepted),
        ("A-Number: A٠١٢٣٤٥٦٧٨", Review),
        ("A-Number: \u{410}012345678", Review),
        ("USCIS Account Number: 001234\u{200b}567890", Review),
    ] {
        let row = [(40.0, 100.0, text)];
        let judged = decisions(&row, true, TextSource::TextLayer, &mut NoRereading);
        assert_eq!(judged, [decision], "{text}");
    }
}

#[test]
fn pixels_need_a_second_witness() {
    let rows = [(40.0, 100.0, "Receipt Number: 1OE0912345678")];
    let judged = |rereader: &mut dyn Rereader| decisions(&rows, true, TextSource::Ocr, rereader);
    assert_eq!(judged(&mut NoRereading), [Verdict::Review]);
    assert_eq!(judged(&mut Says("IOE0912345678")), [Verdict::Accepted]);
    assert_eq!(judged(&mut Says("IOE0912345679")), [Verdict::Review]);
}

#[test]
fn an_account_number_in_a_letter_about_a_case_is_for_a_person_to_see() {
    let rows = |label: &'static str| {
        [
            (40.0, 100.0, "Receipt Number: IOE0912345678"),
            (40.0, 160.0, label),
        ]
    };
    let of = |label| decisions(&rows(label), false, TextSource::TextLayer, &mut NoRereading);
    let account = of("Account Number: 001234567890");
    assert_eq!(account, [Verdict::Accepted, Verdict::Review]);
    let parcel = of("Tracking Number: 001234567890");
    assert_eq!(parcel, [Verdict::Accepted, Verdict::Rejected]);
}

#[test]
fn a_records_schedule_is_no_number() {
    let of = |text: &'static str| {
        let rows = [(40.0, 100.0, text)];
        decisions(&rows, true, TextSource::TextLayer, &mut NoRereading)
    };
    let schedule = of("Copies are kept under schedule DAA-0566-2017-0035.");
    assert!(schedule.into_iter().all(|d| d == Verdict::Rejected));
    assert_eq!(of("0566-2017-0035"), [Verdict::Review]);
}
