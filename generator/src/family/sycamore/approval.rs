//! The approval on security paper, with an I-94 to tear off.
use super::common::{self, Plan};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption, after the role.
const TAILS: &[&str] = &[
    "USCIS Online Account No.",
    "Online Account Number",
    "USCIS Account Number",
    "Online Acct. #",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 17);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::LiberationSerif,
    ]);
    let (code, title, class) = if case.is_petition {
        (
            "I-129",
            "PETITION FOR A NONIMMIGRANT WORKER",
            rng.pick(&["H1B", "L1A", "O1", "TN"]),
        )
    } else {
        let title = "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS";
        ("I-539", title, rng.pick(&["F1", "B2", "H4", "L2"]))
    };
    let mut truth = common::begin("I-797A", code);
    common::note_people(case, &mut truth, true);
    truth.fields.notice_type = Some("Approval Notice".into());
    let plan = common::plan(rng, case, 0.45, 0.1);
    let mut sheet = Sheet::letter(family);
    paper(&mut sheet, family);
    let dates = [case.noticed.numeric(), case.noticed.later(34, 3).numeric()];
    let items = items(rng, case, plan, &format!("{code} - {title}"), &mut truth);
    let y = upper(&mut sheet, rng, family, &items);
    let mut y = right(&mut sheet, rng, case, family, class, &dates, y);
    truth.fields.class = Some(class.to_string());
    truth.fields.valid_from = Some(dates[0].clone());
    truth.fields.valid_to = Some(dates[1].clone());
    y = text(&mut sheet, rng, case, family, plan, y);
    assert!(y < 556.0, "the text runs into the stub");
    stub(&mut sheet, rng, case, family, class, &dates, &mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The border of microprint and the banner.
fn paper(sheet: &mut Sheet, family: Family) {
    let face = Face::regular(family);
    let micro = "USCIS U.S. CITIZENSHIP AND IMMIGRATION SERVICES ".repeat(9);
    for y in [22.0, 566.0] {
        let mut text = micro.clone();
        while face.width(&text, 3.0) > 552.0 {
            text.pop();
        }
        sheet.write_shaded(face, 3.0, 30.0, y, &text, 0.45);
    }
    sheet.frame([27.0, 25.0, 585.0, 560.0], 0.5);
    sheet.centred(
        Face::bold(family),
        15.0,
        306.0,
        46.0,
        "THE UNITED STATES OF AMERICA",
    );
    sheet.write(
        face,
        8.0,
        34.0,
        60.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        Face::bold(family),
        9.0,
        578.0,
        60.0,
        "I-797A, Notice of Action",
    );
}

/// Captions and values of the upper part.
fn items(
    rng: &mut Rng,
    case: &Case,
    plan: Plan,
    kind: &str,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let (received, noticed) = (case.received.numeric(), case.noticed.numeric());
    truth.fields.received_date = Some(received.clone());
    truth.fields.notice_date = Some(noticed.clone());
    let role = common::role(case);
    let mut list = vec![
        (
            "Receipt Number".to_string(),
            common::receipt(rng, case, truth),
        ),
        ("Case Type".to_string(), kind.to_string()),
        ("Received Date".to_string(), received),
        ("Notice Date".to_string(), noticed),
        (role.to_string(), case.filer.listed()),
    ];
    if case.is_petition {
        list.push(("Beneficiary".to_string(), case.beneficiary.listed()));
    }
    if rng.chance(0.6) {
        list.push((
            "A-Number".to_string(),
            common::alien(rng, &case.beneficiary, truth),
        ));
    }
    if let Some(value) = common::account(rng, case, plan, truth) {
        let owner = if rng.chance(0.5) {
            format!("{role}'s ")
        } else {
            String::new()
        };
        list.push((format!("{owner}{}", rng.pick(TAILS)), value));
    } else if rng.chance(0.6) {
        let label = rng.pick(&[
            "ETA Case Number",
            "SEVIS ID",
            "FEIN",
            "Premium Case Tracking",
        ]);
        let value = match label {
            "ETA Case Number" => format!("I-200-{}-{}", rng.digits(5), rng.digits(6)),
            "SEVIS ID" => format!("N{}", rng.digits(10)),
            "FEIN" => format!("{}-{}", rng.digits(2), rng.digits(7)),
            _ => rng.digits(12),
        };
        list.push((label.to_string(), value));
    }
    list
}

/// The items in one column, values at a tab; returns the next baseline.
fn upper(sheet: &mut Sheet, rng: &mut Rng, family: Family, items: &[(String, String)]) -> f32 {
    let tab = rng.uniform(196.0, 212.0);
    let pitch = rng.uniform(14.0, 16.0);
    let ruled = rng.chance(0.4);
    let mut y = 80.0;
    for (label, value) in items {
        common::fit(
            sheet,
            (Face::regular(family), 8.0),
            (36.0, y),
            tab - 42.0,
            label,
        );
        common::fit(
            sheet,
            (Face::bold(family), 9.0),
            (tab, y),
            570.0 - tab,
            value,
        );
        if ruled {
            sheet.rule(34.0, 578.0, y + 4.0, 0.3);
        }
        y += pitch;
    }
    y + 6.0
}

/// Address at the left; notice type, class and validity at the right.
fn right(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    class: &str,
    dates: &[String; 2],
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let block = common::addressee(rng, case);
    common::lines(sheet, face, 9.0, (58.0, top + 14.0), 11.0, &block);
    sheet.write(
        Face::bold(family),
        9.0,
        350.0,
        top + 8.0,
        "Notice Type: Approval Notice",
    );
    sheet.write(face, 9.0, 350.0, top + 20.0, &format!("Class: {class}"));
    let text = format!("Valid from {} to {}", dates[0], dates[1]);
    sheet.write(face, 9.0, 350.0, top + 32.0, &text);
    top + 82.0
}

/// The text of the approval.
fn text(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    plan: Plan,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let noun = if case.is_petition {
        "petition"
    } else {
        "application"
    };
    let mut texts = vec![format!(
        "The above {noun} and the request for a change or extension of stay have been approved. \
         The status of the named person is valid as shown above. The person may stay only while \
         the conditions of that class are met."
    )];
    texts.push(
        "The lower part of this notice is a replacement Form I-94. Tear it off and keep it with \
         the passport. It must be surrendered at departure from the United States."
            .into(),
    );
    if plan == Plan::Absent && rng.chance(0.5) {
        texts.push(
            "If the case was filed online, the notice is also in the filer's USCIS online \
             account. We do not print account numbers on Form I-797A."
                .into(),
        );
    }
    texts.push(
        "The approval of this request is not a visa and does not guarantee that a visa will be \
         issued. For questions, call 1-800-375-5283."
            .into(),
    );
    let more = [
        "The person named may work only as the approved class and the conditions of this notice \
         allow. A change of employer, of duties or of place of work may need a new petition.",
        "If the person leaves before the period ends and seeks to return, a visa issued on the \
         basis of this approval may be needed. Ask the nearest American consulate.",
        "The inspection of this case may be continued after approval. We may revoke the approval \
         if we learn that the facts were not as stated.",
        "Dependents need a request of their own. This approval does not extend the stay of a \
         husband, wife or child who is not named above.",
    ];
    let start = rng.below(more.len());
    for i in 0..common::some(rng, 1, 3) {
        texts.push(more[(start + i) % more.len()].into());
    }
    let (size, gap) = (rng.uniform(9.0, 9.8), rng.uniform(5.0, 9.0));
    let mut y = top;
    for text in texts {
        y = sheet.paragraph(face, size, 36.0, y, 540.0, &text) + gap;
    }
    let office = common::office(rng);
    for (i, line) in office.iter().enumerate() {
        sheet.write(face, 8.0, 36.0, y + 12.0 + 10.0 * i as f32, line);
    }
    common::bars(
        sheet,
        Symbology::Code39,
        &case.receipt,
        [370.0, y + 4.0],
        26.0,
    );
    y + 42.0
}

/// The I-94 to tear off.
fn stub(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    class: &str,
    dates: &[String; 2],
    truth: &mut NoticeTruth,
) {
    let face = Face::regular(family);
    let text = "Please tear off Form I-94 printed below, and staple to original I-94 if available";
    sheet.centred(Face::italic(family), 7.5, 306.0, 577.0, text);
    for i in 0..68 {
        let x = 34.0 + i as f32 * 8.0;
        sheet.rule(x, x + 4.5, 583.0, 0.5);
    }
    sheet.write(
        face,
        7.5,
        40.0,
        598.0,
        "Detach this half for personal records",
    );
    let number = format!("{} {}", rng.digits(9), rng.digits(2));
    let bold = Face::bold(family);
    let person = &case.beneficiary;
    let items = [
        ("Receipt#", case.receipt.clone()),
        ("I-94#", number.clone()),
        ("NAME", person.listed()),
        ("CLASS", class.to_string()),
        ("VALID FROM", format!("{} UNTIL {}", dates[0], dates[1])),
    ];
    truth.fields.i94_number = Some(number.clone());
    let mut y = 616.0;
    for (label, value) in items {
        sheet.write(face, 7.5, 40.0, y, label);
        common::fit(sheet, (bold, 8.5), (96.0, y), 190.0, &value);
        y += 15.0;
    }
    sheet.frame([306.0, 592.0, 578.0, 736.0], 0.8);
    let right = [
        ("14. Family Name", person.family.clone()),
        ("15. First (Given) Name", person.given.clone()),
        (
            "17. Country of Citizenship",
            rng.pick(&["INDIA", "BRAZIL", "KENYA", "CHILE"]).into(),
        ),
        ("16. Date of Birth", person.born.numeric()),
    ];
    sheet.write(bold, 11.0, 314.0, 608.0, &number);
    sheet.write(face, 7.5, 440.0, 608.0, "I-94 Departure Record");
    let mut y = 622.0;
    for (label, value) in right {
        sheet.rule(306.0, 578.0, y - 7.0, 0.4);
        sheet.write(face, 6.5, 312.0, y, label);
        common::fit(sheet, (face, 9.5), (312.0, y + 12.0), 260.0, &value);
        y += 28.0;
    }
    sheet.plain(7.0, 34.0, 754.0, "Form I-797A (Rev. 10/31/05) N");
}
