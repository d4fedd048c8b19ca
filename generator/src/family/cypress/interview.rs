//! An interview appointment: values on lines with small captions under them, and check lists.
use super::kit::{Desk, Own, bars, fit, recast, stack, write_two};
use super::words::{FIELD, phone, remark};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Things to bring.
const BRING: &[&str] = &[
    "This notice",
    "A passport or other travel document, even if expired",
    "Your birth certificate, with an English translation",
    "All Employment Authorization Documents that you were given",
    "Form I-693 in its sealed envelope, unless sent before",
    "Federal tax returns and W-2 forms of the last three years",
    "Your marriage certificate, and proof that earlier marriages ended",
    "Leases, bank statements, photographs and other proof of a life together",
    "Certified papers of the court for every arrest",
    "A printout of your USCIS online account page, if you have an account",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 13, 0.47, 0.16);
    let family = rng.pick(&[Family::LiberationSerif, Family::DejaVuSerif, Family::Times]);
    let two = rng.chance(0.5);
    let (code, title) = if case.is_petition {
        ("I-130", "PETITION FOR ALIEN RELATIVE")
    } else {
        rng.pick(&[
            (
                "I-485",
                "APPLICATION TO REGISTER PERMANENT RESIDENCE OR ADJUST STATUS",
            ),
            ("N-400", "APPLICATION FOR NATURALIZATION"),
            ("I-90", "APPLICATION TO REPLACE PERMANENT RESIDENT CARD"),
        ])
    };
    let case = &recast(case, code, title);
    let mut desk = Desk::new(rng, case, "I-797C");
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, &mut desk, family);
    let y = captions(&mut sheet, &mut desk, family, own);
    let y = place(&mut sheet, &mut desk, family, y);
    let mut sheets = Vec::new();
    if two {
        let text = "You are asked to come to an interview about the case above. Page 2 tells you \
                    what to bring. If you cannot come, write to the office before that day; if \
                    you stay away without a word, we may deny the case.";
        sheet.paragraph(Face::regular(family), 10.0, 54.0, y, 504.0, text);
        foot(&mut sheet, family, "Page 1 of 2");
        let mut second = Sheet::letter(family);
        let y = running_head(&mut second, &mut desk, family);
        list(&mut second, &mut desk, family, y);
        foot(&mut second, family, "Page 2 of 2");
        sheets.push(sheet);
        sheets.push(second);
    } else {
        list(&mut sheet, &mut desk, family, y);
        foot(&mut sheet, family, "Page 1 of 1");
        sheets.push(sheet);
    }
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// Agency, title and addressee.
fn head(sheet: &mut Sheet, desk: &mut Desk, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    sheet.centred(plain, 9.0, 306.0, 36.0, "DEPARTMENT OF HOMELAND SECURITY");
    sheet.centred(
        bold,
        11.0,
        306.0,
        49.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    let title = desk.rng.pick(&[
        "Request for Applicant to Appear for Initial Interview",
        "Request for Applicant to Appear for Interview",
        "Notice of Interview",
        "Interview Appointment Notice",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    let size = fit(bold, 15.0, 500.0, title);
    sheet.centred(bold, size, 306.0, 72.0, title);
    sheet.centred(plain, 8.5, 306.0, 84.0, "Form I-797C, Notice of Action");
    stack(sheet, plain, 10.5, [70.0, 118.0, 13.0], &desk.addressee());
    bars(sheet, Symbology::Code39, desk.case, [352.0, 106.0, 30.0]);
}

/// Values on lines, each with its caption under the line; returns the next baseline.
fn captions(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own) -> f32 {
    let role = if desk.case.is_petition {
        "petitioner"
    } else {
        "applicant"
    };
    let mut items: Vec<(String, String)> = vec![
        (
            desk.receipt(),
            desk.rng
                .pick(&["Receipt number", "Case number (receipt number)"])
                .into(),
        ),
        (
            desk.notice_date(),
            desk.rng
                .pick(&["Notice date", "Date of this notice"])
                .into(),
        ),
        (
            desk.case_type(),
            desk.rng.pick(&["Case type", "Form"]).into(),
        ),
        (desk.filer(), format!("Name of {role}")),
    ];
    if let Some(name) = desk.beneficiary() {
        items.push((name, "Name of beneficiary".into()));
    }
    let alien = desk.alien(desk.subject());
    items.push((
        alien,
        desk.rng
            .pick(&["A-Number", "Alien Registration Number"])
            .into(),
    ));
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "USCIS online account number of #",
            "Online account (USCIS) of the #",
            "USCIS Online Account No.",
            "#'s USCIS online account",
        ]);
        let account = desk.account(own);
        let at = 1 + desk.rng.below(items.len());
        let label = label
            .replace("#'s", &format!("{}'s", desk.role()))
            .replace('#', role);
        items.insert(at, (account, label));
    } else if desk.rng.chance(0.5) {
        let rival = desk.rival();
        let label = desk
            .rng
            .pick(&["Fee payment tracking number", "Mail tracking number"]);
        items.push((rival, label.into()));
    }
    let pitch = desk.rng.uniform(34.0, 40.0);
    let mut y = 184.0;
    for pair in items.chunks(2) {
        for (side, (value, caption)) in pair.iter().enumerate() {
            let x = if side == 0 { 54.0 } else { 318.0 };
            let place = [x + 3.0, y, 234.0];
            write_two(sheet, Face::regular(family), 11.0, place, value);
            sheet.rule(x, x + 240.0, y + 3.5, 0.6);
            sheet.write(Face::italic(family), 7.5, x + 3.0, y + 12.0, caption);
        }
        y += pitch;
    }
    y
}

/// Place, date and time in a heavy frame; returns the next baseline.
fn place(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) -> f32 {
    let (name, street, city) = desk.rng.pick(FIELD);
    let date = desk.case.noticed.later(1, desk.rng.between(0, 20));
    let date = desk.date(&date);
    let hour = desk.rng.between(7, 11);
    let time = format!("{hour}:{:02} AM", desk.rng.pick(&[0, 15, 30, 45]));
    desk.truth.fields.appointment_date = Some(date.clone());
    desk.truth.fields.appointment_time = Some(time.clone());
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let top = y - 12.0;
    sheet.frame([54.0, top, 558.0, top + 66.0], 1.6);
    let label = desk
        .rng
        .pick(&["Please come to:", "WHERE:", "Please report promptly at:"]);
    sheet.write(bold, 10.0, 62.0, top + 15.0, label);
    let rows: [String; 3] = [format!("USCIS {name}"), street.into(), city.into()];
    stack(sheet, plain, 10.5, [76.0, top + 29.0, 13.0], &rows);
    sheet.write(bold, 10.0, 360.0, top + 22.0, "ON:");
    sheet.write(plain, 11.5, 400.0, top + 22.0, &date);
    sheet.write(bold, 10.0, 360.0, top + 42.0, "AT:");
    sheet.write(plain, 11.5, 400.0, top + 42.0, &time);
    sheet.write(
        plain,
        8.5,
        360.0,
        top + 58.0,
        &format!("Office telephone {}", phone(desk.rng)),
    );
    top + 86.0
}

/// The head of the second page.
fn running_head(sheet: &mut Sheet, desk: &mut Desk, family: Family) -> f32 {
    let face = Face::regular(family);
    let receipt = desk.receipt();
    sheet.write(face, 8.5, 54.0, 40.0, &format!("Interview  -  {receipt}"));
    sheet.flush_right(face, 8.5, 558.0, 40.0, &desk.case.filer.listed());
    sheet.rule(54.0, 558.0, 45.0, 0.6);
    72.0
}

/// The list of things to bring, in two columns with boxes, then remarks.
fn list(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let face = Face::regular(family);
    sheet.write(
        Face::bold(family),
        11.0,
        54.0,
        y,
        "Bring with you (originals and one copy):",
    );
    let first = desk.rng.below(BRING.len());
    let count = 7 + desk.rng.below(4);
    let mut ends = [y + 18.0, y + 18.0];
    for step in 0..count {
        let side = step % 2;
        let x = 54.0 + 256.0 * side as f32;
        let line = ends[side];
        sheet.frame([x, line - 7.0, x + 7.5, line + 0.5], 0.6);
        let text = BRING[(first + step) % BRING.len()];
        ends[side] = sheet.paragraph(face, 9.5, x + 14.0, line, 226.0, text) + 5.0;
    }
    let mut y = ends[0].max(ends[1]) + 8.0;
    let said = remark(desk.rng);
    let (name, firm) = desk.case.attorney.clone();
    let copy = if desk.rng.chance(0.35) {
        let account = desk.attorney_account();
        format!("Copy: {name}, {firm}. Attorney's USCIS online account number: {account}")
    } else {
        format!("Your attorney, {name}, may come with you.")
    };
    for text in [
        "Allow two hours. You must show a photograph identification at the door and go through a \
         search like that at an airport. Come not more than 15 minutes early.",
        "We may deny the case if you do not come and do not ask for another day before then.",
        "If you do not speak English well, bring an interpreter who is at least 18 years old and \
         is not your attorney. The office does not allow cameras.",
        &said,
        &copy,
    ] {
        y = sheet.paragraph(face, 9.8, 54.0, y, 504.0, text) + 6.0;
    }
}

/// The foot of a page.
fn foot(sheet: &mut Sheet, family: Family, page: &str) {
    let face = Face::regular(family);
    sheet.rule(54.0, 558.0, 748.0, 0.6);
    sheet.write(face, 8.0, 54.0, 758.0, "Form I-797C 07/11/14 Y");
    sheet.centred(face, 8.0, 306.0, 758.0, page);
    sheet.flush_right(face, 8.0, 558.0, 758.0, "See Privacy Notice on the back");
}
