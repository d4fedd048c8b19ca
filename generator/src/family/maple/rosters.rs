//! A roster of a family, and a transfer notice with captions under the values.
use super::common::*;
use super::labels::{self, Style};
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A receipt for a family: one row for each person; only one column and row is the filer's account.
pub(super) fn roll(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::FreeSans, Family::DejaVuSansCondensed, Family::Times]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    sheet.bold(11.0, 36.0, 44.0, "Form I-797C, Notice of Action");
    sheet.flush_right(
        face,
        8.5,
        576.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.rule(36.0, 576.0, 50.0, 1.2);
    let way = rng.below(3);
    let receipt = receipt_text(rng, &mut truth, &case.receipt);
    let pairs = [
        ("Receipt No.", receipt, 36.0, 66.0),
        ("Notice Type", "Receipt Notice".to_string(), 36.0, 80.0),
        ("Received Date", day(way, &case.received), 320.0, 66.0),
        ("Notice Date", day(way, &case.noticed), 320.0, 80.0),
        (
            "Case Type",
            "I-539, APPLICATION TO EXTEND STATUS".to_string(),
            36.0,
            94.0,
        ),
        (
            "Class Requested",
            rng.pick(&["H4", "L2", "O3", "TD"]).to_string(),
            320.0,
            94.0,
        ),
    ];
    for (label, value, x, y) in &pairs {
        sheet.write(bold, 8.5, *x, *y, &format!("{label}:"));
        sheet.write(face, 9.0, x + 82.0, *y, value);
    }
    let people = Roster::new(rng, case);
    truth.fields.applicant = Some(case.filer.listed());
    truth.fields.notice_type = Some("Receipt Notice".into());
    truth.fields.case_type = Some("I-539".into());
    truth.fields.received_date = Some(day(way, &case.received));
    truth.fields.notice_date = Some(day(way, &case.noticed));
    truth.fields.class = Some(pairs[5].1.clone());
    let y = people.draw(&mut sheet, rng, case, family, way, &mut truth);
    roll_foot(&mut sheet, rng, case, family, y);
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, rng, family, 0.35);
    Drawing { sheets, truth }
}

/// The people of a roster and whether it has a column of accounts.
struct Roster {
    people: Vec<(Person, &'static str)>,
    fate: Fate,
    /// Whether the account stands in a line above the table and not in a column.
    above: bool,
}

impl Roster {
    /// The applicant and five to eleven relatives.
    fn new(rng: &mut Rng, case: &Case) -> Roster {
        let mut people = vec![(case.filer.clone(), "Applicant (filer)")];
        for number in 0..rng.between(4, 10) {
            let kind = if number == 0 { "Spouse" } else { "Child" };
            let mut person = case.filer.relative(rng);
            if number > 0 {
                person.born.year = case.received.year - rng.between(1, 19);
            }
            people.push((person, kind));
        }
        Roster {
            people,
            fate: fate(rng, case, 46, 14),
            above: rng.chance(0.35),
        }
    }

    /// Draws the table; gives the lowest edge.
    fn draw(
        &self,
        sheet: &mut Sheet,
        rng: &mut Rng,
        case: &Case,
        family: Family,
        way: usize,
        truth: &mut NoticeTruth,
    ) -> f32 {
        let face = Face::regular(family);
        let bold = Face::bold(family);
        let account = rng.pick(&[
            "USCIS Online Acct. No.",
            "Online Account No.",
            "USCIS Acct. #",
        ]);
        let others = self.fate != Fate::Absent && rng.chance(0.5);
        let column = self.fate != Fate::Absent && !self.above;
        let mut fees = false;
        let mut heads = vec![
            "No.",
            "Name",
            "Relation",
            "A-Number",
            "Date of Birth",
            "I-94 No.",
        ];
        let mut left = vec![36.0, 58.0, 196.0, 276.0, 350.0, 434.0, 576.0];
        if column {
            heads.push(account);
            left = vec![36.0, 54.0, 166.0, 234.0, 304.0, 372.0, 458.0, 576.0];
        } else if rng.chance(0.5) {
            fees = true;
            heads.push(rng.pick(&[
                "Fee Tracking No.",
                "Biometrics Fee Ref.",
                "Pay.gov Tracking ID",
            ]));
            left = vec![36.0, 54.0, 166.0, 234.0, 304.0, 372.0, 458.0, 576.0];
        }
        let pitch = rng.uniform(15.5, 18.5);
        let mut y = 112.0;
        if self.fate != Fate::Absent && self.above {
            let text = account_text(rng, case, truth, self.fate);
            let label = labels::own(rng, "Applicant", Style::Title);
            let end = sheet.write(bold, 8.5, 36.0, 108.0, &format!("{label}:"));
            labels::put(sheet, face, 9.0, (end + 6.0, 108.0), 560.0 - end, &text);
            y = 124.0;
        }
        sheet.fill([36.0, y, 576.0, y + pitch], 0.88);
        line(sheet, bold, &left, (y, pitch), &heads);
        for (number, (person, relation)) in self.people.iter().enumerate() {
            y += pitch;
            truth.prints_a_number(&person.a_number);
            let padded = format!("A{:0>9}", person.a_number);
            let row = (number + 1).to_string();
            let born = day(way, &person.born);
            let i94 = format!("{} {}", rng.digits(9), rng.digits(2));
            let name = person.listed();
            let mut own = String::new();
            if fees {
                own = twelve(rng);
            } else if number == 0 && column {
                own = account_text(rng, case, truth, self.fate);
            } else if others && rng.chance(0.5) {
                own = twelve(rng);
            }
            let texts: Vec<&str> = vec![&row, &name, relation, &padded, &born, &i94, &own];
            line(sheet, face, &left, (y, pitch), &texts[..heads.len()]);
        }
        y + pitch
    }
}

/// One ruled row of a table.
fn line(sheet: &mut Sheet, face: Face, left: &[f32], row: (f32, f32), texts: &[&str]) {
    for (column, text) in texts.iter().enumerate() {
        let edge = [left[column], row.0, left[column + 1], row.0 + row.1];
        sheet.frame(edge, 0.4);
        let at = (edge[0] + 3.0, edge[3] - 5.0);
        labels::put(sheet, face, 8.0, at, edge[2] - edge[0] - 6.0, text);
    }
}

/// Address, body and foot of the roster.
fn roll_foot(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, top: f32) {
    let face = Face::regular(family);
    let mut y = top + 30.0;
    for line in addressee(case, rng.chance(0.3), &case.filer.name()) {
        labels::put(sheet, face, 9.5, (60.0, y), 240.0, &line);
        y += 12.0;
    }
    bar(sheet, rng, (350.0, top + 18.0), 26.0, &case.receipt);
    let mut texts: Vec<String> = [
        "We received one application for the persons listed. Each line is one person. Check names \
         and dates of birth, and tell us at once of any mistake.",
        "The I-94 numbers are those that the applicant gave. A date of admission is not decided \
         by this notice. You will be notified separately about any other cases you filed.",
        "If any person leaves the United States before the decision, that person's part of the \
         application may be treated as abandoned. The others are not affected by that.",
    ]
    .iter()
    .map(|text| text.to_string())
    .collect();
    if rng.chance(0.5) {
        texts.push(
            "Accounts of co-applicants are separate. USCIS cannot merge online accounts; a family \
             member who files alone later should use his or her own account number."
                .to_string(),
        );
    }
    prose(sheet, face, 9.0, (36.0, y + 16.0), 540.0, &texts);
    let office = rng.pick(&OFFICES);
    lines(
        sheet,
        face,
        8.0,
        (36.0, 724.0),
        &[office.name, office.street, office.city],
    );
    sheet.flush_right(
        face,
        7.0,
        576.0,
        744.0,
        "Form I-797C (Rev. 04/01/19)     Page 1 of 1",
    );
}

/// A transfer notice: every value stands on a rule, its caption in small type below.
pub(super) fn captions(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::Helvetica,
        Family::DejaVuSans,
    ]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    sheet.centred(bold, 12.0, 306.0, 46.0, "NOTICE OF ACTION");
    sheet.centred(face, 8.0, 306.0, 57.0, "Form I-797C");
    let mut slots = caption_slots(rng, case, &mut truth);
    let wide = rng.uniform(238.0, 252.0);
    if slots.len() % 2 == 1 {
        slots.push(("Page".into(), "1 of 1".into()));
    }
    let pitch = rng.uniform(33.0, 38.0);
    let mut y = 92.0;
    for pair in slots.chunks(2) {
        for (slot, x) in pair.iter().zip([44.0, 568.0 - wide]) {
            labels::put(
                &mut sheet,
                bold,
                10.0,
                (x + 2.0, y - 3.0),
                wide - 4.0,
                &slot.1,
            );
            sheet.rule(x, x + wide, y, 0.6);
            labels::put(
                &mut sheet,
                face,
                6.5,
                (x + 2.0, y + 8.0),
                wide - 4.0,
                &slot.0,
            );
        }
        y += pitch;
    }
    y += 6.0;
    for line in addressee(case, rng.chance(0.5), &case.filer.name()) {
        labels::put(&mut sheet, face, 9.5, (60.0, y), 240.0, &line);
        y += 12.0;
    }
    let office = rng.pick(&OFFICES);
    let next = loop {
        let other = rng.pick(&OFFICES);
        if other.name != office.name {
            break other;
        }
    };
    let mut texts = vec![
        format!(
            "To speed up processing, we moved this case from the {} to the {}. That office will \
             mail you its decision. The date of filing stays the same.",
            office.name, next.name
        ),
        "Nothing is asked of you now. If you move before the decision, change your address \
         online or call 800-375-5283 and have the number of your case at hand."
            .to_string(),
    ];
    if truth.account_numbers.is_empty() && rng.chance(0.5) {
        texts.push(
            "You may add this case to a USCIS online account with the access code in a separate \
             letter. The account number is shown only inside the account."
                .to_string(),
        );
    }
    let y = prose(&mut sheet, face, 9.5, (44.0, y + 18.0), 524.0, &texts);
    bar(&mut sheet, rng, (44.0, y + 10.0), 28.0, &case.receipt);
    lines(
        &mut sheet,
        face,
        8.0,
        (400.0, y + 18.0),
        &[next.name, next.street, next.city],
    );
    sheet.plain(7.0, 44.0, 760.0, "Form I-797C (Rev. 01/31/05)");
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, rng, family, 0.4);
    Drawing { sheets, truth }
}

/// Captions and values in reading order.
fn caption_slots(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let way = rng.below(3);
    let role = filer_role(case);
    let receipt = receipt_text(rng, truth, &case.receipt);
    let slot = |label: &str, value: String| (label.to_string(), value);
    let mut slots = vec![
        slot(rng.pick(&["receipt number", "Receipt Number"]), receipt),
        slot("notice type", "Transfer Notice".into()),
        slot(
            "form and title",
            format!("{}, {}", case.form_code, titled(case)),
        ),
        slot("date received", day(way, &case.received)),
        slot("date of notice", day(way, &case.noticed)),
        slot(&role.to_lowercase(), case.filer.listed()),
    ];
    if case.is_petition {
        slots.push(slot("beneficiary", case.beneficiary.listed()));
    }
    let fate = fate(rng, case, 46, 14);
    if fate != Fate::Absent {
        let label = labels::own(rng, role, Style::Title);
        let text = account_text(rng, case, truth, fate);
        slots.insert(rng.pick(&[1, 2, 4, slots.len()]), (label, text));
    }
    if rng.chance(0.6) {
        let label = format!(
            "{}'s A-Number",
            if case.is_petition {
                "beneficiary"
            } else {
                role
            }
        );
        let number = alien_text(rng, truth, &case.beneficiary);
        slots.push((label, number));
    }
    if rng.chance(0.4) {
        slots.push((labels::decoy(rng, Style::Title), twelve(rng)));
    }
    truth.fields.notice_type = Some("Transfer Notice".into());
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(day(way, &case.received));
    truth.fields.notice_date = Some(day(way, &case.noticed));
    note_people(
        truth,
        case,
        &case.filer.listed(),
        Some(&case.beneficiary.listed()),
    );
    slots
}
