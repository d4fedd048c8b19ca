//! A request for evidence of two or three pages: a title-case grid, a check list, running heads.
use super::ink::{Row, bars, prose, row, squeeze, stack, symbology, tick};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account in the grid.
const LABELS: &[&str] = &[
    "Filer's USCIS Online Account",
    "USCIS Online Acct. of Record*",
    "Online Account (USCIS), own",
    "USCIS Account No.*",
    "Self-Service Account w/ USCIS",
];

/// What is asked for.
const ITEMS: &[&str] = &[
    "Birth certificate with a complete English translation, signed by the translator.",
    "Proof that the marriage is real: lease, joint bank statements, insurance, photographs.",
    "Tax transcripts of the last three years, and the W-2s that go with them.",
    "A fresh medical examination on Form I-693, in an envelope that nobody has opened.",
    "Certified court papers on every arrest, however long ago.",
    "Both sides of the entry stamp, or the record of the last I-94.",
    "Letter of the employer on duties, hours and pay, dated within ninety days.",
    "A copy of the page of the passport that bears the photograph.",
    "Evidence that the earlier marriage has ended.",
];

/// What all the pages share.
struct Set {
    family: Family,
    total: i64,
    head: String,
}

/// The pages.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::Helvetica]);
    let mut truth = NoticeTruth {
        form: "I-797E".into(),
        ..Default::default()
    };
    let own = Own::draw(rng, case, &mut truth, 0.46, 0.17);
    let printed = words::receipt(rng, &case.receipt);
    truth.prints_receipt(&case.receipt);
    let in_grid = own.number().is_none() || rng.chance(0.55);
    let mut head = format!("Request for Evidence, {printed}");
    if let (Some(text), false) = (own.number(), in_grid) {
        let says = rng.pick(&["own USCIS online account", "filer's USCIS online acct."]);
        head = format!("{head}   |   {says} {text}");
    }
    let set = Set {
        family,
        total: rng.between(2, 3),
        head,
    };
    let cell = if in_grid { own.cell() } else { None };
    let mut sheets = vec![first(rng, case, &mut truth, &set, &printed, cell)];
    sheets.push(second(rng, &mut truth, &set));
    if set.total == 3 {
        sheets.push(third(rng, case, &set));
    }
    Drawing { sheets, truth }
}

/// The cells of the grid.
fn cells(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    printed: &str,
    own: Option<&str>,
) -> Vec<Row> {
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    let (filer, other) = words::note_people(case, truth, true);
    let person = words::subject(case);
    truth.prints_a_number(&person.a_number);
    let alien = words::alien(rng, &person.a_number);
    let code = case.form_code.replace('-', "");
    let mut cells = vec![
        row("Receipt Number", printed),
        row("Case Type", &format!("{code} - {}", case.title)),
        row("Received Date", &case.received.numeric()),
        row("Notice Date", &case.noticed.numeric()),
    ];
    if case.is_petition {
        cells.push(row("Petitioner", &filer));
        cells.push(row(&format!("Beneficiary {alien}"), &other));
    } else {
        cells.push(row(&format!("Applicant {alien}"), &filer));
    }
    if let Some(text) = own {
        let at = rng.between(1, cells.len() as i64) as usize;
        cells.insert(at, row(rng.pick(LABELS), text));
    }
    if rng.chance(0.5) {
        cells.push(row("Priority Date", ""));
    }
    cells
}

/// The grid, two cells to a row with a movable middle; returns where it ends.
fn grid(sheet: &mut Sheet, rng: &mut Rng, family: Family, cells: &[Row], top: f32) -> f32 {
    let (middle, height) = (rng.uniform(240.0, 300.0), rng.uniform(25.0, 31.0));
    let ruled = rng.chance(0.7);
    let (face, mut y) = (Face::regular(family), top);
    for pair in cells.chunks(2) {
        for (side, (label, value)) in pair.iter().enumerate() {
            let (left, right) = if side == 0 {
                (42.0, middle)
            } else {
                (middle, 570.0)
            };
            if ruled {
                sheet.frame([left, y, right, y + height], 0.5);
            }
            sheet.bold(6.6, left + 4.0, y + 8.5, label);
            squeeze(
                sheet,
                face,
                9.5,
                [left + 4.0, y + height - 6.0],
                right - left - 8.0,
                value,
            );
        }
        y += height;
    }
    y
}

/// The first page.
fn first(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    set: &Set,
    printed: &str,
    own: Option<&str>,
) -> Sheet {
    let mut sheet = Sheet::letter(set.family);
    let face = Face::regular(set.family);
    sheet.write(face, 8.0, 42.0, 40.0, "Department of Homeland Security");
    sheet.write(
        face,
        8.0,
        42.0,
        50.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        Face::bold(set.family),
        13.0,
        570.0,
        48.0,
        "Form I-797E, Notice of Action",
    );
    let cells = cells(rng, case, truth, printed, own);
    let starred = cells.iter().any(|(label, _)| label.ends_with('*'));
    let y = grid(&mut sheet, rng, set.family, &cells, 60.0);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = stack(&mut sheet, face, 10.5, [60.0, y + 44.0], &to);
    truth.fields.notice_type = Some("Request for Evidence".into());
    sheet.centred(
        Face::bold(set.family),
        13.0,
        306.0,
        y + 26.0,
        "REQUEST FOR EVIDENCE",
    );
    let due = case.noticed.later(0, rng.pick(&[84, 87, 30])).long();
    truth.fields.response_due = Some(due.clone());
    let mut texts = vec![
        due_sentence(rng, &due),
        "We cannot decide your case on what we have. What is missing is listed overleaf. Send it \
            all at one time: you will not get a second chance, and whatever comes in first is \
            taken as your whole answer."
            .to_string(),
    ];
    texts.push(
        "We ask under 8 CFR 103.2(b)(8). Silence, or half an answer, may lead us to treat the \
            case as given up under 8 CFR 103.2(b)(13), and the fee stays with us."
            .to_string(),
    );
    let (tricky, plain) = (rng.below(3), rng.between(3, 5) as usize);
    texts.extend(words::traps(rng, tricky));
    texts.extend(words::general(rng, plain));
    prose(&mut sheet, face, 10.5, [42.0, y + 52.0], 528.0, &texts);
    if starred {
        let note =
            "* The account that the filer holds at my.uscis.gov; empty where we know of none.";
        sheet.write(Face::italic(set.family), 7.5, 42.0, 682.0, note);
    }
    let kind = symbology(rng);
    bars(&mut sheet, kind, [42.0, 694.0], 220.0, 24.0, &case.receipt);
    running(&mut sheet, set, 1);
    sheet
}

/// The sentence with the deadline.
fn due_sentence(rng: &mut Rng, due: &str) -> String {
    match rng.below(3) {
        0 => format!("YOUR ANSWER MUST BE IN THIS OFFICE BY {due}. A postmark will not save you."),
        1 => format!("Your response is due no later than {due}. It counts when we have it."),
        _ => format!("Please see to it that your response reaches us by {due}."),
    }
}

/// The check list.
fn second(rng: &mut Rng, truth: &mut NoticeTruth, set: &Set) -> Sheet {
    let mut sheet = Sheet::letter(set.family);
    let face = Face::regular(set.family);
    sheet.bold(
        12.0,
        42.0,
        84.0,
        rng.pick(&["What we still need", "Send us what is checked"]),
    );
    let (mut y, wanted) = (106.0, rng.below(ITEMS.len()));
    for (index, text) in ITEMS.iter().enumerate() {
        let ticked = index == wanted || rng.chance(0.3);
        y = tick(&mut sheet, face, 10.5, [50.0, y], 500.0, ticked, text);
    }
    let mut texts = vec![
        "Foreign papers must come with an English translation. Originals are not \
        wanted unless we ask for them; a legible copy will do."
            .to_string(),
    ];
    if rng.chance(0.45) {
        let number = words::representative(rng, truth);
        texts.push(format!(
            "Form G-28, Part 1, item 1: attorney or accredited representative's \
            USCIS online account number, {number}."
        ));
    }
    if rng.chance(0.4) {
        texts.push(format!(
            "Of an earlier petitioner, since withdrawn, we hold USCIS online \
            account {}; it is that person's, not yours.",
            words::reference(rng)
        ));
    }
    let tricky = rng.between(1, 2) as usize;
    texts.extend(words::traps(rng, tricky));
    prose(&mut sheet, face, 10.5, [42.0, y + 14.0], 528.0, &texts);
    running(&mut sheet, set, 2);
    sheet
}

/// The cover sheet of the answer.
fn third(rng: &mut Rng, case: &Case, set: &Set) -> Sheet {
    let mut sheet = Sheet::letter(set.family);
    let face = Face::regular(set.family);
    sheet.centred(
        Face::bold(set.family),
        16.0,
        306.0,
        96.0,
        "LAY THIS SHEET ON TOP",
    );
    let texts = vec![
        "Mail your answer to the office below and keep a copy. Do not fold the bars.".to_string(),
        "Couriers give their own waybill of twelve digits; we have no use for it here.".to_string(),
    ];
    prose(&mut sheet, face, 11.0, [90.0, 126.0], 432.0, &texts);
    let office = rng.pick(words::OFFICES);
    stack(&mut sheet, face, 14.0, [150.0, 250.0], &office);
    let kind = symbology(rng);
    let end = bars(&mut sheet, kind, [150.0, 330.0], 300.0, 44.0, &case.receipt);
    sheet.centred(face, 11.0, (150.0 + end) / 2.0, 390.0, &case.receipt);
    running(&mut sheet, set, 3);
    sheet
}

/// The running head and foot.
fn running(sheet: &mut Sheet, set: &Set, page: i64) {
    let face = Face::regular(set.family);
    if page > 1 {
        squeeze(sheet, face, 8.5, [42.0, 44.0], 528.0, &set.head);
        sheet.rule(42.0, 570.0, 50.0, 0.5);
    }
    sheet.write(face, 7.5, 42.0, 752.0, "Form I-797E");
    sheet.flush_right(
        face,
        7.5,
        570.0,
        752.0,
        &format!("Page {page} of {}", set.total),
    );
}
