//! Further kinds of pages for the composed test: captions in brackets, tables typed with a machine,
//! labels wrapped beside their value, lists of persons under heads of many wordings.

use super::paper::{ATTORNEY, Dice, FOREIGN, OWN, STRANGE, Sheet, width};

/// Heads under which lists print A-Numbers.
const ALIEN_HEADS: [&str; 14] = [
    "A-Number",
    "A#",
    "USCIS #",
    "USCIS A#",
    "Alien Number",
    "Alien Reg. No.",
    "A-File",
    "A-Number(s)",
    "File Number",
    "A-NBR",
    "Alien Registration Number",
    "Alien File No.",
    "Their A-Number",
    "File",
];

const PERSONS: [&str; 5] = ["Petitioner", "Spouse", "Child", "Parent", "Sibling"];

/// A field with its value.
pub(super) type Field = (String, String);

/// Draws the fields in one of the further kinds; returns the height under them.
pub(super) fn draw(dice: &mut Dice, sheet: &mut Sheet, fields: &[Field], y: f32) -> f32 {
    match dice.below(3) {
        0 => captions(sheet, fields, y),
        1 => typed(dice, sheet, fields, y),
        _ => wrapped(dice, sheet, fields, y),
    }
}

/// Two cells a row, each value at the left and its caption in brackets centered under it, without
/// rules.
fn captions(sheet: &mut Sheet, fields: &[Field], y: f32) -> f32 {
    let mut y = y;
    for row in fields.chunks(2) {
        for (column, (label, value)) in row.iter().enumerate() {
            let x = 40.0 + 265.0 * column as f32;
            let caption = format!("({label})");
            sheet.text(x, y, value, 9.0);
            let off = (250.0 - width(&caption, 7.0)).max(0.0) / 2.0;
            sheet.text(x + off, y + 11.0, &caption, 7.0);
        }
        y += 32.0;
    }
    y
}

/// `LABEL      = VALUE`, a line a field.
fn typed(dice: &mut Dice, sheet: &mut Sheet, fields: &[Field], y: f32) -> f32 {
    let mark = dice.pick(&["=", ":", ">"]);
    let widest = fields
        .iter()
        .map(|(l, _)| width(l, 9.0))
        .fold(0.0, f32::max);
    let mut y = y;
    for (label, value) in fields {
        sheet.text(40.0, y, &label.to_uppercase(), 9.0);
        sheet.text(40.0 + 1.15 * widest, y, mark, 9.0);
        sheet.text(40.0 + 1.15 * widest + 16.0, y, value, 9.0);
        y += 13.0;
    }
    y
}

/// Labels broken over two lines, the value right of the second, or between the two.
fn wrapped(dice: &mut Dice, sheet: &mut Sheet, fields: &[Field], y: f32) -> f32 {
    let between = dice.chance(50);
    let mut y = y;
    for (label, value) in fields {
        let words: Vec<&str> = label.split(' ').collect();
        let cut = if words.len() > 2 { words.len() / 2 } else { 0 };
        sheet.text(40.0, y, &words[..cut].join(" "), 8.0);
        let last = format!("{}:", words[cut..].join(" "));
        sheet.text(40.0, y + 9.6, &last, 8.0);
        let level = if between && cut > 0 { 4.8 } else { 9.6 };
        sheet.text(320.0, y + level, value, 8.0);
        y += 30.0;
    }
    y
}

/// The persons of a case, one a row, with their A-Numbers, and numbers under a head of any owner.
pub(super) struct Roster {
    pub aliens: Vec<String>,
    /// The account number of the one who filed.
    pub own: Option<String>,
    pub below: f32,
}

/// Draws a list of persons.
pub(super) fn roster(dice: &mut Dice, sheet: &mut Sheet, y: f32) -> Roster {
    let (head, ours) = match dice.below(5) {
        0 => (dice.pick(&OWN), true),
        1 => (dice.pick(&STRANGE), false),
        2 => (dice.pick(&ATTORNEY), false),
        _ => (dice.pick(&FOREIGN), false),
    };
    let places = [40.0, 170.0, 240.0, 345.0];
    let heads = ["Name", "Relationship", dice.pick(&ALIEN_HEADS), head];
    for (x, head) in places.iter().zip(heads) {
        sheet.text(*x, y, head, 8.0);
    }
    let mut found = Roster {
        aliens: Vec::new(),
        own: None,
        below: y,
    };
    let gap = [13.0, 16.0, 40.0][dice.below(3)];
    for (row, person) in PERSONS.iter().take(1 + dice.below(5)).enumerate() {
        let y = y + gap + 15.0 * row as f32;
        let alien = dice.digits(8);
        let number = format!("4{}", dice.digits(11));
        let printed = match dice.below(4) {
            0 => format!("A0{} {} {}", &alien[..2], &alien[2..5], &alien[5..]),
            1 => format!("A-0{alien}"),
            2 => format!("A# 0{alien}"),
            _ => format!("A0{alien}"),
        };
        let texts = ["DOE, JOHN MARIA", person, &printed, &number];
        for (x, text) in places.iter().zip(texts) {
            sheet.text(*x, y, text, 8.0);
        }
        found.aliens.push(format!("A0{alien}"));
        if ours && row == 0 {
            found.own = Some(number);
        }
        found.below = y + 14.0;
    }
    found
}

/// The line for machines on a payment coupon.
pub(super) fn scan_line(dice: &mut Dice, sheet: &mut Sheet, y: f32) {
    let line = format!(
        "<{} {} {}<",
        dice.digits(9),
        dice.digits(12),
        dice.digits(9)
    );
    sheet.text(40.0, y, &line, 9.0);
}
