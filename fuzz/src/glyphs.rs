//! From glyphs to numbers: a page whose values are drawn squeezed, stretched, in pieces and in any
//! order. The law: digits that are accepted are those drawn, in reading order.

use std::fmt::Write as _;

use i797::model::config::Config;
use i797::model::verdict::Verdict;
use i797::read_bytes;

/// Type size of the values in points; Courier, in which every character is 0.6 em wide.
const SIZE: f32 = 10.0;
const ADVANCE: f32 = 0.6 * SIZE;
/// The left edges and baselines of the values, under their labels.
const CELLS: [(f32, f32, &str); 3] = [
    (60.0, 660.0, "Receipt Number"),
    (230.0, 660.0, "USCIS Online Account Number"),
    (430.0, 660.0, "USCIS A-Number"),
];

/// A page drawn as the bytes say, and a look at what is accepted from it.
pub fn glyphs(bytes: &[u8]) {
    let mut bytes = bytes.iter().copied();
    let mut next = || bytes.next().unwrap_or(0);
    let mut content =
        String::from("BT /F1 9 Tf 1 0 0 1 60 740 Tm (Form I-797C, Notice of Action) Tj\n");
    let mut rows = Vec::new();
    for (index, (x, y, label)) in CELLS.into_iter().enumerate() {
        let number = number(index, &mut next);
        let _ = writeln!(
            content,
            "0 Tc 100 Tz /F1 7 Tf 1 0 0 1 {x} {} Tm ({label}) Tj",
            y + 12.0
        );
        let drawn = draw(&mut content, &number, (x, y), &mut next);
        rows.push(in_reading_order(drawn));
    }
    content.push_str("ET\n");
    let record = read_bytes("glyphs.pdf", &pdf(&content), &Config::default());
    for identifier in record.notices.iter().flat_map(|notice| &notice.identifiers) {
        if identifier.verdict != Verdict::Accepted {
            continue;
        }
        let value = identifier
            .value
            .trim_start_matches('A')
            .trim_start_matches('0');
        assert!(
            rows.iter().any(|row| row.contains(value)),
            "{} is accepted, drawn are {rows:?}\n{content}",
            identifier.value,
        );
    }
}

/// A number of the kind that the cell is for.
fn number(index: usize, next: &mut impl FnMut() -> u8) -> String {
    let mut digits =
        |count: usize| -> String { (0..count).map(|_| char::from(b'0' + next() % 10)).collect() };
    match index {
        0 => format!("IOE09{}", digits(8)),
        1 => digits(12),
        _ => format!("A2{}", digits(8)),
    }
}

/// Draws a number in one or more pieces, each with its own spacing and scale, and returns where
/// each character starts.
fn draw(
    content: &mut String,
    number: &str,
    (mut x, y): (f32, f32),
    next: &mut impl FnMut() -> u8,
) -> Vec<(f32, char)> {
    const SPACING: [f32; 8] = [0.0, 0.0, 0.0, 0.6, 2.0, -2.0, -4.5, -7.0];
    const SCALE: [f32; 8] = [1.0, 1.0, 1.0, 0.25, 0.6, 1.4, 3.0, 1.0];
    /// How far the next piece starts from where it would.
    const SHIFT: [f32; 8] = [0.0, 0.0, 0.0, 0.3, 1.5, -3.0, -30.0, 12.0];
    let mut drawn = Vec::new();
    let mut rest = number;
    while !rest.is_empty() {
        let whole = !next().is_multiple_of(4);
        let length = if whole {
            rest.len()
        } else {
            1 + usize::from(next()) % rest.len()
        };
        let (piece, left) = rest.split_at(length);
        let pick = |values: [f32; 8], byte: u8| values[usize::from(byte % 8)];
        let spacing = pick(SPACING, next());
        let scale = pick(SCALE, next());
        let _ = writeln!(
            content,
            "{spacing} Tc {} Tz /F1 {SIZE} Tf 1 0 0 1 {x} {y} Tm ({piece}) Tj",
            scale * 100.0,
        );
        for letter in piece.chars() {
            drawn.push((x, letter));
            x += (ADVANCE + spacing) * scale;
        }
        x += pick(SHIFT, next());
        rest = left;
    }
    drawn
}

/// The characters from left to right; of two in one place the first drawn comes first.
fn in_reading_order(mut drawn: Vec<(f32, char)>) -> String {
    drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
    drawn.into_iter().map(|(_, letter)| letter).collect()
}

/// A file of one page; readers rebuild the table of objects that it lacks.
fn pdf(content: &str) -> Vec<u8> {
    format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R\
         /Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>>>\nendobj\n\
         4 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n\
         trailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n",
        content.len() + 1,
    )
    .into_bytes()
}
