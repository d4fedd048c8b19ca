use super::super::vocabulary::FOREIGN;
use super::*;

#[test]
fn words_against_us_are_matched_leniently_and_words_for_us_strictly() {
    let words = Lexicon::full();
    for damaged in [
        "4ttorney",
        "attorne",
        "attomey",
        "atorney",
        "representatlve",
        "paym3nt",
    ] {
        let bits = words.find(damaged, false).map_or(0, |(_, b)| b);
        assert_ne!(bits & (on::ATTORNEY | on::FOREIGN), 0, "{damaged}");
    }
    assert!(words.find("acc0unt", false).is_none());
    assert_eq!(words.find("acc0unt", true).map(|w| w.0), Some("account"));
    assert_eq!(words.find("nurnber", true).map(|w| w.0), Some("number"));
    assert_eq!(words.find("acet", true).map(|w| w.0), Some("acct"));
    assert_eq!(words.find("n0", true).map(|w| w.0), Some("no"));
    assert_eq!(words.find("plece", true).map(|w| w.0), Some("piece"));
    assert!(words.find("acet", false).is_none());
    assert!(words.find("zebra", true).is_none());
}

#[test]
fn hidden_words_are_unknown() {
    let words = Lexicon::without(|w| w == "remittance");
    assert_eq!(words.exact("remittance"), 0);
    assert_ne!(Lexicon::full().exact("remittance"), 0);
}

#[test]
fn no_foreign_word_passes_as_a_modifier_of_our_label() {
    let words = Lexicon::full();
    for word in FOREIGN.split_whitespace() {
        assert_eq!(words.exact(word) & on::STRONG, 0, "{word}");
    }
}
