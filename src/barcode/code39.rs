//! Code 39: nine elements per character, three of them wide, with an asterisk at either end.
//! Source: ISO/IEC 16388.

// Tuning.

/// Wide elements are at least this many times as wide as narrow ones; the standard says 2 to 3,
/// print and blur take some of it.
const WIDE_TO_NARROW: f32 = 1.35;
/// The widest element is at most this many times as wide as the narrowest wide one.
const WIDE_TO_WIDE: f32 = 2.2;
/// Fewest characters between the asterisks: noise rarely makes so many.
const LEAST_LENGTH: usize = 6;

/// Characters, and which of their nine elements are wide.
const PATTERNS: [(char, &[u8; 9]); 40] = [
    ('0', b"000110100"),
    ('1', b"100100001"),
    ('2', b"001100001"),
    ('3', b"101100000"),
    ('4', b"000110001"),
    ('5', b"100110000"),
    ('6', b"001110000"),
    ('7', b"000100101"),
    ('8', b"100100100"),
    ('9', b"001100100"),
    ('A', b"100001001"),
    ('B', b"001001001"),
    ('C', b"101001000"),
    ('D', b"000011001"),
    ('E', b"100011000"),
    ('F', b"001011000"),
    ('G', b"000001101"),
    ('H', b"100001100"),
    ('I', b"001001100"),
    ('J', b"000011100"),
    ('K', b"100000011"),
    ('L', b"001000011"),
    ('M', b"101000010"),
    ('N', b"000010011"),
    ('O', b"100010010"),
    ('P', b"001010010"),
    ('Q', b"000000111"),
    ('R', b"100000110"),
    ('S', b"001000110"),
    ('T', b"000010110"),
    ('U', b"110000001"),
    ('V', b"011000001"),
    ('W', b"111000000"),
    ('X', b"010010001"),
    ('Y', b"110010000"),
    ('Z', b"011010000"),
    ('-', b"010000101"),
    ('.', b"110000100"),
    (' ', b"011000100"),
    ('*', b"010010100"),
];

/// Decodes the widths of alternating bars and spaces, a bar first; `None` without text between two
/// asterisks.
pub(super) fn decode(runs: &[f32]) -> Option<String> {
    (0..runs.len())
        .step_by(2)
        .filter(|at| character(runs, *at) == Some('*'))
        .find_map(|at| decode_from(runs, at + 10))
}

/// Decodes characters up to the next asterisk.
fn decode_from(runs: &[f32], mut at: usize) -> Option<String> {
    let mut text = String::new();
    loop {
        match character(runs, at)? {
            '*' => return (text.len() >= LEAST_LENGTH).then_some(text),
            c => text.push(c),
        }
        at += 10;
    }
}

/// The character of nine runs: the three widest are the wide elements, and clearly wider than the
/// rest.
fn character(runs: &[f32], at: usize) -> Option<char> {
    let nine = runs.get(at..at + 9)?;
    let mut order: Vec<usize> = (0..9).collect();
    order.sort_by(|a, b| nine[*b].total_cmp(&nine[*a]));
    let narrowest_wide = nine[order[2]];
    let widest_narrow = nine[order[3]];
    if narrowest_wide < WIDE_TO_NARROW * widest_narrow
        || nine[order[0]] > WIDE_TO_WIDE * narrowest_wide
    {
        return None;
    }
    let wide = |i: usize| if order[..3].contains(&i) { b'1' } else { b'0' };
    PATTERNS
        .iter()
        .find(|(_, p)| p.iter().enumerate().all(|(i, b)| *b == wide(i)))
        .map(|(c, _)| *c)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Element widths of a text between asterisks; wide elements have three modules.
    pub(in super::super) fn encode(text: &str) -> Vec<u32> {
        let mut widths = Vec::new();
        for c in format!("*{text}*").chars() {
            let (_, pattern) = PATTERNS.iter().find(|(p, _)| *p == c).unwrap();
            widths.extend(pattern.iter().map(|b| if *b == b'1' { 3 } else { 1 }));
            widths.push(1);
        }
        widths.pop();
        widths
    }

    #[test]
    fn every_character_has_three_wide_elements() {
        assert!(
            PATTERNS
                .iter()
                .all(|(_, p)| p.iter().filter(|b| **b == b'1').count() == 3)
        );
    }
}
