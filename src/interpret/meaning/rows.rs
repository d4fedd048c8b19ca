//! What the row of a table says of the number in it: whose it is, of the several people of a case.

use super::Reading;
use super::context::{names_attorney, row_words};
use super::judge::{Judge, explain};
use super::label::Label;
use super::normalize::is_upper;
use super::phrase::{Role, role_of};
use super::relation::Relation;
use super::sheet::Token;
use super::vocabulary::on;

impl Judge<'_> {
    /// Whether the row of a table makes a number an attorney's; of other things it leaves doubt.
    pub(super) fn row_speaks(&self, value: usize, label: &Label, reading: &mut Reading) -> bool {
        let v = &self.page.values[value];
        let Some((index, ..)) = self.label(value) else {
            return false;
        };
        let table = self.solution.values_of(index).count() > 1;
        let tabled = match reading.relation {
            Some(Relation::Column) => true,
            Some(Relation::Below) => table,
            _ => false,
        };
        let of_row = |t: &&Token| {
            !label.holds_text(t) && !self.page.sheet.runs[t.run].prose && !self.is_filled(t)
        };
        let row = || row_words(self.page.sheet, v).filter(of_row);
        if tabled && row().any(names_attorney) {
            reading.owner = Some(Role::Representative);
            explain(reading, "its row speaks of an attorney");
            return true;
        }
        let firm = ["corp", "corporate", "company", "corporation"];
        let foreign = |t: &Token| {
            t.is(on::FOREIGN)
                && !t.is(on::HARMLESS | on::COMMON)
                && !firm.contains(&t.norm.as_str())
                && !is_upper(&t.text)
        };
        let prior =
            |t: &Token| matches!(t.norm.as_str(), "prior" | "previous" | "former" | "earlier");
        // "Prior petitioner" at the head of a table's row names whose number it is.
        let named: Vec<&Token> = row().collect();
        let earlier = named
            .windows(2)
            .any(|p| prior(p[0]) && role_of(p[1]).is_some());
        if tabled && earlier {
            explain(
                reading,
                "its row speaks of an earlier petitioner or applicant",
            );
            return true;
        }
        let other = row().any(|t| foreign(t) || prior(t));
        if tabled && other {
            reading
                .doubts
                .push("its row speaks of something else".to_owned());
        }
        if tabled && self.is_of_several(index) && self.tells_people_apart(index) && !files(row()) {
            let why = "a table of several people's numbers, and its row names nobody who filed";
            reading.doubts.push(why.to_owned());
        }
        let left = || row().filter(|t| t.rect.x1 <= v.rect.x0);
        if reading.relation == Some(Relation::Below) && left().any(names_attorney) {
            reading
                .doubts
                .push("its row speaks of an attorney".to_owned());
        }
        false
    }

    /// Whether a label heads the account numbers of several people.
    fn is_of_several(&self, label: usize) -> bool {
        let numbers = self.solution.values_of(label).map(|v| &self.page.values[v]);
        let mut numbers: Vec<&str> = numbers.map(|v| v.canonical.as_str()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len() > 1
    }

    /// Whether any row of a label's table says what its person is to the case. Where none does, all
    /// are applicants alike.
    fn tells_people_apart(&self, label: usize) -> bool {
        let sheet = self.page.sheet;
        let row = |v: usize| row_words(sheet, &self.page.values[v]).filter(|t| !self.is_filled(t));
        self.solution
            .values_of(label)
            .any(|v| row(v).any(|t| is_own_role(t) || is_other_role(t)))
    }
}

/// Whether the words of a row name the one who filed, and nobody else.
fn files<'a>(row: impl Iterator<Item = &'a Token>) -> bool {
    let words: Vec<&Token> = row.collect();
    words.iter().any(|t| is_own_role(t)) && !words.iter().any(|t| is_other_role(t))
}

/// Whether a word names the one who filed.
pub(super) fn is_own_role(token: &Token) -> bool {
    let own = [
        "petitioner",
        "applicant",
        "principal",
        "filer",
        "you",
        "self",
        "requestor",
    ];
    own.contains(&token.norm.as_str())
}

/// Whether a word names somebody else of a family or a case.
pub(super) fn is_other_role(token: &Token) -> bool {
    let other = [
        "beneficiary",
        "spouse",
        "child",
        "parent",
        "sibling",
        "dependent",
        "derivative",
        "husband",
        "wife",
        "son",
        "daughter",
        "mother",
        "father",
        "brother",
        "sister",
        "sponsor",
    ];
    other.contains(&token.norm.as_str())
}
