//! A notice of an old line printer: capitals of one width, dot leaders, a strip to tear off.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days};
use super::words;

/// Labels of the filer's own account.
const OWN: [&str; 6] = [
    "USCIS ONLINE ACCOUNT NBR",
    "USCIS ONLINE ACCT",
    "ELIS ACCOUNT NUMBER",
    "FILER ONLINE ACCT #",
    "USCIS ONLINE ACCT, FILER",
    "USCIS ACCOUNT NO",
];

/// The printer: a page on which every line has a place.
struct Printer {
    /// The page.
    sheet: Sheet,
    /// Its face.
    face: Face,
    /// The size of type.
    size: f32,
    /// The left margin.
    left: f32,
    /// The next baseline.
    y: f32,
    /// The distance of lines.
    pitch: f32,
    /// How dark the ribbon prints: 0 is black.
    ribbon: f32,
}

impl Printer {
    /// The number of signs that fit into a line.
    fn columns(&self) -> usize {
        ((612.0 - 2.0 * self.left) / self.face.width("0", self.size)) as usize
    }
    /// Prints a line.
    fn line(&mut self, text: &str) {
        self.sheet
            .write_shaded(self.face, self.size, self.left, self.y, text, self.ribbon);
        self.y += self.pitch;
    }
    /// Prints a line in the middle.
    fn middle(&mut self, text: &str) {
        let before = self.columns().saturating_sub(text.chars().count()) / 2;
        let x = self.left + before as f32 * self.face.width("0", self.size);
        self.sheet
            .write_shaded(self.face, self.size, x, self.y, text, self.ribbon);
        self.y += self.pitch;
    }
    /// Prints words over as many lines as they need.
    fn words(&mut self, text: &str) {
        let columns = self.columns();
        let mut line = String::new();
        for word in text.to_uppercase().split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > columns {
                self.line(&line.clone());
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&line);
        self.y += self.pitch * 0.5;
    }
    /// Prints a label, dots up to a column, and a value.
    fn leader(&mut self, stop: usize, dots: &str, label: &str, value: &str) {
        let mut text = format!("{label} ");
        while text.chars().count() < stop {
            let sign = dots
                .chars()
                .nth(text.chars().count() % dots.len())
                .unwrap_or('.');
            text.push(sign);
        }
        self.line(&format!("{text}: {value}"));
    }
    /// Prints one sign all the way across.
    fn across(&mut self, sign: char) {
        let text: String = std::iter::repeat_n(sign, self.columns()).collect();
        self.line(&text);
    }
}

/// The bands of the paper behind the text.
fn bands(sheet: &mut Sheet) {
    let mut y = 36.0;
    while y < 740.0 {
        sheet.fill([24.0, y, 588.0, y + 22.0], 0.93);
        y += 44.0;
    }
}

/// The entries of the head.
fn entries(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    days: Days,
) -> Vec<(String, String)> {
    let received = days.print(&case.received);
    truth.fields.received_date = Some(received.clone());
    let number = desk::a_text(rng, truth, &case.filer.a_number);
    let filer = case.filer.listed();
    desk::note_filer(truth, case, &filer);
    let mut list = vec![
        (
            rng.pick(&["RECEIPT NUMBER", "RECEIPT NO", "CASE RECEIPT NBR"])
                .into(),
            desk::printed_receipt(rng, &case.receipt),
        ),
        (
            rng.pick(&["NOTICE DATE", "DATE OF NOTICE", "DATE PRINTED"])
                .into(),
            days.print(&case.noticed),
        ),
        (
            rng.pick(&["RECEIVED DATE", "DATE RECEIVED", "RECEIPT DATE"])
                .into(),
            received,
        ),
        ("FORM".into(), format!("{} {}", case.form_code, case.title)),
        (words::role(case).to_uppercase(), filer),
        (
            rng.pick(&["ALIEN REG NO", "A-NUMBER", "ALIEN FILE NUMBER"])
                .into(),
            number,
        ),
    ];
    if case.is_petition && rng.chance(0.7) {
        let listed = case.beneficiary.listed();
        truth.fields.beneficiary = Some(listed.clone());
        list.push(("BENEFICIARY".into(), listed));
        list.push((
            "BENEFICIARY A-NUMBER".into(),
            desk::a_text(rng, truth, &case.beneficiary.a_number),
        ));
    }
    let own = desk::own(rng, case, 45, 15);
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = 1 + rng.below(list.len());
        list.insert(place, (rng.pick(&OWN).into(), text));
    }
    traps(rng, truth, &mut list);
    list
}

/// Entries that are not the filer's account.
fn traps(rng: &mut Rng, truth: &mut NoticeTruth, list: &mut Vec<(String, String)>) {
    let amount = words::dollars(rng);
    truth.fields.amount = Some(amount.clone());
    list.push(("AMOUNT RECEIVED".into(), amount));
    if rng.chance(0.6) {
        let label = rng.pick(&[
            "REMITTANCE TRACE NBR",
            "CHECK DRAWN ON BANK ACCT",
            "CARD BATCH NBR",
        ]);
        list.push((label.into(), words::twelve(rng)));
    }
    match rng.below(4) {
        0 => list.push(("ATTY ONLINE ACCT NBR".into(), String::new())),
        1 => {
            let digits = case::account(rng);
            truth.prints_representative_account(&digits);
            list.push(("ATTY ONLINE ACCT NBR".into(), digits));
        }
        _ => {}
    }
}

/// The body text.
fn body(rng: &mut Rng, printer: &mut Printer, gone: bool) {
    printer.words(
        "The above case has been received by this office. It has been given the receipt number \
         shown. Use that number in every inquiry. This notice does not grant any immigration \
         status or benefit.",
    );
    if rng.chance(0.6) {
        let text = words::talk(rng, gone);
        printer.words(&text);
    }
    printer.words(
        "Verify the above information and tell this office at once if any of it is wrong. You will \
         be notified separately about any other case you filed.",
    );
    for text in words::general(rng) {
        printer.words(&text);
    }
    let text = words::contact(rng);
    printer.words(&text);
}

/// The strip at the foot of the page with a line for a machine.
fn stub(rng: &mut Rng, case: &Case, printer: &mut Printer) {
    printer.y = printer.y.max(650.0);
    debug_assert!(
        printer.y < 712.0,
        "the strip runs over the foot of the page"
    );
    let cut: String = "- ".repeat(printer.columns() / 2);
    printer.line(&cut);
    let face = Face::regular(Family::DejaVuSansMono);
    let text = rng.pick(&[
        "OFFICE USE - DO NOT WRITE BELOW",
        "RETURN THIS STRIP WITH YOUR INQUIRY",
    ]);
    printer.middle(text);
    let line = format!(
        "{}  {}  {}<",
        case.receipt,
        rng.digits(7),
        words::twelve(rng)
    );
    printer
        .sheet
        .write(face, 10.0, printer.left, printer.y + 10.0, &line);
    if rng.chance(0.6) {
        desk::old_bars(
            &mut printer.sheet,
            printer.left,
            printer.y + 20.0,
            24.0,
            &case.receipt,
        );
    }
}

/// The heading.
fn heading(printer: &mut Printer, rng: &mut Rng, office: &words::Office) {
    let edge = rng.pick(&['*', '=', '-']);
    printer.across(edge);
    printer.middle("U.S. DEPARTMENT OF HOMELAND SECURITY");
    printer.middle("U.S. CITIZENSHIP AND IMMIGRATION SERVICES");
    printer.middle(&format!("{} - {} - {}", office[0], office[1], office[2]).to_uppercase());
    printer.across(edge);
}

/// A receipt notice as an old printer of a field office leaves it.
pub(super) fn line_printer(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let size = rng.pick(&[9.0, 9.5, 8.5]);
    let mut printer = Printer {
        sheet: Sheet::letter(family),
        face: Face::regular(family),
        size,
        left: rng.pick(&[45.0, 54.0]),
        y: 52.0,
        pitch: size * rng.pick(&[1.25, 1.35]),
        ribbon: rng.pick(&[0.0, 0.15, 0.3]),
    };
    if rng.chance(0.35) {
        bands(&mut printer.sheet);
    }
    let days = rng.pick(&[Days::Numeric, Days::Capitals]);
    let mut truth = desk::truth_of(case, "I-797C", &days.print(&case.noticed));
    let office = words::field_office(rng);
    heading(&mut printer, rng, &office);
    let title = rng.pick(&["RECEIPT NOTICE", "NOTICE OF RECEIPT"]);
    truth.fields.notice_type = Some(title.into());
    printer.middle(&format!("FORM I-797C, NOTICE OF ACTION - {title}"));
    printer.y += 8.0;
    for text in [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ] {
        printer.line(&format!("     {}", text.to_uppercase()));
    }
    printer.y += 12.0;
    let dots = rng.pick(&[".", " .", "-"]);
    let stop = 26 + 2 * rng.below(2);
    for (label, value) in entries(rng, case, &mut truth, days) {
        let shown: String = value.chars().take(printer.columns() - stop - 3).collect();
        printer.leader(stop, dots, &label, &shown);
    }
    printer.y += 10.0;
    body(rng, &mut printer, truth.account_cell == AccountCell::Absent);
    stub(rng, case, &mut printer);
    Drawing {
        sheets: vec![printer.sheet],
        truth,
    }
}
