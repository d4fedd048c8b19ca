//! The acknowledgement of an asylum office, with a table of applicants; two pages now and then.
use super::common::{self, Plan};
use super::prose;
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "USCIS Online Account Number (principal applicant)",
    "Principal's USCIS Online Account No.",
    "USCIS Online Account Number",
    "Online Account Number, principal applicant",
    "USCIS Acct. No. (principal)",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 23);
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::LiberationSans,
        Family::DejaVuSerif,
    ]);
    let mut truth = common::begin("I-797C", "I-589");
    let title = rng.pick(&[
        "Acknowledgement of Receipt",
        "Receipt Notice",
        "Asylum Receipt Notice",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    truth.fields.applicant = Some(case.filer.listed());
    let plan = common::plan(rng, case, 0.45, 0.15);
    let mut sheet = Sheet::letter(family);
    let y = head(&mut sheet, rng, case, family, title, &mut truth);
    let y = facts(&mut sheet, rng, case, family, plan, &mut truth, y);
    let y = table(&mut sheet, rng, case, family, &mut truth, y);
    letter(&mut sheet, rng, case, family, plan, y);
    let mut sheets = vec![sheet];
    if rng.chance(0.4) {
        sheets.push(second(rng, case, family));
    }
    Drawing { sheets, truth }
}

/// Centred letterhead, address and title.
fn head(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    title: &str,
    truth: &mut NoticeTruth,
) -> f32 {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    sheet.centred(
        bold,
        11.0,
        306.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.centred(
        face,
        9.0,
        306.0,
        55.0,
        "Asylum Division \u{b7} Asylum Vetting Center",
    );
    sheet.centred(
        face,
        9.0,
        306.0,
        66.0,
        "P.O. Box 57100, Atlanta, GA 30343-0710",
    );
    sheet.flush_right(face, 8.0, 572.0, 44.0, "Form I-797C");
    let day = case.noticed.long();
    sheet.write(face, 10.0, 44.0, 96.0, &day);
    truth.fields.notice_date = Some(day);
    let block = common::addressee(rng, case);
    let y = common::lines(sheet, face, 10.0, (44.0, 118.0), 12.0, &block) + 18.0;
    sheet.write(bold, 12.0, 44.0, y, title);
    y + 18.0
}

/// Facts of the case in lines `caption: value`; returns the next baseline.
fn facts(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    plan: Plan,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let received = case.received.long();
    truth.fields.received_date = Some(received.clone());
    let form = "I-589, APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL";
    let mut list = vec![
        (
            "Receipt Number".to_string(),
            common::receipt(rng, case, truth),
        ),
        ("Form Type".to_string(), form.to_string()),
        ("Date Received".to_string(), received),
    ];
    if let Some(value) = common::account(rng, case, plan, truth) {
        let place = rng.below(4);
        list.insert(place, (rng.pick(LABELS).to_string(), value));
    } else if rng.chance(0.6) {
        let label = rng.pick(&["Mail Item", "Security Check Reference", "Courier Parcel"]);
        list.push((label.to_string(), common::twelve(rng)));
    }
    let tab = rng.chance(0.5);
    let mut y = top;
    for (label, value) in list {
        let end = sheet.write(Face::bold(family), 9.5, 44.0, y, &format!("{label}:"));
        let x = if tab {
            (end + 6.0).max(270.0)
        } else {
            end + 6.0
        };
        common::fit(
            sheet,
            (Face::regular(family), 9.5),
            (x, y),
            572.0 - x,
            &value,
        );
        y += 13.5;
    }
    y + 10.0
}

/// The applicants, one row a person; returns the next baseline.
fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let mut people: Vec<(Person, &str)> = vec![(case.filer.clone(), "Principal")];
    for i in 0..rng.below(5) {
        people.push((
            case.filer.relative(rng),
            if i == 0 { "Spouse" } else { "Child" },
        ));
    }
    let stops = [44.0, 150.0, 360.0, 450.0, 572.0];
    let high = rng.uniform(15.0, 18.0);
    let ruled = rng.chance(0.6);
    let heads = ["A-Number", "Name of Applicant", "Relation", "Date of Birth"];
    sheet.fill([44.0, top - 10.0, 572.0, top + 4.0], 0.88);
    for (x, text) in stops.iter().zip(heads) {
        sheet.write(Face::bold(family), 8.0, x + 4.0, top, text);
    }
    let mut y = top + high;
    for (person, relation) in people {
        let number = common::alien(rng, &person, truth);
        let values = [
            number,
            person.listed(),
            relation.to_string(),
            person.born.numeric(),
        ];
        for (i, value) in values.iter().enumerate() {
            let width = stops[i + 1] - stops[i] - 8.0;
            common::fit(
                sheet,
                (Face::regular(family), 9.0),
                (stops[i] + 4.0, y),
                width,
                value,
            );
        }
        if ruled {
            sheet.rule(44.0, 572.0, y + 4.5, 0.4);
        }
        y += high;
    }
    y + 10.0
}

/// The letter's prose.
fn letter(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, plan: Plan, top: f32) {
    let face = Face::regular(family);
    let mut texts = vec![
        "Your complete Form I-589 has been received and is pending. You may remain in the United \
         States until the application is decided. If you wish to leave while it is pending, you \
         must obtain advance parole first."
            .to_string(),
    ];
    texts.push(
        "You and each person listed above must attend an appointment at an Application Support \
         Center; a separate notice with date and place will be mailed to each of you."
            .to_string(),
    );
    let count = common::some(rng, 2, 4);
    texts.extend(prose::body(rng, count, plan));
    let mut y = top;
    for text in texts {
        y = sheet.paragraph(face, 9.6, 44.0, y, 528.0, &text) + 7.0;
    }
    assert!(y < 704.0, "the letter runs into the barcode");
    common::bars(sheet, Symbology::Code39, &case.receipt, [44.0, 712.0], 26.0);
    sheet.flush_right(face, 8.0, 572.0, 736.0, "Form I-797C   Asylum");
}

/// A second page of general information.
fn second(rng: &mut Rng, case: &Case, family: Family) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let (face, bold) = (Face::regular(family), Face::bold(family));
    sheet.write(
        face,
        8.5,
        44.0,
        44.0,
        &format!("{}  (continued)", case.filer.listed()),
    );
    sheet.flush_right(face, 8.5, 572.0, 44.0, &case.receipt);
    sheet.rule(44.0, 572.0, 50.0, 0.5);
    let parts = [
        (
            "Change of address",
            "Report each move within 10 days on Form AR-11 or online.",
        ),
        (
            "Work permit",
            "You may apply on Form I-765, category (c)(8), 150 days after we received a complete \
             application. Enter your A-Number, and your USCIS online account number if you have \
             one.",
        ),
        (
            "Interpreters",
            "If you are not fluent in English, bring an interpreter who is at least 18 years old.",
        ),
        (
            "Telephone",
            "1-800-375-5283, TTY 1-800-767-1833. Do not call the asylum office.",
        ),
    ];
    let mut y = 80.0;
    let start = rng.below(2);
    for (title, text) in &parts[start..] {
        sheet.write(bold, 10.0, 44.0, y, title);
        y = sheet.paragraph(face, 9.6, 44.0, y + 13.0, 528.0, text) + 10.0;
    }
    common::bars(
        &mut sheet,
        Symbology::Code39,
        &case.receipt,
        [44.0, 712.0],
        26.0,
    );
    sheet.flush_right(face, 8.0, 572.0, 736.0, "Form I-797C   Page 2");
    sheet
}
