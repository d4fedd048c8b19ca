//! An interview or oath notice: boxes with labels at the left, for the applicant or the attorney.
use super::desk::{Desk, Pair};
use super::ink::{Cells, barcode_to, block, prose, put, stack, tick, wrap};
use super::words::{mention, office_of, place, telephone, usual};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const FACES: &[Family] = &[
    Family::FreeSerif,
    Family::LiberationSerif,
    Family::Helvetica,
    Family::FreeSans,
];
const LABELS: &[&str] = &[
    "USCIS Online Account",
    "{O}'s USCIS Online Account Number",
    "USCIS Online Acct. No. ({O})",
    "Your USCIS Online Account No.",
    "USCIS Online Account Number (your own)",
];

/// What the page needs.
struct Page {
    left: f32,
    column: f32,
    tall: f32,
    heavy: f32,
    value: Face,
    attorney: bool,
}

/// The notice.
pub(super) fn interview(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "interview", FACES, (0.42, 0.16));
    let oath = !case.is_petition && desk.code == "N-400" && rng.chance(0.5);
    if !oath && rng.chance(0.8) {
        desk.form("I-797C");
    }
    let left = rng.uniform(42.0, 56.0);
    let typed = rng.pick(&[Family::Courier, Family::LiberationMono, desk.family]);
    let page = Page {
        left,
        column: left + rng.uniform(166.0, 186.0),
        tall: rng.uniform(17.0, 21.0),
        heavy: rng.uniform(0.5, 1.2),
        value: Face::regular(typed),
        attorney: rng.chance(0.45),
    };
    let mut sheet = desk.page();
    head(&mut sheet, rng, &mut desk, &page, oath);
    let rows = facts(rng, &mut desk, &page);
    let y = if rng.chance(0.4) {
        let y = meeting(&mut sheet, rng, &mut desk, &page, 96.0, oath);
        boxes(&mut sheet, &desk, &page, y + 12.0, &rows)
    } else {
        let y = boxes(&mut sheet, &desk, &page, 96.0, &rows);
        meeting(&mut sheet, rng, &mut desk, &page, y + 10.0, oath)
    };
    let y = bring(&mut sheet, rng, &desk, &page, y + 18.0);
    foot(&mut sheet, rng, &desk, &page, y + 8.0);
    desk.done(vec![sheet])
}

/// Agency, title, copy.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, page: &Page, oath: bool) {
    let right = 612.0 - page.left;
    let agency = "U.S. Citizenship and Immigration Services";
    sheet.centred(desk.bold(), 11.5, 306.0, 42.0, agency);
    let title = if oath {
        "Notice of Naturalization Oath Ceremony"
    } else {
        rng.pick(&[
            "Request for Applicant to Appear for Initial Interview",
            "Interview Notice",
            "Notice of Interview",
        ])
    };
    let title = if desk.case.is_petition {
        "Notice of Interview"
    } else {
        title
    };
    desk.truth.fields.notice_type = Some(title.into());
    sheet.centred(desk.bold(), 13.5, 306.0, 62.0, title);
    let form = if oath { "Form N-445" } else { &desk.truth.form };
    let form = if form.starts_with("I-") {
        format!("Form {form}")
    } else {
        form.to_string()
    };
    sheet.write(desk.regular(), 8.0, page.left, 80.0, &form);
    let copy = if page.attorney {
        "ATTORNEY COPY"
    } else {
        "ORIGINAL"
    };
    sheet.flush_right(desk.bold(), 8.5, right, 80.0, copy);
}

/// The rows of boxes.
fn facts(rng: &mut Rng, desk: &mut Desk, page: &Page) -> Vec<Pair> {
    let case = desk.case;
    let kind = desk.case_type(rng);
    let mut rows: Vec<Pair> = vec![
        (
            rng.pick(&["Application ID#", "Receipt Number", "Application Number"])
                .into(),
            desk.receipt(),
        ),
        (
            rng.pick(&["Date of Notice", "Notice Date"]).into(),
            desk.noticed(),
        ),
        ("Case Type".into(), kind),
        (desk.role().into(), desk.filer()),
    ];
    if desk.employer.is_none() {
        let label = rng.pick(&["A-Number", "A File No.", "Alien Registration No."]);
        rows.push((label.into(), desk.alien(rng, &case.filer)));
    }
    if case.is_petition {
        rows.push(("Beneficiary".into(), desk.beneficiary()));
    }
    if desk.has_account() {
        let labels = if page.attorney { &LABELS[..3] } else { LABELS };
        let label = desk.label(rng, labels);
        let place = rng.between(1, rows.len() as i64) as usize;
        rows.insert(place, (label, desk.number()));
    }
    if page.attorney {
        rows.push(("Attorney or Representative".into(), case.attorney.0.clone()));
        let label = rng.pick(&[
            "Attorney's USCIS Online Account No.",
            "Attorney USCIS Online Account",
            "Attorney's Own Online Account #",
        ]);
        rows.push((label.into(), desk.attorney_number(rng)));
    }
    rows
}

/// Draws the boxes with labels at the left and values at the right.
fn boxes(sheet: &mut Sheet, desk: &Desk, page: &Page, top: f32, rows: &[Pair]) -> f32 {
    let right = 612.0 - page.left;
    let mut y = top;
    for (label, value) in rows {
        let room = right - page.column - 10.0;
        let wide = wrap(page.value, 8.6, room, value).len() > 1;
        let tall = if wide { page.tall + 7.0 } else { page.tall };
        sheet.fill([page.left, y, page.column, y + tall], 0.93);
        let base = y + tall / 2.0 + 3.0;
        put(
            sheet,
            (desk.bold(), 8.8),
            [page.left + 5.0, base, page.column - page.left - 9.0],
            label,
        );
        let area = [
            page.column + 6.0,
            if wide { base - 4.5 } else { base },
            room,
        ];
        let size = if wide { 8.6 } else { 9.8 };
        stack(
            sheet,
            (page.value, size),
            area,
            if wide { 2 } else { 1 },
            value,
        );
        sheet.rule(page.left, right, y, page.heavy);
        y += tall;
    }
    sheet.frame([page.left, top, right, y], page.heavy);
    sheet.upright(page.column, top, y, page.heavy);
    y
}

/// Place, day and hour.
fn meeting(
    sheet: &mut Sheet,
    rng: &mut Rng,
    desk: &mut Desk,
    page: &Page,
    y: f32,
    oath: bool,
) -> f32 {
    let right = 612.0 - page.left;
    let middle = page.left + (right - page.left) * 0.55;
    sheet.frame([page.left, y, right, y + 76.0], page.heavy);
    sheet.upright(middle, y, y + 76.0, page.heavy);
    let day = desk.date(&desk.case.noticed.later(1, rng.between(1, 28)));
    let time = rng.pick(&["7:30 AM", "8:45 AM", "10:00 AM", "1:15 PM", "2:30 PM"]);
    desk.truth.fields.appointment_date = Some(day.clone());
    desk.truth.fields.appointment_time = Some(time.into());
    let label = if oath {
        "Please come to the ceremony at:"
    } else {
        "Please come to:"
    };
    sheet.write(desk.bold(), 8.8, page.left + 6.0, y + 13.0, label);
    block(
        sheet,
        (page.value, 9.5),
        [page.left + 6.0, y + 28.0, 12.0],
        &place(rng),
    );
    let cells = Cells {
        label: (desk.bold(), 8.8),
        value: (page.value, 11.0),
        gap: 13.0,
    };
    cells.under(
        sheet,
        [middle + 6.0, y + 13.0, right - middle - 12.0],
        ("On (date):", &day),
    );
    cells.under(
        sheet,
        [middle + 6.0, y + 44.0, right - middle - 12.0],
        ("At (time):", time),
    );
    y + 76.0
}

/// What to bring, with boxes to tick.
fn bring(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, page: &Page, mut y: f32) -> f32 {
    const THINGS: &[&str] = &[
        "This notice",
        "Your permanent resident card, if you have one",
        "Passports, also those that are no longer valid",
        "Certified copies of arrest and court records",
        "Tax returns of the last three years",
        "Your marriage certificate and proof that you live together",
        "A sealed medical examination (Form I-693), if not yet sent",
    ];
    sheet.write(desk.bold(), 10.0, page.left, y, "YOU MUST BRING");
    y += 15.0;
    let start = rng.below(THINGS.len());
    for place in 0..rng.between(3, 6) as usize {
        tick(sheet, desk.bold(), [page.left + 4.0, y, 7.5], false);
        let text = THINGS[(start + place) % THINGS.len()];
        sheet.write(desk.regular(), 9.6, page.left + 20.0, y, text);
        y += 13.5;
    }
    y
}

/// The body, the addressee in the window and the barcode.
fn foot(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, page: &Page, y: f32) {
    let right = 612.0 - page.left;
    let mut texts = vec![format!(
        "If you cannot come, write at once to the office below or call {} extension {}. If you do \
         not come and do not write, we may deny the case.",
        telephone(rng),
        rng.digits(3)
    )];
    if !desk.has_account() {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 3));
    let area = [page.left, y + 6.0, right - page.left];
    prose(sheet, (desk.regular(), 9.6), area, 640.0, &texts);
    let lines = desk.addressee(page.attorney);
    block(
        sheet,
        (page.value, 9.5),
        [page.left + 24.0, 664.0, 11.5],
        &lines,
    );
    barcode_to(
        sheet,
        Symbology::Code39,
        [right, 664.0, 0.85, 28.0],
        &desk.case.receipt,
    );
    let office = office_of(rng, &desk.case.receipt);
    let line = format!("{}  {}  {}", office.name, office.street, office.town);
    sheet.rule(page.left, right, 730.0, 0.5);
    sheet.write(desk.regular(), 7.8, page.left, 741.0, &line);
    sheet.flush_right(desk.regular(), 7.8, right, 741.0, "Page 1 of 1");
}
