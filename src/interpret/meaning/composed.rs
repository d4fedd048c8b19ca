//! Pages composed of words and boxes, thousands a second: relations, paraphrases and traps in any
//! mixture. Whatever comes, no number of somebody else is accepted as ours, and none of ours is
//! lost without a sign.

// What a run found is read on the terminal.
#![allow(clippy::print_stdout)]

use super::day::is_stamp;
use super::kinds;
use super::lexicon::Lexicon;
use super::paper::{
    ATTORNEY, CHARACTER, Dice, FOREIGN, FOREIGN_SAID, OWN, OWN_SAID, STRANGE, Sheet, width,
};
use super::{AccountState, Conclusion, Meaning, Role, interpret_with};
use crate::text::PageText;

/// What a composed page holds.
struct Truth {
    own: Vec<String>,
    aliens: Vec<String>,
    blank: bool,
}

/// How a page puts values to their labels.
#[derive(Clone, Copy)]
enum Place {
    Right,
    Below,
    Above,
    Inline,
    Leader,
}

fn printed(dice: &mut Dice, digits: &str) -> String {
    let grouped = |sep: &str, n: usize| {
        let groups: Vec<String> = digits
            .as_bytes()
            .chunks(n)
            .map(|c| String::from_utf8_lossy(c).into_owned())
            .collect();
        groups.join(sep)
    };
    match dice.below(6) {
        0 => grouped(" ", 4),
        1 => grouped("-", 4),
        2 => grouped(" ", 3),
        _ => digits.to_owned(),
    }
}

fn number(dice: &mut Dice) -> String {
    format!("{}{}", dice.below(9) + 1, dice.digits(11))
}

/// The fields of a page in any order, with the truth of them.
fn fields(dice: &mut Dice, truth: &mut Truth) -> Vec<(String, String)> {
    let receipt = format!("IOE{}", dice.digits(10));
    let mut list = vec![
        ("Receipt Number".to_owned(), receipt),
        (
            "Notice Date".to_owned(),
            format!("0{}/1{}/2021", dice.below(9) + 1, dice.below(9)),
        ),
        (
            "Received Date".to_owned(),
            format!("0{}/0{}/2021", dice.below(9) + 1, dice.below(9) + 1),
        ),
        ("A-Number".to_owned(), format!("A0{}", dice.digits(8))),
        ("Case Type".to_owned(), "I-485".to_owned()),
        ("Amount Received".to_owned(), "$1,140.00".to_owned()),
        ("Page".to_owned(), "1 of 2".to_owned()),
    ];
    if dice.chance(50) {
        let own = number(dice);
        list.push((dice.pick(&OWN).to_owned(), printed(dice, &own)));
        truth.own.push(own);
    } else if dice.chance(40) {
        list.push((dice.pick(&OWN).to_owned(), String::new()));
        truth.blank = true;
    }
    for _ in 0..dice.below(4) {
        let label = match dice.below(3) {
            0 => dice.pick(&STRANGE),
            1 => dice.pick(&ATTORNEY),
            _ => dice.pick(&FOREIGN),
        };
        let value = number(dice);
        list.push((label.to_owned(), printed(dice, &value)));
    }
    dice.shuffle(&mut list);
    list
}

fn draw_field(
    sheet: &mut Sheet,
    place: Place,
    (x, y, wide): (f32, f32, f32),
    label: &str,
    value: &str,
) {
    match place {
        Place::Right => {
            sheet.text(x, y, label, 7.0);
            sheet.text(x + 0.6 * wide, y, value, 8.0);
        }
        Place::Below => {
            sheet.text(x, y, label, 6.0);
            sheet.text(x, y + 9.0, value, 8.0);
        }
        Place::Above => {
            sheet.text(x, y, value, 8.0);
            sheet.text(x, y + 10.0, label, 6.0);
        }
        Place::Inline => {
            sheet.text(x, y, &format!("{label}: {value}"), 8.0);
        }
        Place::Leader => {
            let end = sheet.text(x, y, label, 8.0);
            let dots = ((0.62 * wide - (end - x)) / (8.0 * CHARACTER)).max(3.0) as usize;
            sheet.text(end + 2.0, y, &".".repeat(dots), 8.0);
            sheet.text(x + 0.65 * wide, y, value, 8.0);
        }
    }
}

fn compose(dice: &mut Dice) -> (PageText, Truth) {
    let mut truth = Truth {
        own: Vec::new(),
        aliens: Vec::new(),
        blank: false,
    };
    let mut sheet = Sheet::new();
    sheet.text(40.0, 30.0, "Department of Homeland Security", 8.0);
    sheet.text(380.0, 30.0, "Form I-797C, Notice of Action", 11.0);
    let list = fields(dice, &mut truth);
    let y = if dice.chance(40) {
        kinds::draw(dice, &mut sheet, &list, 70.0)
    } else {
        place(dice, &mut sheet, &list)
    };
    let y = further(dice, &mut sheet, y + 14.0, &mut truth);
    prose(dice, &mut sheet, y, &mut truth);
    (sheet.page(), truth)
}

/// A list of persons or a line for machines, on some pages.
fn further(dice: &mut Dice, sheet: &mut Sheet, y: f32, truth: &mut Truth) -> f32 {
    let mut y = y;
    if dice.chance(15) && truth.own.is_empty() {
        let roster = kinds::roster(dice, sheet, y);
        truth.aliens.extend(roster.aliens);
        truth.own.extend(roster.own);
        y = roster.below + 16.0;
    }
    if dice.chance(10) {
        kinds::scan_line(dice, sheet, 760.0);
    }
    y
}

/// Draws fields in one place each; returns the height under them.
fn place(dice: &mut Dice, sheet: &mut Sheet, list: &[(String, String)]) -> f32 {
    let place = [
        Place::Right,
        Place::Below,
        Place::Above,
        Place::Inline,
        Place::Leader,
    ][dice.below(5)];
    let fits = list
        .iter()
        .all(|(label, value)| width(label, 8.0) + width(value, 8.0) < 235.0);
    let columns = if matches!(place, Place::Leader) || !fits {
        1
    } else {
        1 + dice.below(2)
    };
    let wide = 540.0 / columns as f32;
    let pitch = 24.0 + dice.below(12) as f32;
    let ruled = dice.chance(50);
    let mut y = 70.0;
    for row in list.chunks(columns) {
        for (column, (label, value)) in row.iter().enumerate() {
            let x = 40.0 + wide * column as f32;
            draw_field(sheet, place, (x, y, wide), label, value);
            if ruled {
                sheet.rule(x - 4.0, y - 3.0, x - 4.0, y + pitch - 3.0);
            }
        }
        if ruled {
            sheet.rule(36.0, y - 3.0, 580.0, y - 3.0);
        }
        y += pitch;
    }
    if ruled {
        sheet.rule(36.0, y - 3.0, 580.0, y - 3.0);
    }
    y
}

fn prose(dice: &mut Dice, sheet: &mut Sheet, y: f32, truth: &mut Truth) {
    let mut text = "We have received the form that you sent.".to_owned();
    if dice.chance(30) {
        let value = number(dice);
        text = format!(
            "{text} {}",
            dice.pick(&FOREIGN_SAID)
                .replace("{}", &printed(dice, &value))
        );
    }
    if truth.own.is_empty() && !truth.blank && dice.chance(40) {
        let own = number(dice);
        text = format!(
            "{text} {}",
            dice.pick(&OWN_SAID).replace("{}", &printed(dice, &own))
        );
        truth.own.push(own);
    }
    text.push_str(" Please keep this notice for your records and bring it with you.");
    let measure = 260.0 + dice.below(280) as f32;
    sheet.paragraph(40.0, y, &text, 9.0, measure);
}

/// What is wrong with an answer.
fn fault(meaning: &Meaning, truth: &Truth) -> Option<String> {
    let accounts = || meaning.readings.iter().filter(|r| r.is_account());
    let client = |r: &&super::Reading| r.owner != Some(Role::Representative);
    for r in accounts()
        .filter(|r| r.verdict == Conclusion::Accept)
        .filter(client)
    {
        if !truth.own.contains(&r.canonical) {
            return Some(format!(
                "wrongly accepted {} by {:?} {:?}",
                r.printed, r.label, r.terms
            ));
        }
    }
    for own in &truth.own {
        let seen = accounts().any(|r| {
            r.canonical == *own && matches!(r.verdict, Conclusion::Accept | Conclusion::Review)
        });
        // A number that may be a date stamp is never given, but leaves a sign.
        let stamped = is_stamp(own) && !meaning.leftovers.is_empty();
        if !seen && !stamped {
            let how: Vec<_> = meaning
                .readings
                .iter()
                .filter(|r| r.canonical == *own)
                .collect();
            return Some(format!("lost {own}: {how:?}"));
        }
    }
    for alien in &truth.aliens {
        let seen = |r: &super::Reading| {
            r.canonical == *alien && matches!(r.verdict, Conclusion::Accept | Conclusion::Review)
        };
        if !meaning.readings.iter().any(seen) {
            return Some(format!("lost {alien}"));
        }
    }
    let none = matches!(
        meaning.account_state(),
        AccountState::Absent | AccountState::Blank
    );
    (none && !truth.own.is_empty()).then(|| "called none".to_owned())
}

fn shown(page: &PageText) -> String {
    page.lines
        .iter()
        .map(|l| format!("{:4.0} {:4.0} {}\n", l.bounds.x0(), l.bounds.y0(), l.text()))
        .collect()
}

/// How many pages the ordinary run takes; `MEANING_PAGES` asks for more.
fn pages() -> usize {
    std::env::var("MEANING_PAGES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(if cfg!(debug_assertions) {
            5_000
        } else {
            20_000
        })
}

fn run(words: &Lexicon, seed: u64, count: usize) -> (usize, usize, usize) {
    let mut dice = Dice(seed);
    let mut own = 0;
    let mut accepted = 0;
    let mut faults = Vec::new();
    for _ in 0..count {
        let (page, truth) = compose(&mut dice);
        let meaning = interpret_with(&page, words);
        own += truth.own.len();
        let found = |r: &&super::Reading| {
            r.verdict == Conclusion::Accept && truth.own.contains(&r.canonical)
        };
        accepted += meaning
            .readings
            .iter()
            .filter(found)
            .count()
            .min(truth.own.len());
        if let Some(fault) = fault(&meaning, &truth) {
            faults.push(format!("{fault}\n{}", shown(&page)));
        }
    }
    for fault in faults.iter().take(12) {
        println!("{fault}");
    }
    (own, accepted, faults.len())
}

#[test]
fn composed_pages_are_never_silently_wrong() {
    let (own, accepted, faults) = run(&Lexicon::full(), 0x5eed_0001, pages());
    println!("{accepted} of {own} accepted, {faults} faults");
    assert_eq!(faults, 0);
    assert!(accepted * 10 >= own * 8, "{accepted} of {own}");
}

#[test]
fn half_of_the_foreign_words_unknown_makes_nothing_wrong() {
    for half in 0..2u32 {
        let hidden = |w: &str| {
            w.bytes()
                .fold(half, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)))
                % 2
                == 0
        };
        let (_, _, faults) = run(
            &Lexicon::without(hidden),
            0x5eed_0002 + u64::from(half),
            pages() / 4,
        );
        assert_eq!(faults, 0);
    }
}

#[test]
fn no_digit_of_a_page_is_lost() {
    let mut dice = Dice(0x5eed_0009);
    for _ in 0..pages() / 10 {
        let (page, _) = compose(&mut dice);
        let mut sheet = super::runs::lay_out(&page);
        let values = super::value::values(&mut sheet);
        let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let all: usize = page
            .lines
            .iter()
            .flat_map(|l| &l.words)
            .map(|w| count(&w.text))
            .sum();
        let typed: usize = values.iter().map(|v| v.digits.len()).sum();
        let off: usize = sheet.marks.iter().map(|m| count(m)).sum();
        assert_eq!(all, typed + off, "{}", shown(&page));
    }
}

#[test]
fn numbers_glued_to_their_labels_go_to_review() {
    for (text, canonical) in [
        ("AccountNumber012345678901", "012345678901"),
        ("ReceiptNumberIOE0912345678", "IOE0912345678"),
        ("AlienNumberA012345678", "A012345678"),
    ] {
        let mut sheet = Sheet::new();
        sheet.text(40.0, 40.0, text, 9.0);
        let meaning = interpret_with(&sheet.page(), &Lexicon::full());
        let found = meaning.readings.iter().find(|r| r.canonical == canonical);
        assert_eq!(found.map(|r| r.verdict), Some(Conclusion::Review), "{text}");
    }
}
