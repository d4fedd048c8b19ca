//! A phrase to what it announces: the grammar of labels.

pub use super::dated::DateKind;
use super::dated::date;
use super::normalize::{ends_with_hash, is_number_sign};
use super::sheet::{Sheet, Token};
use super::vocabulary::{KNOWN, on};
use super::words::{Words, foreign_tokens, foreign_words, names_another};
use std::ops::Range;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// The online account number of a person of the case.
    Account,
    /// That of an attorney or representative.
    Representative,
    /// A number of something else.
    Foreign,
    /// An A-Number.
    ANumber,
    /// A receipt number.
    Receipt,
    /// A date.
    Date(DateKind),
    /// An amount.
    Money,
    /// The page count.
    Page,
    /// Class, category or form.
    Form,
    /// The case or form type.
    CaseType,
    /// The notice type.
    NoticeType,
    /// A person.
    Name,
    /// A phrase that the grammar does not know.
    Unknown,
}

/// Whose a number is, as far as the page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who applies.
    Applicant,
    /// Who petitions.
    Petitioner,
    /// For whom somebody petitions.
    Beneficiary,
    /// Attorney or accredited representative.
    Representative,
}

impl Role {
    /// In plain words.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Petitioner => "petitioner",
            Self::Beneficiary => "beneficiary",
            Self::Representative => "representative",
        }
    }
}

/// Words that do not make an attorney alone.
const WEAK_ATTORNEY: [&str; 5] = ["legal", "law", "organization", "accredited", "esq"];
/// A label of an attorney's or another person's number has at most this many words.
const MOST_OF_ATTORNEY: usize = 8;

/// A word of so many letters is known with one of them wrong; a shorter one may be another.
const LONG_WORD: usize = 8;

/// A label of something else without a word for number has at most this many words, or this many
/// where it surely is one.
const SHORT_FOREIGN: usize = 5;
const LONG_FOREIGN: usize = 12;

/// What a phrase says.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    pub kind: Option<LabelKind>,
    /// Names the agency's online account.
    pub strong: bool,
    pub owner: Option<Role>,
    /// Has a word or sign for number.
    pub has_number: bool,
    /// The foreign words.
    pub why: Vec<String>,
    pub doubts: Vec<String>,
}

/// The phrase without the number of its box on a form, `14.` or `(b)`, in front.
fn without_ordinal(tokens: &[Token]) -> &[Token] {
    let mut tokens = tokens;
    while tokens.len() > 1 && is_ordinal(&tokens[0].text) {
        tokens = &tokens[1..];
    }
    tokens
}

fn is_ordinal(word: &str) -> bool {
    let bullet = |c: char| matches!(c, '•' | '▪' | '■' | '□' | '☐' | '*' | '-' | '►');
    if word.chars().count() == 1 && word.chars().all(bullet) {
        return true;
    }
    let bare = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let marked = bare.len() < word.len();
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    let rest = &bare[digits..];
    let letter = rest.is_empty() || rest.len() == 1 && rest.as_bytes()[0].is_ascii_alphabetic();
    (1..=2).contains(&digits) && letter || digits == 0 && marked && rest.len() == 1 && letter
}

/// What a phrase of the page announces.
pub(super) fn classify(sheet: &Sheet, range: Range<usize>) -> Phrase {
    let tokens = without_ordinal(&sheet.tokens[range]);
    let all = tokens.iter().fold(0, |bits, t| bits | t.bits);
    let words = Words { tokens, all };
    let mut phrase = Phrase {
        has_number: has_number(&words),
        owner: owner(tokens),
        ..Phrase::default()
    };
    phrase.strong = words.is(on::STRONG);
    if words.count() == 0 {
        return phrase;
    }
    phrase.kind = account(&words, &mut phrase)
        .or_else(|| date(&words, phrase.has_number).map(LabelKind::Date))
        .or_else(|| number(&words, &mut phrase))
        .or_else(|| of_attorney(&words, &mut phrase))
        .or_else(|| field(&words));
    phrase
}

fn has_number(words: &Words) -> bool {
    let short = [
        "a-number",
        "a-no",
        "anumber",
        "a-num",
        "a-numbers",
        "oan",
        "a-nr",
    ];
    words
        .tokens
        .iter()
        .any(|t| t.says_number() || ends_with_hash(&t.text))
        || words.has_any(&short)
}

/// The person that a phrase names first; an attorney anywhere in it makes the number the
/// attorney's.
fn owner(tokens: &[Token]) -> Option<Role> {
    tokens.iter().find_map(role_of)
}

/// The role that a word names.
pub(super) fn role_of(token: &Token) -> Option<Role> {
    let word = token.norm.as_str();
    if token.is(on::ATTORNEY) {
        return Some(Role::Representative);
    }
    if word.starts_with("petition") && token.is(on::OWNER)
        || matches!(word, "peticionario" | "self-petitioner" | "sponsor")
    {
        return Some(Role::Petitioner);
    }
    if word.starts_with("beneficiar") {
        return Some(Role::Beneficiary);
    }
    let applicant = [
        "applicant",
        "applicants",
        "co-applicant",
        "solicitante",
        "filer",
        "requestor",
        "requester",
    ];
    (applicant.contains(&word)).then_some(Role::Applicant)
}

fn account(words: &Words, phrase: &mut Phrase) -> Option<LabelKind> {
    let spelled = words
        .tokens
        .iter()
        .any(|t| t.norm.starts_with("account#") || t.norm.starts_with("acct#"));
    let mut is_account = words.is(on::ACCOUNT) || spelled || phrase.has_number && words.has("elis");
    let profile = phrase.has_number
        && phrase.strong
        && words.is(on::PROFILE)
        && !words.is(on::CASE | on::ALIEN);
    if !is_account && profile {
        is_account = true;
        let agency = words.has_any(&["profile", "online"]) && words.has_any(&["uscis", "myuscis"]);
        if !agency {
            phrase
                .doubts
                .push("its head is not the word account".to_owned());
        }
    }
    if !is_account {
        return None;
    }
    let foreign = foreign_tokens(words, true);
    phrase.why = foreign.iter().map(|t| t.norm.clone()).collect();
    // A longer phrase is a sentence.
    let short = words.count() < MOST_OF_ATTORNEY && !words.has_any(&["not", "but"]);
    if short && names_another(words.tokens) {
        phrase.why.push("another person".to_owned());
    }
    // "Sender's" is one letter off "lender's", and another word.
    let guessed = |t: &&Token| t.mended && t.norm.len() < LONG_WORD;
    let told = foreign.is_empty() || phrase.why.len() > foreign.len();
    if !told && foreign.iter().all(guessed) {
        let why = format!("a word of the label may be: {}", phrase.why.join(" "));
        phrase.doubts.push(why);
        phrase.why.clear();
    }
    if !phrase.why.is_empty() || words.is(on::SECRET) {
        return Some(LabelKind::Foreign);
    }
    let weak = |t: &Token| WEAK_ATTORNEY.contains(&t.norm.as_str());
    let attorney = |t: &Token| t.is(on::ATTORNEY) && !weak(t);
    if words.tokens.iter().any(attorney) {
        phrase.owner = Some(Role::Representative);
        return Some(LabelKind::Representative);
    }
    if words.is(on::ATTORNEY) {
        phrase.doubts.push("it may be an attorney's".to_owned());
    }
    let unknown = unknown_words(words);
    if !unknown.is_empty() {
        phrase
            .doubts
            .push(format!("unknown words in the label: {}", unknown.join(" ")));
    }
    let first = words.tokens.first().map_or("", |t| t.text.as_str());
    if words.count() > 1 && matches!(first, "No" | "NO" | "no") {
        phrase.doubts.push("the label is denied".to_owned());
    }
    if !phrase.has_number && !phrase.strong && !words.has("oan") {
        phrase
            .doubts
            .push("the label has no word for number".to_owned());
    }
    Some(LabelKind::Account)
}

fn unknown_words(words: &Words) -> Vec<String> {
    let known = on::MODIFIER | on::OWNER | on::NUMBER | on::ACCOUNT | on::CASE | on::VERB;
    let mark = |t: &Token| {
        t.norm
            .chars()
            .all(|c| c.is_ascii_digit() || !c.is_alphanumeric())
    };
    // One letter alone may be the mark of a footnote; several, `G - 2 8` too, are set wide.
    let is_one = |t: &&Token| t.norm.chars().count() == 1;
    let ones = words.tokens.iter().filter(is_one).count();
    let is_letter = |t: &Token| is_one(&t) && t.letters() == 1;
    let letters = words.tokens.iter().filter(|t| is_letter(t)).count();
    let is_wide = letters > 1 || letters == 1 && ones > 2;
    let own = |t: &&Token| {
        let is_small = t.norm.chars().count() <= 1 && !(is_wide && is_letter(t));
        t.is(known) || mark(t) || is_small || is_number_sign(&t.text)
    };
    let part = |t: &Token| t.norm.starts_with("account#") || t.norm.starts_with("acct#");
    // A reference that the agency's online account explains: "Your reference (online account)".
    let refers = |t: &Token| t.norm == "reference" && words.has("online");
    // "The account in your name" names nobody else.
    let mut before = "";
    let mut unknown = Vec::new();
    for token in words.tokens {
        let of_reader = token.norm == "name" && matches!(before, "your" | "my");
        if !own(&token) && !part(token) && !refers(token) && !of_reader {
            unknown.push(token.norm.clone());
        }
        before = &token.norm;
    }
    unknown
}

/// Labels of numbers that are no account's.
fn number(words: &Words, phrase: &mut Phrase) -> Option<LabelKind> {
    let foreign = foreign_words(words, false);
    let besides = |fine: &[&str]| foreign.iter().any(|w| !fine.contains(&w.as_str()));
    if is_a_number(words, phrase.has_number) && !besides(&["registration", "card", "social"]) {
        return Some(LabelKind::ANumber);
    }
    let receipt = words.is(on::CASE) && (phrase.has_number || words.only(on::CASE | on::LEAD));
    if receipt && !besides(&["another", "order", "closed"]) {
        return Some(LabelKind::Receipt);
    }
    let numbered = phrase.has_number || words.is(on::SECRET) && words.is(on::FOREIGN);
    let short = words.count_before_bracket() <= SHORT_FOREIGN;
    if !foreign.is_empty() && (numbered || short || is_surely_foreign(words)) {
        phrase.why = foreign;
        return Some(LabelKind::Foreign);
    }
    None
}

/// "Courier label of an earlier parcel in the file:", a long label that speaks of other things more
/// than once.
fn is_surely_foreign(words: &Words) -> bool {
    let sure = |t: &&Token| t.is(on::FOREIGN) && !t.is(on::MILD | on::COMMON | on::HARMLESS);
    let ends = |t: &Token| t.text.ends_with(':') || sure(&t) && t.norm.len() >= LONG_WORD - 1;
    let ends = words.tokens.last().is_some_and(ends);
    ends && words.count() <= LONG_FOREIGN && words.tokens.iter().filter(sure).count() >= 2
}

fn is_a_number(words: &Words, has_number: bool) -> bool {
    let prefixed = |t: &Token| {
        let mut chars = t.text.chars();
        matches!(chars.next(), Some('A' | 'a')) && matches!(chars.next(), Some('#' | '-'))
    };
    let letter = |t: &Token| matches!(t.text.trim_matches(['(', ')', ':']), "A" | "A#");
    let card = |t: &Token| t.text.trim_end_matches(':').eq_ignore_ascii_case("USCIS#");
    // A title such as "Petition for Alien Relative" announces no number.
    words.is(on::ALIEN)
        && (has_number || words.count() <= 2 || words.has_any(&["registration", "file"]))
        || words.tokens.iter().any(|t| prefixed(t) || card(t))
        || has_number && words.tokens.iter().any(letter)
        || has_number && words.has("registration")
        || has_number && words.has("uscis") && words.count() <= 2
        || has_number && words.has("file") && words.count() <= 3 && words.only(KNOWN)
}

/// "Online dcct., G-28 rep.": an online number of an attorney, whatever its head was read as.
fn of_attorney(words: &Words, phrase: &mut Phrase) -> Option<LabelKind> {
    let tokens = words.tokens.iter();
    let named = tokens.filter(|t| t.is(on::ATTORNEY) && !WEAK_ATTORNEY.contains(&t.norm.as_str()));
    if named.count() == 0 || !words.is(on::STRONG) || words.count() > MOST_OF_ATTORNEY {
        return None;
    }
    phrase.owner = Some(Role::Representative);
    Some(LabelKind::Representative)
}

/// Labels of fields that are no numbers.
fn field(words: &Words) -> Option<LabelKind> {
    if words.is(on::MONEY) {
        return Some(LabelKind::Money);
    }
    if words.only(on::PAGE) {
        return Some(LabelKind::Page);
    }
    if words.is(on::TYPE) && words.count() <= 4 {
        let of_type = words.has_any(&["type", "tipo"]);
        return Some(match () {
            () if of_type && words.has_any(&["notice", "aviso"]) => LabelKind::NoticeType,
            () if of_type => LabelKind::CaseType,
            () => LabelKind::Form,
        });
    }
    (words.is(on::ROLE) && words.count() <= 5).then_some(LabelKind::Name)
}

#[cfg(test)]
mod tests {
    use super::super::{Conclusion, interpret};
    use crate::model::source::TextSource;
    use crate::text::sample::page;

    #[test]
    fn a_word_set_wide_is_no_mark_of_a_footnote() {
        let verdicts = |label: &str| -> Vec<Conclusion> {
            let text = format!("{label}USCIS Online Account Number: 034217003351");
            let rows = [
                (40.0, 100.0, "Receipt Number: IOE0912345678"),
                (40.0, 130.0, text.as_str()),
            ];
            let meaning = interpret(&page(&rows, TextSource::TextLayer));
            let accounts = meaning.readings.iter().filter(|r| r.is_account());
            accounts.map(|r| r.verdict).collect()
        };
        assert_eq!(verdicts(""), [Conclusion::Accept]);
        for wide in ["A t t o r n e y ", "L a w y e r ", "G - 2 8 "] {
            assert!(!verdicts(wide).contains(&Conclusion::Accept), "{wide}");
        }
    }
}
