use super::*;
use crate::interpret::Candidate;
use crate::interpret::SecondReading;
use crate::interpret::fields::Rank;
use crate::model::geometry::BoundingBox;
use crate::text::Word;
use crate::text::sample::page;

struct Reads(&'static [(&'static str, bool)]);

impl Rereader for Reads {
    fn reread(&mut self, _: &Candidate, _: bool) -> Vec<SecondReading> {
        Vec::new()
    }

    fn reread_words(&mut self, _: &BoundingBox) -> Vec<WordsReading> {
        let reading = |(words, same): &(&'static str, bool)| WordsReading {
            engine: "an engine",
            words: words_of(words),
            same_engine: *same,
        };
        self.0.iter().map(reading).collect()
    }
}

fn words_of(text: &str) -> Vec<Word> {
    let lines = page(&[(0.0, 0.0, text)], TextSource::Ocr).lines;
    lines.into_iter().flat_map(|line| line.words).collect()
}

fn reading(kind: FieldKind, printed: &str, unsure: Unsure) -> FieldReading {
    FieldReading {
        kind,
        value: printed.to_owned(),
        printed: printed.to_owned(),
        title: None,
        verdict: Verdict::Review,
        confidence: Confidence::UNKNOWN,
        bounds: BoundingBox::new(0.0, 0.0, 90.0, 8.0).unwrap(),
        value_bounds: BoundingBox::new(0.0, 0.0, 90.0, 8.0).unwrap(),
        source: TextSource::Ocr,
        label: None,
        reasons: vec!["read with low confidence".to_owned()],
        rank: Rank::Labelled,
        unsure,
    }
}

fn settled(first: FieldReading, seen: &'static [(&'static str, bool)]) -> (String, Verdict) {
    let mut readings = [first];
    confirm(&mut readings, &mut Reads(seen));
    let [reading] = readings;
    (reading.value, reading.verdict)
}

#[test]
fn only_another_engine_settles_a_name() {
    let name = |unsure| reading(FieldKind::Applicant, "DOE, JANE", unsure);
    let accepted = ("DOE, JANE".to_owned(), Verdict::Accepted);
    let review = ("DOE, JANE".to_owned(), Verdict::Review);
    for unsure in [Unsure::Faint, Unsure::Letters] {
        assert_eq!(settled(name(unsure), &[("DOE JANE", false)]), accepted);
        assert_eq!(settled(name(unsure), &[("DOE, JANE", true)]), review);
        assert_eq!(settled(name(unsure), &[("DOE, JANET", false)]), review);
        assert_eq!(settled(name(unsure), &[("", false)]), review);
    }
    assert_eq!(settled(name(Unsure::No), &[("DOE, JANE", false)]), review);
}

#[test]
fn of_an_address_only_the_name_is_read_again() {
    let mut address = reading(FieldKind::Addressee, "JANE D0E", Unsure::Faint);
    address.printed = "JANE D0E, 12 MAIN ST, TAMPA FL 33601".to_owned();
    let mut readings = [address.clone()];
    confirm(
        &mut readings,
        &mut Reads(&[("JANE DOE", true), ("JANE DOE", false)]),
    );
    assert_eq!(readings[0].printed, "JANE DOE, 12 MAIN ST, TAMPA FL 33601");
    assert_eq!(readings[0].verdict, Verdict::Review);
    let accepted = ("JANE D0E".to_owned(), Verdict::Accepted);
    assert_eq!(settled(address, &[("JANE D0E", false)]), accepted);
}

#[test]
fn another_engine_mends_the_letter_that_no_name_has() {
    let name = |printed| reading(FieldKind::Applicant, printed, Unsure::Letters);
    let seen = &[("DOE, NIKOLAL", true), ("DOE, NIKOLAI", false)];
    let value = "DOE, NIKOLAI".to_owned();
    assert_eq!(
        settled(name("DOE, NIKOLAL"), seen),
        (value, Verdict::Accepted)
    );
    // A name that is near another one of the page is no such case.
    let seen = &[("DOE, NIKOLAL", false)];
    assert_eq!(settled(name("DOE, NIKOLAI"), seen).1, Verdict::Review);
}

#[test]
fn two_later_readings_are_the_better_guess_and_no_more() {
    let name = reading(FieldKind::Applicant, "DOE, NIKOLA", Unsure::Faint);
    let seen = &[("DOE, NIKOLAS", true), ("DOE, NIKOLAS", false)];
    let value = "DOE, NIKOLAS".to_owned();
    assert_eq!(settled(name.clone(), seen), (value, Verdict::Review));
    let seen = &[("DOE,", true), ("DOE,", false)];
    let value = "DOE, NIKOLA".to_owned();
    assert_eq!(settled(name, seen), (value, Verdict::Review));
}

#[test]
fn a_name_read_once_is_contested_by_a_letter() {
    let mut name = reading(FieldKind::Applicant, "LINDQVST, EMRE", Unsure::No);
    name.verdict = Verdict::Accepted;
    name.confidence = Confidence::new(0.998);
    let value = "LINDQVST, EMRE".to_owned();
    let seen = &[("LINDQVIST, EMRE", false)];
    assert_eq!(
        settled(name.clone(), seen),
        (value.clone(), Verdict::Review)
    );
    let seen = &[("~ 7Q VS", false)];
    assert_eq!(settled(name, seen), (value, Verdict::Accepted));
}

#[test]
fn types_and_forms_are_compared_by_what_they_mean() {
    let kind = reading(FieldKind::NoticeType, "Receipt Notice", Unsure::Faint);
    let seen = &[("RECE1PT NOTICE", false)];
    assert_eq!(settled(kind, seen).1, Verdict::Accepted);
    let form = reading(FieldKind::CaseType, "I-485", Unsure::Faint);
    let seen = &[("1485 - APPLICATION TO REGISTER", false)];
    assert_eq!(settled(form, seen).1, Verdict::Accepted);
    let date = reading(FieldKind::NoticeDate, "04/01/2021", Unsure::Faint);
    assert_eq!(settled(date, &[("04/07/2021", false)]).1, Verdict::Review);
}
