//! Decoding of hand-made log-probabilities, and the embedded network itself.

use std::sync::Arc;

use image::{GrayImage, Luma};

use super::*;

const CHARS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#:-/.,$()*&' ";

/// A reading in which each character has three columns: blank, character, blank. Each of `doubts`
/// is an index, another character for it, and the probability of that.
fn reading(text: &str, doubts: &[(usize, char, f32)]) -> LineReading {
    let alphabet = Arc::new(Alphabet::new(CHARS).unwrap());
    let classes = alphabet.classes();
    let mut rows = Vec::new();
    let mut push = |chosen: &[(u8, f32)]| {
        let mut row = vec![1e-6f32.ln(); classes];
        chosen
            .iter()
            .for_each(|(class, p)| row[usize::from(*class)] = p.ln());
        rows.extend(row);
    };
    for (index, c) in text.chars().enumerate() {
        let mut chosen = vec![(alphabet.class(c).unwrap(), 0.999)];
        for (_, other, p) in doubts.iter().filter(|d| d.0 == index) {
            chosen[0].1 = 0.999 - p;
            chosen.push((alphabet.class(*other).unwrap(), *p));
        }
        push(&[(BLANK, 0.999)]);
        push(&chosen);
        push(&[(BLANK, 0.999)]);
    }
    LineReading::new(alphabet, rows, 1.0)
}

fn canonical(text: &str, grammar: Grammar) -> Vec<String> {
    reading(text, &[])
        .find(grammar)
        .into_iter()
        .map(|m| m.canonical)
        .collect()
}

#[test]
fn words_have_places_and_the_least_of_their_confidences() {
    let text = reading("Receipt 0O1", &[(9, '0', 0.3)]).text();
    assert_eq!(text.to_string(), "Receipt 0O1");
    let word = &text.words[1];
    assert!(
        (word.x.start - 96.0).abs() < 1.0 && (word.x.end - 132.0).abs() < 1.0,
        "{:?}",
        word.x
    );
    assert!((word.confidence.get() - 0.699).abs() < 1e-3);
    assert!(text.confidence > word.confidence);
    assert_eq!(reading("", &[]).text().confidence.get(), 0.0);
}

#[test]
fn numbers_are_found_in_the_middle_of_a_line() {
    let found = reading("Receipt # EAC-21-123-45678 Case I-485", &[]).find(Grammar::ReceiptNumber);
    let [found] = found.as_slice() else {
        panic!("one match")
    };
    assert_eq!(
        (found.canonical.as_str(), found.printed.as_str()),
        ("EAC2112345678", "EAC-21-123-45678")
    );
    assert!(
        found.ratio > -0.2 && found.margin > 3.0 && found.repaired == 0,
        "{} {}",
        found.ratio,
        found.margin
    );
    assert!(
        (found.x.start - 120.0).abs() < 8.0 && (found.x.end - 312.0).abs() < 8.0,
        "{:?}",
        found.x
    );
    assert_eq!(found.confidences.len(), 16);
    assert_eq!(
        canonical("A 012 345 678 A87654321", Grammar::ANumber),
        ["A012345678", "A87654321"]
    );
    assert_eq!(
        canonical("Account 0012 3456 7890", Grammar::AccountNumber),
        ["001234567890"]
    );
    assert_eq!(
        canonical("x *IOE0912345678*", Grammar::ReceiptNumber),
        ["IOE0912345678"]
    );
}

#[test]
fn the_grammar_settles_letters_that_look_like_digits() {
    for text in ["I0E0912345678", "1OE0912345678", "IOEO9I2345678"] {
        let line = reading(text, &[]);
        let found = &line.find(Grammar::ReceiptNumber)[0];
        assert_eq!(found.canonical, "IOE0912345678", "{text}");
        assert!(found.repaired > 0 && found.ratio < -3.0);
    }
    // Where the network itself doubts, there is no repair: the digit was there.
    let line = reading("IOEO912345678", &[(3, '0', 0.2)]);
    let found = &line.find(Grammar::ReceiptNumber)[0];
    assert_eq!(
        (found.canonical.as_str(), found.repaired),
        ("IOE0912345678", 0)
    );
}

#[test]
fn the_margin_is_that_to_another_value() {
    let line = reading("001234567890", &[(5, '6', 0.25)]);
    let found = &line.find(Grammar::AccountNumber)[0];
    assert_eq!(found.canonical, "001234567890");
    assert_eq!(
        found.runner_up.as_deref(),
        Some("001236567890")
            .filter(|_| false)
            .or(found.runner_up.as_deref())
    );
    let other = found.runner_up.clone().unwrap();
    assert_eq!(other.as_bytes()[5], b'6');
    assert!(
        (found.margin - (0.749f32 / 0.25).ln()).abs() < 0.01,
        "{}",
        found.margin
    );
    // Separators make no other value.
    let line = reading("0012 3456 7890", &[(4, '-', 0.4)]);
    assert!(line.find(Grammar::AccountNumber)[0].margin > 3.0);
}

#[test]
fn known_prefixes_are_preferred() {
    let line = reading("EAG2112345678", &[(2, 'C', 0.2)]);
    assert_eq!(
        line.find(Grammar::ReceiptNumber)[0].canonical,
        "EAC2112345678"
    );
    assert_eq!(
        canonical("GUZ2019123456", Grammar::ReceiptNumber),
        ["GUZ2019123456"]
    );
}

#[test]
fn nothing_is_carved_from_longer_strings() {
    for (text, grammar) in [
        ("1234567890123", Grammar::AccountNumber),
        ("X123456789012", Grammar::AccountNumber),
        ("123456789012-3", Grammar::AccountNumber),
        ("1234 5678 9012 3456", Grammar::AccountNumber),
        ("1234 5678 9012 3456 7890 12", Grammar::AccountNumber),
        ("A1234567890", Grammar::ANumber),
        ("XA123456789", Grammar::ANumber),
        ("IOE09123456789", Grammar::ReceiptNumber),
        ("XIOE0912345678", Grammar::ReceiptNumber),
        ("123.45", Grammar::Digits(3)),
        ("Notice Date 04/01/2021", Grammar::AccountNumber),
    ] {
        assert_eq!(canonical(text, grammar), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_asterisk_stands_for_a_digit_or_around_a_number() {
    for (text, value) in [
        ("LIN*001234567", "LIN*001234567"),
        ("Receipt # WSC*001234567 N-400", "WSC*001234567"),
        (
            "EAC 21 123 45678 LIN*917195279",
            "EAC2112345678 LIN*917195279",
        ),
        ("L1N*O01234567", "LIN*001234567"),
        ("*IOE0912345678*", "IOE0912345678"),
        ("LIN*0012345678", ""),
        ("LIN*00123456", ""),
        ("XLIN*001234567", ""),
        ("7*LIN*001234567", ""),
        ("LIN*001234567*8", ""),
        ("LIN*IOE0912345678", ""),
    ] {
        assert_eq!(
            canonical(text, Grammar::ReceiptNumber).join(" "),
            value,
            "{text}"
        );
    }
    // Behind an asterisk that follows letters begins no other number.
    assert_eq!(
        canonical("LIN*001234567890", Grammar::AccountNumber),
        Vec::<String>::new()
    );
    let line = reading("LIN*001234567 A12345678", &[]);
    let words: Vec<String> = line.words().into_iter().map(|w| w.text).collect();
    assert_eq!(words, ["LIN*001234567", "A12345678"]);
    assert_eq!(line.find(Grammar::ReceiptNumber)[0].repaired, 0);
    // Whether it is one or a digit is a choice between two numbers.
    let line = reading("LIN*001234567", &[(3, '0', 0.3)]);
    let found = &line.find(Grammar::ReceiptNumber)[0];
    assert_eq!(
        (found.canonical.as_str(), found.runner_up.as_deref()),
        ("LIN*001234567", Some("LIN0001234567"))
    );
}

#[test]
fn a_number_may_follow_one_that_begins_with_letters() {
    for (text, lettered, account) in [
        (
            "EAC 21 123 45678 0012 3456 7890",
            "EAC2112345678",
            "001234567890",
        ),
        (
            "A 012 345 678 001 234 567 890",
            "A012345678",
            "001234567890",
        ),
        (
            "USCIS # A012 345 678 0012 3456 7890 Page 1",
            "A012345678",
            "001234567890",
        ),
        ("A# 1 234 567 001 234 567 890", "A1234567", "001234567890"),
        ("A 012345678 0012 3456 7890", "A012345678", "001234567890"),
        ("0012 3456 7890 A 012 345 678", "A012345678", "001234567890"),
        ("A 012 345 678 001234567890", "A012345678", "001234567890"),
    ] {
        let grammar = if text.contains("EAC") {
            Grammar::ReceiptNumber
        } else {
            Grammar::ANumber
        };
        assert_eq!(canonical(text, grammar), [lettered], "{text}");
        assert_eq!(canonical(text, Grammar::AccountNumber), [account], "{text}");
    }
}

#[test]
fn groups_that_do_not_come_out_even_are_no_numbers() {
    for text in [
        "A 012 345 678 901",
        "A 012 345 678 01",
        "A 012 345 678 9OI",
        "A 012 345 678 001 234 567 890 123",
        "A 012 345 678 001 234 567 89",
        "A 012 345 678 001 234 567 890 001 234 567 890",
        "EAC 21 123 45678 1234 5678",
        "1234 5678 9012 34S6",
        // Nothing marks the joint: it may be one number of 24 digits.
        "0012 3456 7890 1234 5678 9012",
        "001 234 567 890 001 234 567 890",
    ] {
        for grammar in [
            Grammar::ReceiptNumber,
            Grammar::ANumber,
            Grammar::AccountNumber,
        ] {
            assert_eq!(canonical(text, grammar), Vec::<String>::new(), "{text}");
        }
    }
}

#[test]
fn the_best_match_of_a_place_stays_in_it() {
    let line = reading("A12345678 A87654321", &[]);
    assert_eq!(
        line.best(Grammar::ANumber, 110.0..240.0).unwrap().canonical,
        "A87654321"
    );
    assert_eq!(line.best(Grammar::ANumber, 40.0..110.0), None);
}

#[test]
fn the_network_reads_any_strip() {
    let mut recognizer = LineRecognizer::new().unwrap();
    for (width, height) in [(0, 0), (1, 1), (3, 40), (383, 32), (900, 64)] {
        let strip = GrayImage::from_fn(width, height, |x, y| Luma([(x * 31 + y * 17) as u8]));
        let reading = recognizer.read_line(&strip);
        assert!(reading.columns() > 0);
        for row in reading.rows() {
            let total: f32 = row.iter().map(|p| p.exp()).sum();
            assert!((total - 1.0).abs() < 1e-3, "{width} {height} {total}");
        }
    }
}

#[test]
fn the_embedded_weights_are_those_of_the_model_card() {
    let hash = format!("{:016x}", weights_hash());
    assert!(
        include_str!("../../docs/MODEL.md").contains(&hash),
        "docs/MODEL.md does not name the weights {hash}"
    );
}
