//! Digits that machines print for themselves: headers of faxes, coupons of banks, addresses on the
//! web, names of files, lines drawn with type.

use super::relation::Geometry;
use super::sheet::Token;
use super::value::Value;

/// An address on the web is read in at most this many pieces before its digits.
const ADDRESS_PIECES: usize = 4;

/// A line that machines read has so many groups of so many digits, at most this many ems apart,
/// below this share of the page.
const GROUPS: usize = 3;
const GROUP_DIGITS: usize = 3;
const GROUP_GAP: f32 = 2.5;
const LOW: f32 = 0.7;

/// The header of a fax stands in this upper or lower part of its page.
const FAX_EDGE: f32 = 0.08;

impl Geometry<'_> {
    /// What machines print, where twelve digits are a part of that; all but a bank's line only
    /// where no label of ours (`ours`) holds them.
    pub(super) fn machine_text(&self, v: &Value, ours: bool) -> Option<&'static str> {
        let first = v.digits.as_bytes().first();
        let is_row = || self.sheet.pixels && v.digits.bytes().all(|b| Some(&b) == first);
        match () {
            () if !ours && is_row() => Some("a row of one character: a line drawn with type"),
            () if self.is_scan_line(v) => Some("a line that machines of a bank read"),
            () if ours => None,
            () if self.is_line_of_numbers(v) => Some("a line that machines read"),
            () if self.is_fax_header(v) => Some("a telephone number in the header of a fax"),
            () if self.is_in_address(v) => {
                Some("part of an address on the web, or of a file's name")
            }
            () if self.is_of_check(v) => Some("the account of a bank, behind its routing number"),
            () => None,
        }
    }

    /// Whether a number without a label of its own stands in the line that a fax machine prints at
    /// the edge of each page, with the count of its pages.
    fn is_fax_header(&self, v: &Value) -> bool {
        let y = v.rect.cy();
        let at_edge = y < FAX_EDGE * self.sheet.height || y > (1.0 - FAX_EDGE) * self.sheet.height;
        let mut row = self.sheet.row_tokens(v.run);
        at_edge && row.any(|t| counts_pages(&self.sheet.tokens[t].text))
    }

    /// Whether digits are part of an address on the web, which browsers print at the foot of a
    /// page: `https://…/case?session=0123…`, also where the line was read in pieces; or of the name
    /// of a file, `0123…_notice.pdf`.
    fn is_in_address(&self, v: &Value) -> bool {
        if self.is_in_file_name(v) {
            return true;
        }
        let tokens = &self.sheet.tokens;
        let run = &self.sheet.runs[tokens[v.first()].run];
        let start = v
            .first()
            .saturating_sub(ADDRESS_PIECES)
            .max(run.tokens.start);
        let begins = |t: &usize| is_web_address(&tokens[*t].text);
        let Some(first) = (start..=v.first()).rfind(begins) else {
            return false;
        };
        let text: String = (first..=v.last())
            .map(|t| tokens[t].text.as_str())
            .collect();
        let digits = v.digits.get(..4).and_then(|d| text.rfind(d));
        digits.is_some_and(|at| text[..at].ends_with(['=', '/', '?', '&', '#', '-', '_', '.']))
    }

    /// Whether digits belong to the name of a file, of which pixels may show the end apart.
    fn is_in_file_name(&self, v: &Value) -> bool {
        let tokens = &self.sheet.tokens;
        let last = &tokens[v.last()];
        let near = |t: &&Token| t.run == last.run && t.rect.x0 - last.rect.x1 < 0.6 * last.size;
        let next = tokens.get(v.last() + 1).filter(near);
        [Some(last), next]
            .into_iter()
            .flatten()
            .any(|t| is_file_name(&t.text))
    }

    /// Whether a row low on the page holds groups of digits and not one word: what a machine reads
    /// from a strip that is sent back, `731227085 036804031674 2343`. Cells of a table stand
    /// farther apart.
    fn is_line_of_numbers(&self, v: &Value) -> bool {
        if v.rect.cy() <= LOW * self.sheet.height || v.tokens.len() != 1 {
            return false;
        }
        let row = self.sheet.row_tokens(v.run);
        let tokens: Vec<&Token> = row.map(|t| &self.sheet.tokens[t]).collect();
        let is_group = |t: &&Token| {
            let digits = t.text.bytes().filter(u8::is_ascii_digit).count();
            digits >= GROUP_DIGITS && t.text.chars().all(|c| !c.is_lowercase())
        };
        let near = |p: &[&Token]| p[1].rect.x0 - p[0].rect.x1 < GROUP_GAP * p[0].size;
        let words = tokens.iter().any(|t| t.letters() > 0 && !is_group(t));
        let joined = tokens.windows(2).all(near);
        let groups = tokens.iter().filter(|t| is_group(t)).count();
        joined && !words && groups >= GROUPS
    }

    /// Whether digits stand in the line that machines of a bank read from a coupon: between angle
    /// brackets, with other digits and no letter.
    fn is_scan_line(&self, v: &Value) -> bool {
        let tokens = &self.sheet.tokens[self.sheet.runs[v.run].tokens.clone()];
        let angle = |c: char| matches!(c, '<' | '>' | '\u{2446}'..='\u{2449}');
        let marks: usize = tokens.iter().map(|t| t.text.matches(angle).count()).sum();
        let plain = |c: char| angle(c) || c.is_ascii_digit() || matches!(c, '-' | '+' | ':');
        let digits = tokens
            .iter()
            .filter(|t| t.text.bytes().any(|b| b.is_ascii_digit()));
        marks >= 2
            && digits.count() > v.tokens.len()
            && tokens.iter().all(|t| t.text.chars().all(plain))
    }
}

/// Whether a word begins an address on the web.
fn is_web_address(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let host = [".gov/", ".com/", ".org/", ".us/"];
    word.contains("://") || word.starts_with("www.") || host.iter().any(|h| word.contains(h))
}

/// Whether a word is the name of a file.
fn is_file_name(word: &str) -> bool {
    let word = word
        .trim_end_matches([',', ';', ')', '.'])
        .to_ascii_lowercase();
    let ends = [
        ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".docx", ".zip", ".eml",
    ];
    ends.iter().any(|end| word.ends_with(end))
}

/// Whether a word counts the pages of a fax: `P.02/04`, also where it runs into other print.
fn counts_pages(word: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let Some(rest) = word
        .strip_prefix('P')
        .and_then(|r| r.strip_prefix(['.', '-', ':']))
    else {
        return false;
    };
    let first = digits(rest);
    let total = rest
        .get(first..)
        .and_then(|r| r.strip_prefix('/'))
        .map(digits);
    (1..=3).contains(&first) && total.is_some_and(|n| (1..=3).contains(&n))
}
