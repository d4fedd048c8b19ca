//! File names made of what a notice says: a template with fields, and what every system takes for a
//! name.

use i797::identifier::IdentifierKind;
use i797::model::owner::Owner;
use i797::model::record::{FieldKind, NoticeRecord};
use i797::model::verdict::Verdict;
use i797::notice::story::person_shown;

/// Bytes of a name without its extension and number. File systems take 255; Windows takes 260
/// characters for the whole path.
const LONGEST: usize = 150;
/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
/// Characters that join the parts of a name, and go where a part is missing.
const JOINTS: [char; 5] = [' ', '-', '_', ',', '.'];

/// What stands for something else in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blank {
    Field(FieldKind),
    Number(IdentifierKind),
    /// The applicant, else the beneficiary, else the petitioner, else the addressee.
    Person,
    Form,
    /// The name of the source, without its extension.
    File,
    Pages,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Blank(Blank),
}

/// A template such as `{person} - {receipt_number}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template(Vec<Part>);

/// What a name is made of beside the notice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The name of the source, without its extension.
    pub stem: &'a str,
    /// `1-2, 5`
    pub pages: &'a str,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// If it has a field that is not known, or none at all.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            let (before, tail) = rest.split_at(open);
            let close = tail.find('}');
            let close = close.ok_or_else(|| format!("--name has a {{ without a }}: {text}"))?;
            let name = tail.get(1..close).unwrap_or_default();
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Blank(blank(name).ok_or_else(|| unknown(name))?));
            rest = tail.get(close + 1..).unwrap_or_default();
        }
        if parts.is_empty() {
            return Err(format!("--name has no field, such as {{person}}: {text}"));
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self(parts))
    }

    /// The name of a notice without extension, from what was accepted; where that is nothing, the
    /// name of the source and the pages.
    pub(super) fn name(&self, notice: &NoticeRecord, source: Source<'_>) -> String {
        let mut name = String::new();
        let mut says_something = false;
        let mut owed_joint = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => owed_joint.push_str(text),
                Part::Blank(blank) => match value(*blank, notice, source) {
                    Some(value) => {
                        if name.is_empty() {
                            owed_joint = owed_joint.trim_start_matches(JOINTS).to_owned();
                        }
                        name.push_str(&owed_joint);
                        name.push_str(&value);
                        owed_joint.clear();
                        says_something |= !matches!(blank, Blank::File | Blank::Pages);
                    }
                    // What would join it to the next part is not said twice.
                    None => {
                        let kept = owed_joint.trim_end_matches(JOINTS).len();
                        let joint = owed_joint.split_off(kept);
                        name.push_str(&owed_joint);
                        owed_joint = joint;
                        continue;
                    }
                },
            }
            owed_joint = one_joint(&owed_joint);
        }
        name.push_str(owed_joint.trim_end_matches(JOINTS));
        if says_something {
            safe(&name)
        } else {
            of_pages(source)
        }
    }
}

/// The name of pages that are no notice.
pub(super) fn of_pages(source: Source<'_>) -> String {
    let what = if source.pages.contains(['-', ',']) {
        "pages"
    } else {
        "page"
    };
    safe(&format!("{} - {what} {}", source.stem, source.pages))
}

/// The joint before a missing part and the one behind it are one.
fn one_joint(owed: &str) -> String {
    let is_joint = !owed.is_empty() && owed.chars().all(|c| JOINTS.contains(&c));
    let half = owed.len() / 2;
    match owed.split_at_checked(half) {
        Some((first, second)) if is_joint && first == second => first.to_owned(),
        _ => owed.to_owned(),
    }
}

fn blank(name: &str) -> Option<Blank> {
    Some(match name {
        "person" => Blank::Person,
        "form" => Blank::Form,
        "file" => Blank::File,
        "pages" => Blank::Pages,
        "account_number" => Blank::Number(IdentifierKind::OnlineAccountNumber),
        "a_number" => Blank::Number(IdentifierKind::ANumber),
        "receipt_number" => Blank::Number(IdentifierKind::ReceiptNumber),
        field => Blank::Field(field.parse().ok()?),
    })
}

fn unknown(name: &str) -> String {
    let others = [
        "person",
        "receipt_number",
        "a_number",
        "account_number",
        "form",
        "file",
        "pages",
    ];
    let fields = FieldKind::ALL.iter().map(|kind| kind.name());
    let known: Vec<&str> = others.into_iter().chain(fields).collect();
    format!(
        "--name has no field {{{name}}}; there are {}",
        known.join(", ")
    )
}

/// What was accepted; what needs review is no name.
fn value(blank: Blank, notice: &NoticeRecord, source: Source<'_>) -> Option<String> {
    let field = |kind| notice.fields.accepted(kind).map(str::to_owned);
    match blank {
        Blank::Field(kind) => field(kind),
        Blank::Person => person_shown(notice).map(str::to_owned),
        Blank::Number(kind) => number(notice, kind),
        Blank::Form => notice.form.clone(),
        Blank::File => Some(source.stem.to_owned()),
        Blank::Pages => Some(source.pages.to_owned()),
    }
}

/// The first accepted number of a kind that is the client's.
fn number(notice: &NoticeRecord, kind: IdentifierKind) -> Option<String> {
    let mut all = notice.identifiers.iter();
    let found = all.find(|i| {
        i.kind == kind && i.verdict == Verdict::Accepted && i.owner != Owner::Representative
    });
    found.map(|i| i.value.clone())
}

/// A name that every system takes: letters, digits and the signs that names of people and files
/// need; not too long; none of the names that Windows keeps.
pub(super) fn safe(name: &str) -> String {
    let plain = |c: char| {
        let is_kept = c.is_alphanumeric() || "-_.,()&'+ ".contains(c);
        if c == '/' || c == ':' {
            '-'
        } else if is_kept {
            c
        } else {
            ' '
        }
    };
    let plain: String = name.chars().map(plain).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let joined = words.join(" ");
    let bytes = joined.floor_char_boundary(LONGEST);
    let short = joined.get(..bytes).unwrap_or(&joined);
    // A leading dot hides a file, a leading hyphen makes an option of it, and Windows drops dots
    // and spaces at the end.
    let trimmed = short.trim_start_matches(['.', '-', ' ']);
    let trimmed = trimmed.trim_end_matches(['.', ' ', '-', ',']);
    if trimmed.is_empty() {
        return "notice".to_owned();
    }
    if is_device(trimmed) {
        return format!("_{trimmed}");
    }
    trimmed.to_owned()
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim();
    let stem = stem.to_lowercase();
    let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = matches!(letters, "com" | "lpt") && stem.len() == 4;
    DEVICES.contains(&letters) && (stem.len() == 3 || numbered)
}

#[cfg(test)]
#[path = "name_tests.rs"]
mod tests;
