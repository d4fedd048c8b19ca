//! An approval with dot leaders under a letterhead of three columns, valid from and to.
use super::kit;
use super::matter;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Forms whose approvals run from a day to a day: code, title, filed by a petitioner.
const FORMS: [(&str, &str, bool); 6] = [
    ("I-129", "Petition for a Nonimmigrant Worker", true),
    ("I-129F", "Petition for Alien Fiance(e)", true),
    ("I-765", "Application for Employment Authorization", false),
    ("I-131", "Application for Travel Document", false),
    (
        "I-821D",
        "Consideration of Deferred Action for Childhood Arrivals",
        false,
    ),
    (
        "I-539",
        "Application to Extend/Change Nonimmigrant Status",
        false,
    ),
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::DejaVuSerif,
        Family::LiberationSerif,
        Family::FreeSerif,
    ]);
    let form = match case.is_petition {
        true => FORMS[rng.below(2)],
        false => FORMS[2 + rng.below(4)],
    };
    let number = if form.0 == "I-129" { "I-797B" } else { "I-797" };
    let mut truth = world::truth_of(number);
    let mut sheet = Sheet::letter(family);
    let y = letterhead(rng, &mut sheet, family, case, number);
    let y = lines(rng, &mut sheet, family, (case, form), &mut truth, y);
    let y = address(rng, &mut sheet, family, case, &mut truth, y);
    let y = body(rng, &mut sheet, family, form, y);
    attorney(rng, &mut sheet, family, case, &mut truth, y);
    sheet.rule(54.0, 558.0, 738.0, 0.8);
    let edition = format!("Form {number} (Rev. 01/31/05) N");
    sheet.write(Face::regular(family), 7.0, 54.0, 748.0, &edition);
    sheet.flush_right(Face::regular(family), 7.0, 558.0, 748.0, "Page 1 / 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Three columns: agency, office, form; gives the bottom.
fn letterhead(rng: &mut Rng, sheet: &mut Sheet, family: Family, case: &Case, number: &str) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let office = world::office(rng, &case.receipt);
    kit::stack(
        sheet,
        bold,
        9.0,
        [54.0, 50.0],
        &["U.S. Citizenship", "and Immigration Services"],
    );
    sheet.write(face, 7.0, 54.0, 72.0, "Department of Homeland Security");
    kit::stack(
        sheet,
        face,
        8.0,
        [236.0, 50.0],
        &[office.name, office.street, office.city],
    );
    let form = format!("{number}, Notice of Action");
    sheet.flush_right(bold, 10.0, 558.0, 50.0, &form);
    let label = rng.pick(&["APPROVED", "Approval"]);
    sheet.flush_right(face, 8.0, 558.0, 62.0, label);
    sheet.rule(54.0, 558.0, 80.0, 1.4);
    sheet.rule(54.0, 558.0, 82.5, 0.4);
    82.5
}

/// A day of validity's start and end, printed.
fn span(rng: &mut Rng, dated: Dated, noticed: &Date) -> (String, String) {
    let wait = rng.between(0, 40);
    let months = rng.pick(&[4, 12, 24, 36]);
    let start = noticed.later(0, wait);
    (dated.print(&start), dated.print(&start.later(months, 0)))
}

/// The lines with dot leaders; gives their bottom.
fn lines(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: (&Case, (&'static str, &'static str, bool)),
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let (case, form) = case;
    let dated = rng.pick(&[Dated::Numeric, Dated::Long, Dated::Military]);
    let (from, until) = span(rng, dated, &case.noticed);
    let received = dated.print(&case.received);
    let noticed = dated.print(&case.noticed);
    let kind = "Approval Notice";
    truth.fields.notice_type = Some(kind.into());
    truth.fields.case_type = Some(form.0.into());
    truth.fields.received_date = Some(received.clone());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(until.clone());
    let mut pairs = vec![
        ("Notice type", kind.to_string()),
        ("Case type", format!("{} {}", form.0, form.1)),
        ("Receipt number", world::receipt(rng, &case.receipt, truth)),
        ("Received on", received),
        ("Date of this notice", noticed),
    ];
    if let Some(pair) = own_pair(rng, case, truth) {
        let place = 2 + rng.below(4);
        pairs.insert(place, pair);
    }
    pairs.extend(people(rng, case, truth));
    pairs.extend(legal(rng, form.0, truth));
    pairs.push(("Valid from", from));
    pairs.push(("Valid to", until));
    let face = Face::regular(family);
    let left = rng.uniform(56.0, 96.0);
    let right = rng.uniform(500.0, 556.0);
    let mut y = top + 20.0;
    for (label, value) in pairs {
        kit::leaders(sheet, face, 9.5, [left, right, y], (label, &value));
        y += 14.0;
    }
    y
}

/// The account's line, where there is one.
fn own_pair(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Option<(&'static str, String)> {
    let own = world::own(rng, 46, 16);
    let number = world::own_number(rng, own, case, truth);
    let label = match case.is_petition {
        true => rng.pick(&[
            "USCIS online account number of the petitioner",
            "Petitioner's USCIS account number",
        ]),
        false => rng.pick(&[
            "USCIS online account number of the applicant",
            "Your online account number with USCIS",
        ]),
    };
    (own != Own::Missing).then_some((label, number))
}

/// The persons' lines, with their A-Numbers in lines of their own.
fn people(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(&'static str, String)> {
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let name = case.filer.listed();
    world::note_filer(truth, role, &name);
    let mut pairs = vec![(role, name)];
    if !case.is_petition {
        pairs.push((
            "Alien registration number",
            world::alien(rng, &case.filer, truth),
        ));
        return pairs;
    }
    let name = case.beneficiary.listed();
    truth.fields.beneficiary = Some(name.clone());
    pairs.push(("Beneficiary", name));
    if rng.chance(0.7) {
        let number = world::alien(rng, &case.beneficiary, truth);
        pairs.push(("Alien number of beneficiary", number));
    }
    pairs
}

/// Class, section, category and consulate, as the form asks.
fn legal(rng: &mut Rng, code: &str, truth: &mut NoticeTruth) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    if let Some(class) = world::class(rng, code) {
        truth.fields.class = Some(class.into());
        pairs.push(("Class", class.to_string()));
    }
    if let Some(section) = world::section(rng, code) {
        truth.fields.section = Some(section.into());
        pairs.push(("Section", section.to_string()));
    }
    if code == "I-765" {
        let category = rng.pick(&["C09", "(c)(9)", "C08", "A05", "(a)(12)", "C33", "C26"]);
        truth.fields.eligibility_category = Some(category.into());
        pairs.push(("Eligibility Category", category.to_string()));
    }
    if code.starts_with("I-129") && rng.chance(0.8) {
        let place = rng.pick(&[
            "MANILA",
            "CHENNAI",
            "BOGOTA",
            "NATIONAL VISA CENTER",
            "NONE",
        ]);
        truth.fields.consulate = Some(place.into());
        pairs.push(("Consulate", place.to_string()));
    }
    pairs
}

/// Address and barcode; gives the bottom.
fn address(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(sheet, face, 10.0, [86.0, top + 28.0], &to);
    kit::bars(
        sheet,
        [366.0, top + 18.0],
        24.0,
        Symbology::Code39,
        &case.receipt,
    );
    if rng.chance(0.4) {
        let amount = world::dollars(world::fee(rng));
        let line = format!("Amount received: {amount}");
        sheet.write(face, 8.5, 366.0, top + 56.0, &line);
        truth.fields.amount = Some(amount);
    }
    top + 86.0
}

/// The body's paragraphs; gives the bottom.
fn body(rng: &mut Rng, sheet: &mut Sheet, family: Family, form: (&str, &str, bool), y: f32) -> f32 {
    let face = Face::regular(family);
    let first = match form.2 {
        true => {
            "We have approved the petition. If a consulate is named above, we send it there, and \
                 the beneficiary may apply for a visa. The visa is the consulate's to give."
        }
        false => {
            "We have approved the application. If a card or document goes with it, it will \
                  come to you by mail in an envelope of its own within 30 days."
        }
    };
    let prior = format!(
        "An earlier case of another filer, who used account number {}, was closed and is not \
         part of this approval.",
        case::account(rng)
    );
    let mut texts = vec![first];
    texts.extend(matter::some(rng, matter::APPROVAL, 2));
    if rng.chance(0.25) {
        texts.push(&prior);
    }
    kit::prose(sheet, face, 9.6, [54.0, y], 504.0, &texts)
}

/// The representative's copy line, at times with the representative's own account.
fn attorney(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    y: f32,
) {
    if !rng.chance(0.5) {
        return;
    }
    let face = Face::italic(family);
    let line = format!(
        "Copy to the representative: {}, {}",
        case.attorney.0, case.attorney.1
    );
    kit::fit(sheet, face, 9.0, [54.0, y + 12.0], 504.0, &line);
    if rng.chance(0.6) {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let line = format!("Representative's USCIS online account number: {digits}");
        sheet.write(face, 9.0, 54.0, y + 24.0, &line);
    }
}
