//! An acknowledgment of an asylum filing: a letterhead in three columns, a side column with
//! captions over the values, and the list of the applicants.
use super::kit::{Cuts, Own, cuts, dated, fit, noted, prose, receipt_bars, stack, wrap};
use crate::barcode::Symbology;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "Principal applicant's USCIS Online Account Number",
    "USCIS Online Account Number (principal)",
    "Your USCIS online account no.",
    "Online Account Number with USCIS",
    "USCIS Online Account (applicant)",
];

const OFFICES: &[[&str; 4]] = &[
    [
        "Arlington Asylum Office",
        "1525 Wilson Blvd, Suite 300",
        "Arlington VA 22209-2411",
        "ZAR",
    ],
    [
        "Los Angeles Asylum Office",
        "14101 Myford Road",
        "Tustin CA 92780-7020",
        "ZLA",
    ],
    [
        "San Francisco Asylum Office",
        "75 Hawthorne Street, #7-303S",
        "San Francisco CA 94105-3920",
        "ZSF",
    ],
    [
        "New Orleans Asylum Office",
        "One Galleria Blvd, Suite 1700",
        "Metairie LA 70001-7547",
        "ZNO",
    ],
    [
        "Newark Asylum Office",
        "1200 Wall Street West",
        "Lyndhurst NJ 07071-3606",
        "ZNK",
    ],
];

const COUNTRIES: &[&str] = &[
    "VENEZUELA",
    "ETHIOPIA",
    "NEPAL",
    "GUATEMALA",
    "RUSSIA",
    "CAMEROON",
];

/// What the page says, chosen once.
struct Plan {
    office: [&'static str; 4],
    receipt: String,
    label: &'static str,
    left: f32,
    side: f32,
    on_right: bool,
    noticed: String,
    received: String,
}

/// An acknowledgment of receipt of one page.
pub(super) fn asylum_columns(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Times,
        Family::DejaVuSerif,
        Family::LiberationSans,
        Family::FreeSans,
    ]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [45, 16, 34]);
    let office = rng.pick(OFFICES);
    let receipt = match rng.chance(0.6) {
        true => case::receipt(rng, office[3], case.received.year),
        false => case.receipt.clone(),
    };
    let print = rng.below(2);
    let plan = Plan {
        office,
        receipt,
        label: rng.pick(LABELS),
        left: rng.uniform(40.0, 50.0),
        side: rng.uniform(124.0, 140.0),
        on_right: rng.chance(0.4),
        noticed: dated(&case.noticed, print),
        received: dated(&case.received, print),
    };
    let form = if rng.chance(0.6) { "I-797C" } else { "" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    letterhead(rng, &mut sheet, &cut, &plan, form);
    side_column(rng, &mut sheet, &cut, &plan, &own, &mut truth);
    main_column(rng, &mut sheet, &cut, &plan, case, &mut truth);
    own.note(&mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Three columns: the department, the title, the office with its telephones.
fn letterhead(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan, form: &str) {
    let right = 612.0 - plan.left;
    let lines = [
        "U.S. Department of",
        "Homeland Security",
        "U.S. Citizenship and",
        "Immigration Services",
    ];
    stack(
        sheet,
        cut.bold,
        9.0,
        [plan.left, 44.0, 11.0],
        &lines.map(String::from),
    );
    sheet.centred(cut.bold, 12.5, 306.0, 52.0, "ACKNOWLEDGMENT");
    sheet.centred(cut.bold, 12.5, 306.0, 66.0, "OF RECEIPT");
    if !form.is_empty() {
        sheet.centred(
            cut.regular,
            8.0,
            306.0,
            79.0,
            "Form I-797C, Notice of Action",
        );
    }
    let telephone = format!("Tel. {}-555-01{}", rng.between(202, 989), rng.digits(2));
    let fax = format!("Fax {}-555-01{}", rng.between(202, 989), rng.digits(2));
    let lines = [
        plan.office[0],
        plan.office[1],
        plan.office[2],
        &telephone,
        &fax,
    ];
    let x = right - 138.0;
    for (n, line) in lines.iter().enumerate() {
        let size = fit(cut.regular, 8.0, line, 138.0);
        sheet.write(cut.regular, size, x, 44.0 + 10.0 * n as f32, line);
    }
    sheet.rule(plan.left, right, 94.0, 1.0);
    sheet.rule(plan.left, right, 96.5, 0.4);
}

/// The side column: each caption, over one or more lines, above its value.
fn side_column(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    own: &Own,
    truth: &mut NoticeTruth,
) {
    let x = if plan.on_right {
        612.0 - plan.left - plan.side
    } else {
        plan.left
    };
    let filed = |caption: &str, value: &str| (caption.to_string(), value.to_string());
    let shown = case::printed_receipt(rng, &plan.receipt);
    let mut list = vec![
        filed(
            rng.pick(&["Receipt Number", "Receipt No.", "Case ID"]),
            &shown,
        ),
        filed("Notice Date", &plan.noticed),
        filed("Date Received", &plan.received),
        filed("Form Type", "I-589"),
    ];
    if let Some(text) = own.text() {
        list.insert(1 + rng.below(4), filed(plan.label, text));
    }
    if rng.chance(0.5) {
        let label = rng.pick(&[
            "Biometrics Batch",
            "Certified mail piece",
            "Records control no.",
        ]);
        list.push(filed(label, &rng.digits(12)));
    }
    let mut y = 118.0;
    let mut lows = Vec::new();
    for (caption, value) in &list {
        let lines = wrap(cut.regular, 7.4, caption, plan.side - 14.0);
        y = stack(sheet, cut.regular, 7.4, [x + 7.0, y, 8.8], &lines);
        let size = fit(cut.bold, 9.6, value, plan.side - 14.0);
        sheet.write(cut.bold, size, x + 7.0, y + 3.0, value);
        y += 13.0;
        lows.push(y);
        y += 14.0;
    }
    let bottom = y + 30.0;
    sheet.frame([x, 106.0, x + plan.side, bottom], 0.8);
    for low in &lows {
        sheet.rule(x + 5.0, x + plan.side - 5.0, *low, 0.3);
    }
    let module = (plan.side - 14.0) / 250.0;
    receipt_bars(
        sheet,
        Symbology::Code39,
        [x + 7.0, bottom - 32.0, module, 22.0],
        &plan.receipt,
    );
    truth.prints_receipt(&plan.receipt);
    truth.fields.notice_date = noted(&plan.noticed);
    truth.fields.received_date = noted(&plan.received);
    truth.fields.case_type = noted("I-589");
    truth.fields.notice_type = noted("ACKNOWLEDGMENT OF RECEIPT");
}

/// The address, the text and the list of the applicants.
fn main_column(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    truth: &mut NoticeTruth,
) {
    let x = if plan.on_right {
        plan.left
    } else {
        plan.left + plan.side + 18.0
    };
    let measure = 612.0 - 2.0 * plan.left - plan.side - 18.0;
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = stack(sheet, cut.regular, 10.0, [x, 122.0, 12.5], &lines) + 18.0;
    let texts = [
        "Your complete Form I-589, Application for Asylum and for Withholding of Removal, was \
         received and is pending. You may remain in the United States until it is decided. If you \
         wish to leave while it is pending, you must obtain advance parole from this agency first.",
        "You must tell us of any change of address within ten days of the change.",
    ];
    let y = prose(sheet, cut.regular, 9.6, [x, y, measure], &texts) + 8.0;
    let y = applicants(rng, sheet, cut, [x, y, measure], case, truth) + 22.0;
    let later = [
        "You will receive a notice of when and where to appear for fingerprints, and another for \
         an asylum interview. A spouse or child who is listed above must come with you.",
        rng.pick(&[
            "If you file on line later, we will mail you an Account Access Notice with your USCIS \
             online account number.",
            "You may ask for employment authorization (Form I-765, category (c)(8)) when your \
             application has been pending for 150 days.",
            "Do not write the number of another family member's online account on your forms.",
        ]),
        "Bring this letter to every appointment. Save it for your records.",
    ];
    let y = prose(sheet, cut.regular, 9.6, [x, y, measure], &later);
    sheet.write(cut.regular, 9.6, x, y + 14.0, "Director");
    sheet.write(cut.regular, 9.6, x, y + 26.0, plan.office[0]);
    sheet.centred(
        cut.regular,
        7.5,
        306.0,
        754.0,
        "WARNING: Knowingly filing a frivolous \
        application makes you permanently ineligible for benefits. 8 CFR 208.20",
    );
}

/// The list of the applicants; returns its bottom.
fn applicants(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    [x, y, measure]: [f32; 3],
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    sheet.write(cut.bold, 9.5, x, y, "Applicants included in this filing");
    let mut people: Vec<Person> = vec![case.filer.clone()];
    people.extend((0..rng.below(5)).map(|_| case.filer.relative(rng)));
    let columns = [
        x,
        x + measure * 0.28,
        x + measure * 0.63,
        x + measure * 0.81,
    ];
    let mut line = y + 15.0;
    for (at, title) in columns
        .iter()
        .zip(["Alien Number", "Name", "Born", "Country"])
    {
        sheet.write(cut.italic, 8.0, *at, line, title);
    }
    sheet.rule(x, x + measure, line + 3.0, 0.7);
    let country = rng.pick(COUNTRIES);
    truth.fields.applicant = noted(&case.filer.listed());
    for person in &people {
        line += 14.5;
        let row = [
            case::printed_a_number(rng, &person.a_number),
            person.listed(),
            person.born.numeric(),
            country.to_string(),
        ];
        for (n, (at, text)) in columns.iter().zip(&row).enumerate() {
            let room = columns.get(n + 1).map_or(x + measure, |next| *next) - at - 5.0;
            sheet.write(
                cut.regular,
                fit(cut.regular, 9.0, text, room),
                *at,
                line,
                text,
            );
        }
        truth.prints_a_number(&person.a_number);
    }
    sheet.rule(x, x + measure, line + 5.0, 0.7);
    line + 5.0
}
