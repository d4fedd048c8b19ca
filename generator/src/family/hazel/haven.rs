//! An asylum office's acknowledgment of receipt: typewriter face, a ledger of applicants.
use super::kit;
use super::matter;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Asylum offices: prefix, name, address and city.
const OFFICES: [(&str, [&str; 3]); 6] = [
    (
        "ZLA",
        [
            "Los Angeles Asylum Office",
            "14101 Myford Road",
            "Tustin CA 92780-7020",
        ],
    ),
    (
        "ZNK",
        [
            "Newark Asylum Office",
            "1200 Wall Street West",
            "Lyndhurst NJ 07071-3680",
        ],
    ),
    (
        "ZAR",
        [
            "Arlington Asylum Office",
            "1525 Wilson Blvd Suite 300",
            "Arlington VA 22209-2411",
        ],
    ),
    (
        "ZMI",
        [
            "Miami Asylum Office",
            "1701 NE 164th Street",
            "N Miami Beach FL 33162-4018",
        ],
    ),
    (
        "ZHN",
        [
            "Houston Asylum Office",
            "16630 Imperial Valley Dr",
            "Houston TX 77060-3411",
        ],
    ),
    (
        "ZNO",
        [
            "New Orleans Asylum Office",
            "2424 Edenborn Ave",
            "Metairie LA 70001-1819",
        ],
    ),
];

/// What the page needs throughout.
struct Page {
    plain: Face,
    bold: Face,
    own: Own,
    number: String,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let named = rng.chance(0.6);
    let mut truth = world::truth_of(if named { "I-797C" } else { "" });
    let office = rng.pick(&OFFICES);
    let online = case.receipt.starts_with("IOE");
    let canonical = match online {
        true => case.receipt.clone(),
        false => case::receipt(rng, office.0, case.received.year),
    };
    let own = world::own(rng, 36, 16);
    let number = world::own_number(rng, own, case, &mut truth);
    let page = Page {
        plain: Face::regular(family),
        bold: Face::bold(family),
        own,
        number,
    };
    let mut sheet = Sheet::letter(family);
    head(rng, &mut sheet, &page, named, &office.1);
    let y = opening(rng, &mut sheet, &page, (case, &canonical), &mut truth);
    let y = ledger(rng, &mut sheet, &page, case, &mut truth, y);
    body(rng, &mut sheet, &page, y);
    let code = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    kit::bars(&mut sheet, [60.0, 706.0], 24.0, code, &canonical);
    if named {
        sheet.flush_right(
            page.plain,
            7.0,
            552.0,
            745.0,
            "Form I-797C, Notice of Action",
        );
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The agency, the office and the title.
fn head(rng: &mut Rng, sheet: &mut Sheet, page: &Page, named: bool, office: &[&str; 3]) {
    sheet.centred(
        page.plain,
        9.0,
        306.0,
        46.0,
        "U.S. Department of Homeland Security",
    );
    sheet.centred(
        page.plain,
        9.0,
        306.0,
        57.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.centred(page.bold, 9.0, 306.0, 68.0, office[0]);
    let line = format!("{}, {}   Tel. {}", office[1], office[2], world::phone(rng));
    sheet.centred(page.plain, 7.5, 306.0, 79.0, &line);
    sheet.rule(60.0, 552.0, 86.0, 0.8);
    sheet.rule(60.0, 552.0, 88.0, 0.4);
    if named {
        let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.centred(page.plain, 7.5, 306.0, 98.0, banner);
    }
}

/// Title, dates, receipt and address; gives the bottom.
fn opening(
    rng: &mut Rng,
    sheet: &mut Sheet,
    page: &Page,
    case: (&Case, &str),
    truth: &mut NoticeTruth,
) -> f32 {
    let (case, canonical) = case;
    let kind = rng.pick(&[
        "Acknowledgement of Receipt",
        "ACKNOWLEDGMENT OF RECEIPT",
        "Asylum Receipt Notice",
    ]);
    sheet.centred(page.bold, 12.0, 306.0, 116.0, kind);
    let dated = rng.pick(&[Dated::Military, Dated::Numeric, Dated::Long]);
    let noticed = dated.print(&case.noticed);
    let received = dated.print(&case.received);
    let receipt = world::receipt(rng, canonical, truth);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some("I-589".into());
    let tag = rng.pick(&["Receipt #", "Receipt Number", "Application No."]);
    let day = rng.pick(&["Filed", "Date Received", "Receipt Date"]);
    let lines = [
        ("Notice Date", noticed),
        (tag, receipt),
        (day, received),
        ("Form Type", "I-589".to_string()),
    ];
    let mut y = 140.0;
    for (label, value) in &lines {
        sheet.write(page.plain, 9.5, 330.0, y, &format!("{label}:"));
        kit::fit(sheet, page.plain, 9.5, [438.0, y], 116.0, value);
        y += 13.0;
    }
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    for (place, line) in to.iter().enumerate() {
        kit::fit(
            sheet,
            page.plain,
            10.0,
            [60.0, 148.0 + 12.0 * place as f32],
            262.0,
            line,
        );
    }
    let text = "We have your complete Form I-589, Application for Asylum and for Withholding of \
                Removal. It is pending with this office for the persons in this list:";
    sheet.paragraph(page.plain, 9.0, 60.0, y + 24.0, 492.0, text) + 6.0
}

/// The applicants, one a row; gives the bottom.
fn ledger(
    rng: &mut Rng,
    sheet: &mut Sheet,
    page: &Page,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let column = page.own != Own::Missing && rng.chance(0.4);
    let head = rng.pick(&["USCIS Online Acct.", "USCIS Account No.", "ELIS Account #"]);
    let mut labels = vec![
        (60.0, "No."),
        (88.0, "A-Number"),
        (186.0, "Name (Last, First)"),
    ];
    if column {
        labels.push((430.0, head));
    } else {
        labels.extend([(382.0, "Born"), (464.0, "Applies as")]);
    }
    for (x, label) in labels {
        sheet.write(page.bold, 8.0, x, top, label);
    }
    sheet.rule(60.0, 552.0, top + 4.0, 0.6);
    let mut people: Vec<(Person, &str)> = vec![(case.filer.clone(), "Principal")];
    let heads = rng.below(7);
    people.extend(world::kinsfolk(rng, case, heads));
    truth.fields.applicant = Some(case.filer.listed());
    let mut y = top + 2.0;
    for (place, (person, tie)) in people.iter().enumerate() {
        y += 14.0;
        let alien = world::alien(rng, person, truth);
        sheet.write(page.plain, 9.0, 60.0, y, &format!("{:02}", place + 1));
        kit::fit(sheet, page.plain, 9.0, [88.0, y], 92.0, &alien);
        let room = if column { 236.0 } else { 190.0 };
        kit::fit(sheet, page.plain, 9.0, [186.0, y], room, &person.listed());
        if !column {
            sheet.write(page.plain, 9.0, 382.0, y, &person.born.numeric());
            sheet.write(page.plain, 9.0, 464.0, y, tie);
        } else if place == 0 {
            sheet.write(page.plain, 9.0, 430.0, y, &page.number);
        }
    }
    sheet.rule(60.0, 552.0, y + 5.0, 0.6);
    y += 18.0;
    if column {
        sheet.write(
            page.plain,
            7.5,
            60.0,
            y,
            "Row 01 is the principal applicant, who filed.",
        );
        return y + 16.0;
    }
    account_line(rng, sheet, page, y + 2.0)
}

/// The line of the account number under the table; gives the bottom.
fn account_line(rng: &mut Rng, sheet: &mut Sheet, page: &Page, y: f32) -> f32 {
    if page.own == Own::Missing {
        return y + 6.0;
    }
    let label = rng.pick(&[
        "Principal's USCIS online account number:",
        "USCIS online account no. of applicant 01:",
        "Applicant's own USCIS online account:",
    ]);
    let end = sheet.write(page.bold, 9.0, 60.0, y, label);
    sheet.write(page.plain, 9.0, end + 8.0, y, &page.number);
    y + 20.0
}

/// The body's paragraphs.
fn body(rng: &mut Rng, sheet: &mut Sheet, page: &Page, y: f32) {
    let stay = format!(
        "You may stay in the United States until your application is decided. If you leave \
         without advance parole, we take it that you gave the application up. The immigration \
         court, should it come to that, will use its own file; an old court file such as \
         {}-{}-{} is not this case.",
        rng.digits(3),
        rng.digits(3),
        rng.digits(6)
    );
    let mut texts = vec![stay.as_str()];
    texts.extend(matter::some(rng, matter::ASYLUM, 3));
    let y = kit::prose(sheet, page.plain, 9.0, [60.0, y], 492.0, &texts);
    sheet.write(page.plain, 9.0, 330.0, y + 16.0, "Asylum Office Director");
}
