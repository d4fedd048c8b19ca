//! Code 128: eleven modules per character, and a check character modulo 103. Source: ISO/IEC 15417.

// Tuning, in modules.

/// How far the widths of a character may differ from its pattern, summed.
const TOLERANCE: f32 = 2.2;
/// The same for the stop character, which no other pattern competes with: some characters begin
/// like it but for two modules.
const STOP_TOLERANCE: f32 = 1.2;

/// Element widths of the values 0 to 105; 103 to 105 are the start characters of code sets A, B and
/// C.
const PATTERNS: [&[u8; 6]; 106] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312",
    b"132212", b"221213", b"221312", b"231212", b"112232", b"122132", b"122231", b"113222",
    b"123122", b"123221", b"223211", b"221132", b"221231", b"213212", b"223112", b"312131",
    b"311222", b"321122", b"321221", b"312212", b"322112", b"322211", b"212123", b"212321",
    b"232121", b"111323", b"131123", b"131321", b"112313", b"132113", b"132311", b"211313",
    b"231113", b"231311", b"112133", b"112331", b"132131", b"113123", b"113321", b"133121",
    b"313121", b"211331", b"231131", b"213113", b"213311", b"213131", b"311123", b"311321",
    b"331121", b"312113", b"312311", b"332111", b"314111", b"221411", b"431111", b"111224",
    b"111422", b"121124", b"121421", b"141122", b"141221", b"112214", b"112412", b"122114",
    b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111",
    b"111242", b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112",
    b"421211", b"212141", b"214121", b"412121", b"111143", b"111341", b"131141", b"114113",
    b"114311", b"411113", b"411311", b"113141", b"114131", b"311141", b"411131", b"211412",
    b"211214", b"211232",
];
/// Element widths of the stop character, including its final bar.
const STOP: &[u8; 7] = b"2331112";
/// The start character of code set A, the lowest of the three.
const START_A: usize = 103;

/// Decodes the widths of alternating bars and spaces, a bar first; `None` without a complete code
/// with a correct check character.
pub(super) fn decode(runs: &[f32]) -> Option<String> {
    (0..runs.len())
        .step_by(2)
        .filter(|at| symbol(runs, *at).is_some_and(|v| v >= START_A))
        .find_map(|at| decode_from(runs, at))
}

fn decode_from(runs: &[f32], mut at: usize) -> Option<String> {
    let mut values = vec![symbol(runs, at)?];
    at += 6;
    while !is_stop(runs, at) {
        values.push(symbol(runs, at).filter(|v| *v < START_A)?);
        at += 6;
    }
    let check = values.pop()?;
    let sum: usize = values[0]
        + values
            .iter()
            .enumerate()
            .skip(1)
            .map(|(i, v)| i * v)
            .sum::<usize>();
    (sum % 103 == check && values.len() > 1)
        .then(|| text(&values))
        .flatten()
}

/// The value whose pattern is closest to six runs, if it is close.
fn symbol(runs: &[f32], at: usize) -> Option<usize> {
    let six = runs.get(at..at + 6)?;
    let module = six.iter().sum::<f32>() / 11.0;
    let (value, error) = PATTERNS
        .iter()
        .enumerate()
        .map(|(value, pattern)| (value, difference(*pattern, six, module)))
        .min_by(|a, b| a.1.total_cmp(&b.1))?;
    (error < TOLERANCE).then_some(value)
}

fn is_stop(runs: &[f32], at: usize) -> bool {
    let Some(seven) = runs.get(at..at + 7) else {
        return false;
    };
    let module = seven.iter().sum::<f32>() / 13.0;
    difference(STOP, seven, module) < STOP_TOLERANCE
}

/// How far runs differ from a pattern, in modules, summed.
fn difference(pattern: &[u8], runs: &[f32], module: f32) -> f32 {
    pattern
        .iter()
        .zip(runs)
        .map(|(p, r)| (f32::from(p - b'0') - r / module).abs())
        .sum()
}

/// Values to text; `None` for function characters, except for changes of the code set.
fn text(values: &[usize]) -> Option<String> {
    let mut set = char::from(b"ABC"[values[0] - START_A]);
    let mut text = String::new();
    for &value in &values[1..] {
        match (set, value) {
            ('C', 0..=99) => text.push_str(&format!("{value:02}")),
            ('B', 0..=94) | ('A', 0..=63) => text.push(char::from(32 + value as u8)),
            (_, 99) => set = 'C',
            (_, 100) => set = 'B',
            (_, 101) => set = 'A',
            (_, 102) => {}
            _ => return None,
        }
    }
    Some(text)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Element widths of a text in code set B.
    pub(in super::super) fn encode(text: &str) -> Vec<u32> {
        let mut values = vec![104usize];
        values.extend(text.bytes().map(|b| usize::from(b - 32)));
        let check = (values[0]
            + values
                .iter()
                .enumerate()
                .skip(1)
                .map(|(i, v)| i * v)
                .sum::<usize>())
            % 103;
        values.push(check);
        let widths = values
            .iter()
            .flat_map(|v| PATTERNS[*v].iter())
            .chain(STOP.iter());
        widths.map(|b| u32::from(b - b'0')).collect()
    }

    #[test]
    fn every_character_has_eleven_modules() {
        assert!(
            PATTERNS
                .iter()
                .all(|p| p.iter().map(|b| b - b'0').sum::<u8>() == 11)
        );
    }
}
