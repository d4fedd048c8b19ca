//! A request for evidence as a line printer set it, in Courier capitals.
use super::facts::Facts;
use super::kit::{Page, Row, Slot, wrap};
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// The writing head of the printer.
struct Head {
    left: f32,
    size: f32,
    pitch: f32,
    columns: usize,
    y: f32,
}

impl Head {
    /// Prints a line and feeds one.
    fn line(&mut self, page: &mut Page, text: &str) {
        page.put(self.size, self.left, self.y, text);
        self.y += self.pitch;
    }

    /// Prints a wrapped text in capitals and feeds one line more.
    fn body(&mut self, page: &mut Page, text: &str) {
        let measure = page.plain.width("M", self.size) * self.columns as f32;
        for line in wrap(page.plain, self.size, measure, &text.to_uppercase()) {
            self.line(page, &line);
        }
        self.y += self.pitch * 0.7;
    }
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let mut facts = Facts::draw(rng, case, 2);
    facts.style = rng.pick(&[0, 2]);
    let form = rng.pick(&["I-797E", ""]);
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let mut page = Page::new(family, form);
    let mut head = Head {
        left: rng.uniform(52.0, 64.0),
        size: 10.0,
        pitch: 11.8,
        columns: 80,
        y: 50.0,
    };
    letterhead(rng, &mut page, &mut head, &facts, form);
    particulars(rng, &mut page, &mut head, &facts);
    request(rng, &mut page, &mut head, &facts);
    if rng.chance(0.5) {
        second(rng, &mut page, &mut head, &facts);
    }
    page.finish()
}

/// Agency, title and the address of the filer.
fn letterhead(rng: &mut Rng, page: &mut Page, head: &mut Head, facts: &Facts, form: &str) {
    head.line(page, "U.S. DEPARTMENT OF HOMELAND SECURITY");
    head.line(page, "U.S. CITIZENSHIP AND IMMIGRATION SERVICES");
    let office = &facts.office;
    head.line(page, &office.name.to_uppercase());
    head.line(
        page,
        &format!("{}, {}", office.street, office.city).to_uppercase(),
    );
    head.y += 12.0;
    let bar = "=".repeat(head.columns);
    head.line(page, &bar);
    let tail = if form.is_empty() {
        ""
    } else {
        "        FORM I-797E, NOTICE OF ACTION"
    };
    let kind = rng.pick(&["REQUEST FOR EVIDENCE", "REQUEST FOR ADDITIONAL EVIDENCE"]);
    head.line(page, &format!("{kind}{tail}"));
    page.mark(Slot::Type, kind);
    head.line(page, &bar);
    head.y += 8.0;
    for line in facts.addressee(rng) {
        head.line(page, &format!("     {}", line.to_uppercase()));
    }
    head.y += 14.0;
}

/// The list of particulars, labels padded to one width.
fn particulars(rng: &mut Rng, page: &mut Page, head: &mut Head, facts: &Facts) {
    let case = &facts.case;
    let mut rows = vec![
        facts.receipt_row(rng.pick(&["IN REPLY REFER TO", "FILE RECEIPT", "RCPT NBR"])),
        facts.date_row(
            rng.pick(&["DATE", "NOTICE DATE", "DTD"]),
            &case.noticed,
            Slot::Noticed,
        ),
        facts.form_row(rng.pick(&["FORM TYPE", "CASE TYPE"]), "  "),
        facts.filer("{ROLE}"),
        facts.filer_alien(rng.pick(&["A-FILE", "ALIEN REG NO.", "A-NBR OF {ROLE}"])),
    ];
    rows.extend(facts.beneficiary("BENEFICIARY", "A-FILE OF BENEF"));
    let label = rng.pick(&["RECD", "RECEIVED DATE", "DATE RECEIVED"]);
    rows.push(facts.date_row(label, &case.received, Slot::Received));
    rows.extend(facts.basis(["CLASS", "SECTION", "CATEGORY"]));
    rows.extend(facts.account_row(rng.pick(&[
        "{ROLE} ONLINE ACCT NBR",
        "USCIS ELIS ACCT NBR",
        "USCIS ONLINE ACCT NO.",
        "ONLINE ACCT (USCIS) OF {ROLE}",
    ])));
    rows.extend(traps::rows(rng, facts, 2));
    for row in &mut rows {
        row.label = row.label.to_uppercase();
        row.value = row.value.to_uppercase();
    }
    let wide = rows
        .iter()
        .map(|row| row.label.chars().count())
        .max()
        .unwrap_or(0)
        .min(32);
    let form = rng.pick(&[0, 1, 2]);
    for row in &rows {
        page.note(row);
        listed(page, head, row, wide, form);
    }
    head.y += 10.0;
}

/// One particular; a long value goes on under itself.
fn listed(page: &mut Page, head: &mut Head, row: &Row, wide: usize, form: usize) {
    let long = row.label.chars().count();
    let lead = match form {
        0 => format!("{}{} : ", row.label, " ".repeat(wide.saturating_sub(long))),
        1 => format!(
            "{}{} ",
            row.label,
            ".".repeat((wide + 2).saturating_sub(long))
        ),
        _ => format!("{}:{} ", row.label, " ".repeat(wide.saturating_sub(long))),
    };
    let indent = lead.chars().count();
    let em = page.plain.width("M", head.size);
    let measure = em * (head.columns - indent) as f32;
    let lines = wrap(page.plain, head.size, measure, &row.value);
    for (i, line) in lines.iter().enumerate() {
        let start = if i == 0 {
            lead.clone()
        } else {
            " ".repeat(indent)
        };
        head.line(page, &format!("{start}{line}"));
    }
}

/// The request and its last day.
fn request(rng: &mut Rng, page: &mut Page, head: &mut Head, facts: &Facts) {
    let due = facts.date(&facts.due);
    page.mark(Slot::Due, &due);
    let stars = "*".repeat(head.columns);
    let text = rng.pick(&[
        "ANSWER MUST REACH THIS OFFICE ON OR BEFORE",
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY",
        "LAST DAY FOR YOUR RESPONSE:",
    ]);
    head.line(page, &stars);
    head.line(page, &format!("     {text} {due}"));
    head.line(page, &stars);
    head.y += 10.0;
    head.body(
        page,
        "The evidence now in the file does not show that the request can be granted. Send the \
         documents listed below in one envelope, with this page on top.",
    );
    let wants = [
        "  1. A certified copy of the birth record with a full translation.",
        "  2. The last two federal tax returns with all schedules.",
        "  3. Proof of lawful entry, both sides of each document.",
        "  4. A letter of the employer on letterhead, signed and dated.",
    ];
    let count = 2 + rng.below(3);
    for want in wants.iter().take(count) {
        head.line(page, &want.to_uppercase());
    }
    head.y += 10.0;
    for text in traps::body(rng, 3) {
        head.body(page, &text);
    }
}

/// A second page with a running head and more prose.
fn second(rng: &mut Rng, page: &mut Page, head: &mut Head, facts: &Facts) {
    page.put(head.size, 500.0, 766.0, "PAGE 1 OF 2");
    page.turn();
    head.y = 50.0;
    head.line(
        page,
        &format!("RE: {}     {}", facts.receipt, facts.case.filer.listed()),
    );
    head.line(page, &"-".repeat(head.columns));
    head.y += 12.0;
    for text in traps::body(rng, 5) {
        head.body(page, &text);
    }
    head.y += 24.0;
    head.line(page, "SINCERELY,");
    head.y += 30.0;
    head.line(
        page,
        rng.pick(&["DIRECTOR", "CENTER DIRECTOR", "OFFICER 0417"]),
    );
    page.put(head.size, 500.0, 766.0, "PAGE 2 OF 2");
}
