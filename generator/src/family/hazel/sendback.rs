//! A rejection: reasons with crossed boxes, the check that goes back, mostly no receipt number.
use super::kit;
use super::world::{self, Dated, Own};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Why a filing goes back.
const REASONS: [&str; 7] = [
    "The form bears no signature, or the signature is typed.",
    "The fee is wrong. The right fee stands in the fee schedule, Form G-1055.",
    "The edition of the form is no longer accepted.",
    "A page of the form is missing.",
    "The check could not be read by our machines, or is more than 365 days old.",
    "The place for filing has changed. See the page of the form at uscis.gov.",
    "No visa number is available for the category that was claimed.",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::Courier,
    ]);
    let named = rng.chance(0.7);
    let mut truth = world::truth_of(if named { "I-797C" } else { "" });
    let mut sheet = Sheet::letter(family);
    head(rng, &mut sheet, family, named, &mut truth);
    let y = table(rng, &mut sheet, family, case, &mut truth);
    let y = address(rng, &mut sheet, family, case, y);
    let y = reasons(rng, &mut sheet, family, y);
    let y = money(rng, &mut sheet, family, &mut truth, y);
    closing(rng, &mut sheet, family, y);
    sheet.rule(48.0, 564.0, 744.0, 0.5);
    let edition = if named {
        "Form I-797C, Notice of Action"
    } else {
        "Lockbox Operations"
    };
    sheet.write(Face::regular(family), 7.0, 48.0, 754.0, edition);
    sheet.flush_right(Face::regular(family), 7.0, 564.0, 754.0, "1/1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Agency, box with the notice type, lockbox.
fn head(rng: &mut Rng, sheet: &mut Sheet, family: Family, named: bool, truth: &mut NoticeTruth) {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let lockbox = rng.pick(&[
        [
            "USCIS Lockbox - Chicago",
            "131 S Dearborn, 3rd Floor",
            "Chicago IL 60603-5517",
        ],
        [
            "USCIS Lockbox - Dallas",
            "2501 S State Hwy 121 Bus",
            "Lewisville TX 75067-8003",
        ],
        [
            "USCIS Lockbox - Phoenix",
            "1820 E Skyharbor Cir S",
            "Phoenix AZ 85034-4850",
        ],
    ]);
    sheet.write(face, 8.0, 48.0, 44.0, "Department of Homeland Security");
    kit::stack(sheet, face, 8.0, [48.0, 54.0], &lockbox);
    let kind = rng.pick(&[
        "Rejection Notice",
        "REJECTION NOTICE",
        "Notice of Rejection",
    ]);
    truth.fields.notice_type = Some(kind.into());
    sheet.frame([340.0, 34.0, 564.0, 62.0], 1.6);
    sheet.centred(bold, 15.0, 452.0, 53.0, kind);
    if named {
        sheet.flush_right(face, 8.0, 564.0, 74.0, "Form I-797C");
        let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.centred(bold, 8.0, 306.0, 94.0, banner);
    }
}

/// The table: labels in a shaded column, values in the next; gives its bottom.
fn table(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let dated = rng.pick(&[Dated::Long, Dated::Numeric]);
    let noticed = dated.print(&case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.case_type = Some(case.form_code.into());
    let role = world::role(case.title);
    let name = case.filer.listed();
    world::note_filer(truth, role, &name);
    let mut rows = vec![
        ("Date of notice", noticed),
        (
            "Form returned",
            format!("{}, {}", case.form_code, world::gentle(case.title)),
        ),
        (role, name),
    ];
    if rng.chance(0.55) {
        let received = dated.print(&case.received);
        truth.fields.received_date = Some(received.clone());
        rows.push(("Date received", received));
    }
    if rng.chance(0.45) {
        rows.push(("Receipt number", world::receipt(rng, &case.receipt, truth)));
    }
    if rng.chance(0.7) {
        rows.push(("A-Number", world::alien(rng, &case.filer, truth)));
    }
    let own = world::own(rng, 36, 18);
    let number = world::own_number(rng, own, case, truth);
    if own != Own::Missing {
        let label = rng.pick(&[
            "USCIS online account no. of filer",
            "Your USCIS online account no.",
            "USCIS ELIS account (filer)",
        ]);
        let place = rows.len() - rng.below(3);
        rows.insert(place, (label, number));
    }
    let label = rng.pick(&[
        "Lockbox batch and item",
        "Remittance item no.",
        "Return mail piece",
    ]);
    rows.push((label, case::account(rng)));
    let boxed = rng.chance(0.6);
    let mut y = 104.0;
    for (label, value) in rows {
        if boxed {
            sheet.fill([48.0, y, 218.0, y + 16.0], 0.9);
            sheet.frame([48.0, y, 218.0, y + 16.0], 0.4);
            sheet.frame([218.0, y, 564.0, y + 16.0], 0.4);
        } else {
            sheet.rule(48.0, 564.0, y + 16.0, 0.3);
        }
        kit::fit(
            sheet,
            Face::bold(family),
            8.5,
            [52.0, y + 11.5],
            162.0,
            label,
        );
        kit::fit(
            sheet,
            Face::regular(family),
            9.0,
            [224.0, y + 11.5],
            334.0,
            &value,
        );
        y += 16.0;
    }
    y
}

/// The address, and a form's return to a c/o; gives the bottom.
fn address(rng: &mut Rng, sheet: &mut Sheet, family: Family, case: &Case, y: f32) -> f32 {
    let mut to = vec![case.filer.name()];
    if rng.chance(0.3) {
        to.push(format!("c/o {}", case.attorney.1));
    }
    to.extend(case.address.iter().cloned());
    kit::stack(sheet, Face::regular(family), 10.0, [78.0, y + 26.0], &to);
    y + 84.0
}

/// The reasons, crossed or not; gives the bottom.
fn reasons(rng: &mut Rng, sheet: &mut Sheet, family: Family, y: f32) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let text = "We could not accept the filing named above. It comes back to you with all its \
                papers, for the reason that is marked:";
    let mut y = sheet.paragraph(face, 9.2, 48.0, y, 516.0, text) + 6.0;
    let marked = rng.below(REASONS.len());
    for (place, reason) in REASONS.iter().enumerate() {
        let crossed = place == marked || rng.chance(0.12);
        let type_face = if crossed { bold } else { face };
        y = kit::tick(sheet, type_face, 9.0, [60.0, y], 490.0, (crossed, reason));
    }
    y + 8.0
}

/// What happens to the fee; gives the bottom.
fn money(rng: &mut Rng, sheet: &mut Sheet, family: Family, truth: &mut NoticeTruth, y: f32) -> f32 {
    let face = Face::regular(family);
    let sum = world::dollars(world::fee(rng));
    let routing = format!("{} {}", rng.digits(9), rng.digits(12));
    let text = match rng.below(3) {
        0 => format!("Check no. {} is enclosed (bank {routing}).", rng.digits(4)),
        1 => "Your payment card was not charged. Card payments need Form G-1450.".to_string(),
        _ => {
            truth.fields.amount = Some(sum.clone());
            format!("Amount received: {sum}. It goes back to bank account {routing}.")
        }
    };
    sheet.paragraph(face, 9.2, 48.0, y, 516.0, &text) + 6.0
}

/// The closing paragraphs.
fn closing(rng: &mut Rng, sheet: &mut Sheet, family: Family, y: f32) {
    let last = rng.pick(&[
        "If the form asks for your USCIS online account number and you have none, leave the space \
         empty. A number such as 000000000000 delays the form.",
        "You may file many forms online. See uscis.gov/file-online.",
        "Do not send this page to a service center.",
    ]);
    let texts = [
        "You may file again at once. Mend what is marked, sign the form anew, and put this page \
         on top. The date of filing will be the day on which a complete form reaches us. A filing \
         that was rejected keeps no date, and a rejection cannot be appealed (8 CFR \
         103.2(a)(7)(iii)).",
        last,
        "Questions: 1-800-375-5283. People who are deaf or hard of hearing: TTY 1-800-767-1833.",
    ];
    kit::prose(sheet, Face::regular(family), 9.2, [48.0, y], 516.0, &texts);
}
