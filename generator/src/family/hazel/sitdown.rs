//! An interview request: labels at the left with colons, a family table, a page of papers to bring.
use super::kit;
use super::matter;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Forms that end in an interview, for those who file for themselves.
const FORMS: [(&str, &str); 4] = [
    (
        "I-485",
        "Application to Register Permanent Residence or Adjust Status",
    ),
    ("N-400", "Application for Naturalization"),
    ("I-751", "Petition to Remove Conditions on Residence"),
    (
        "I-589",
        "Application for Asylum and for Withholding of Removal",
    ),
];

/// What the two pages share.
struct Notice {
    family: Family,
    form: (&'static str, &'static str),
    kind: &'static str,
    receipt: String,
    noticed: String,
    pages: usize,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::DejaVuSans, Family::LiberationSans, Family::Times]);
    let mut truth = world::truth_of("I-797C");
    let form = match case.is_petition {
        true => ("I-130", "Petition for Alien Relative"),
        false => rng.pick(&FORMS),
    };
    let kind = match form.0 {
        "N-400" => "Request for Applicant to Appear for Naturalization Initial Interview",
        "I-130" => "Request for Petitioner to Appear for Interview",
        _ => rng.pick(&[
            "Request for Applicant to Appear for Initial Interview",
            "Notice of Interview",
            "Interview Appointment Notice",
        ]),
    };
    let receipt = world::receipt(rng, &case.receipt, &mut truth);
    let dated = rng.pick(&[Dated::Long, Dated::Numeric, Dated::Military]);
    let noticed = dated.print(&case.noticed);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.case_type = Some(form.0.into());
    let pages = rng.pick(&[1, 2, 2]);
    let notice = Notice {
        family,
        form,
        kind,
        receipt,
        noticed,
        pages,
    };
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, &notice, 1);
    let y = particulars(rng, &mut sheet, &notice, case, &mut truth);
    let y = invitation(rng, &mut sheet, &notice, case, &mut truth, y);
    kinsfolk(rng, &mut sheet, &notice, case, &mut truth, y);
    foot(&mut sheet, &notice, case);
    let mut sheets = vec![sheet];
    if pages == 2 {
        sheets.push(papers(rng, &notice, case));
    }
    Drawing { sheets, truth }
}

/// The title, the agency at the right, and the page.
fn head(sheet: &mut Sheet, notice: &Notice, page: usize) {
    let bold = Face::bold(notice.family);
    let face = Face::regular(notice.family);
    kit::fit(sheet, bold, 12.0, [50.0, 52.0], 350.0, notice.kind);
    sheet.flush_right(
        face,
        7.5,
        562.0,
        44.0,
        "U.S. Department of Homeland Security",
    );
    sheet.flush_right(
        face,
        7.5,
        562.0,
        54.0,
        "Citizenship and Immigration Services",
    );
    sheet.rule(50.0, 562.0, 60.0, 0.8);
    sheet.write(face, 8.0, 50.0, 71.0, "Form I-797C, Notice of Action");
    let page = format!("Page {page} of {}", notice.pages);
    sheet.flush_right(face, 8.0, 562.0, 71.0, &page);
}

/// The lines of label and value; gives their bottom.
fn particulars(
    rng: &mut Rng,
    sheet: &mut Sheet,
    notice: &Notice,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let bold = Face::bold(notice.family);
    let face = Face::regular(notice.family);
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let mut lines = vec![
        ("Receipt No.:", notice.receipt.clone()),
        ("Date of Notice:", notice.noticed.clone()),
        (
            "Case Type:",
            format!("{}, {}", notice.form.0, notice.form.1),
        ),
    ];
    let name = case.filer.listed();
    world::note_filer(truth, role, &name);
    lines.push((
        if case.is_petition {
            "Petitioner:"
        } else {
            "Applicant:"
        },
        name,
    ));
    let label = rng.pick(&[
        "A-Number:",
        "Alien Registration No.:",
        "USCIS A-Number:",
        "A-File:",
    ]);
    lines.push((label, world::alien(rng, &case.filer, truth)));
    let own = world::own(rng, 45, 12);
    let number = world::own_number(rng, own, case, truth);
    if own != Own::Missing {
        let own_label = match case.is_petition {
            true => rng.pick(&[
                "Petitioner's Online Acct. No.:",
                "Petitioner's USCIS Account:",
            ]),
            false => rng.pick(&[
                "Applicant's Online Acct. No.:",
                "USCIS Online Account ID:",
                "Your USCIS Online Acct.:",
            ]),
        };
        let place = lines.len() - rng.below(3);
        lines.insert(place, (own_label, number));
    }
    let indent = rng.uniform(196.0, 222.0);
    let mut y = 92.0;
    for (label, value) in lines {
        sheet.write(bold, 8.5, 50.0, y, label);
        kit::fit(sheet, face, 9.5, [indent, y], 562.0 - indent, &value);
        y += 14.0;
    }
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(sheet, face, 10.0, [70.0, y + 22.0], &to);
    bars(rng, sheet, case, y + 12.0);
    y + 76.0
}

/// The barcode beside the address.
fn bars(rng: &mut Rng, sheet: &mut Sheet, case: &Case, y: f32) {
    let code = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    kit::bars(sheet, [360.0, y], 26.0, code, &case.receipt);
}

/// The box with place, day and time.
fn invitation(
    rng: &mut Rng,
    sheet: &mut Sheet,
    notice: &Notice,
    case: &Case,
    truth: &mut NoticeTruth,
    y: f32,
) -> f32 {
    let bold = Face::bold(notice.family);
    let face = Face::regular(notice.family);
    let text = "You are hereby asked to appear before an officer, who will examine the form named \
                above with you. Bring this notice. Whoever is under oath must answer truthfully.";
    let y = sheet.paragraph(face, 9.0, 50.0, y, 512.0, text) + 4.0;
    let gap = rng.between(21, 55);
    let day = world::workday(case.noticed.later(0, gap));
    let date = day.long();
    let time = world::clock(rng);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.clone());
    let place = world::field_office(rng);
    let call = rng.pick(&["Please come to:", "Where:", "Report to:"]);
    sheet.fill([50.0, y, 562.0, y + 70.0], 0.94);
    sheet.frame([50.0, y, 562.0, y + 70.0], 0.8);
    sheet.write(bold, 8.5, 58.0, y + 15.0, call);
    kit::stack(sheet, face, 9.5, [140.0, y + 15.0], &place);
    let room = format!("Waiting room {}", rng.between(101, 420));
    sheet.write(face, 9.5, 140.0, y + 52.0, &room);
    let on = format!("On ({}):", world::day_name(&day));
    sheet.write(bold, 8.5, 358.0, y + 15.0, &on);
    sheet.write(face, 9.5, 452.0, y + 15.0, &date);
    sheet.write(bold, 8.5, 358.0, y + 32.0, "At:");
    sheet.write(face, 9.5, 452.0, y + 32.0, &time);
    sheet.write(bold, 8.5, 358.0, y + 49.0, "Telephone:");
    let phone = format!("{} x{}", world::phone(rng), rng.digits(3));
    sheet.write(face, 9.5, 452.0, y + 49.0, &phone);
    y + 86.0
}

/// The table of relatives who come along, and the closing lines.
fn kinsfolk(
    rng: &mut Rng,
    sheet: &mut Sheet,
    notice: &Notice,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) {
    let bold = Face::bold(notice.family);
    let face = Face::regular(notice.family);
    let mut y = top + 6.0;
    if case.is_petition || rng.chance(0.6) {
        sheet.write(bold, 9.0, 50.0, y, "These persons must come too:");
        y += 14.0;
        for (x, label) in [
            (50.0, "Name"),
            (250.0, "Born"),
            (346.0, "A-Number"),
            (456.0, "Kin"),
        ] {
            sheet.write(bold, 7.5, x, y, label);
        }
        sheet.rule(50.0, 562.0, y + 3.0, 0.5);
        let extra = rng.below(4);
        let mut people = world::kinsfolk(rng, case, extra + 1);
        if case.is_petition {
            people[0] = (case.beneficiary.clone(), "Beneficiary");
            truth.fields.beneficiary = Some(case.beneficiary.listed());
        }
        for (kin, tie) in people {
            y += 14.0;
            sheet.write(face, 9.0, 50.0, y, &kin.listed());
            sheet.write(face, 9.0, 250.0, y, &kin.born.numeric());
            let alien = world::alien(rng, &kin, truth);
            sheet.write(face, 9.0, 346.0, y, &alien);
            sheet.write(face, 9.0, 456.0, y, tie);
        }
        sheet.rule(50.0, 562.0, y + 5.0, 0.5);
        y += 20.0;
    }
    let texts = matter::some(rng, matter::INTERVIEW, 3);
    kit::prose(sheet, face, 9.4, [50.0, y], 512.0, &texts);
}

/// The second page: the papers to bring.
fn papers(rng: &mut Rng, notice: &Notice, case: &Case) -> Sheet {
    let mut sheet = Sheet::letter(notice.family);
    let bold = Face::bold(notice.family);
    let face = Face::regular(notice.family);
    head(&mut sheet, notice, 2);
    let line = format!(
        "Receipt No.: {}     Date of Notice: {}",
        notice.receipt, notice.noticed
    );
    sheet.write(face, 9.0, 50.0, 92.0, &line);
    sheet.write(
        bold,
        10.0,
        50.0,
        118.0,
        "BRING THE ORIGINALS OF THESE PAPERS",
    );
    let items = [
        "A passport, current or expired, and every Form I-94 that you hold.",
        "Birth records of yourself and of each child, with certified translations.",
        "Marriage records, and papers that ended every earlier marriage.",
        "Tax transcripts, pay statements and a letter of your employer for the last three years.",
        "Court and police records of every arrest, even where the case was dismissed.",
        "A print of the profile page of your online account, if you have one.",
        "The sealed report of a civil surgeon on Form I-693, if it was not sent in before.",
        "Two photographs in the style of a passport, taken within 30 days.",
    ];
    let mut y = 138.0;
    for item in items.iter().filter(|_| rng.chance(0.8)) {
        y = kit::tick(&mut sheet, face, 9.5, [56.0, y], 500.0, (false, item)) + 3.0;
    }
    let number = case::account(rng);
    let text = format!(
        "Filing fees cannot be paid at the interview. If your bank asks about a payment to us, \
         name the deposit reference {number}; our officers have no use for it."
    );
    if rng.chance(0.6) {
        sheet.paragraph(face, 9.5, 50.0, y + 14.0, 512.0, &text);
    }
    foot(&mut sheet, notice, case);
    sheet
}

/// The foot line.
fn foot(sheet: &mut Sheet, notice: &Notice, case: &Case) {
    let face = Face::regular(notice.family);
    sheet.rule(50.0, 562.0, 744.0, 0.5);
    sheet.write(face, 7.0, 50.0, 753.0, &format!("*{}*", case.receipt));
    sheet.flush_right(face, 7.0, 562.0, 753.0, "Form I-797C (Rev. 04/01/19)");
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.centred(Face::bold(notice.family), 7.5, 306.0, 738.0, banner);
}
