//! An appointment at an application support center, with an admission card.
use super::desk::{Casing, Desk};
use super::kit::{Item, Ruling, Style, grid, receipt_bars, tear, tick};
use super::words;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "ACCOUNT NUMBER",
    "USCIS ACCOUNT NUMBER",
    "USCIS ONLINE ACCT. NO.",
    "APPLICANT'S ONLINE ACCOUNT",
    "ACCOUNT NO. (USCIS ONLINE)",
    "ACCOUNT NUMBER",
];

const CENTERS: &[[&str; 3]] = &[
    [
        "USCIS ASC SAVANNAH",
        "1000 BUSINESS CENTER DR STE 20",
        "SAVANNAH GA 31405-0711",
    ],
    [
        "APPLICATION SUPPORT CENTER OMAHA",
        "1717 AVENUE H STE 200",
        "OMAHA NE 68110-2752",
    ],
    [
        "USCIS SANTA ANA",
        "1666 N MAIN STREET STE 100A",
        "SANTA ANA CA 92701-7417",
    ],
    [
        "USCIS ASC PHILADELPHIA",
        "10300 DRUMMOND ROAD STE 100",
        "PHILADELPHIA PA 19154-3804",
    ],
    [
        "USCIS NEW ORLEANS",
        "1250 POYDRAS ST STE 1800",
        "NEW ORLEANS LA 70113-1804",
    ],
];

const BRING: &[(&str, &str)] = &[
    ("This notice, in the original", "Este aviso, el original"),
    (
        "Photo identification that has not expired",
        "Identificación vigente con fotografía",
    ),
    (
        "Your Permanent Resident Card, if any",
        "Su tarjeta de residente, si la tiene",
    ),
    (
        "The notices of your family, if called too",
        "Los avisos de su familia, si fue citada",
    ),
    (
        "A person to interpret, if you need one",
        "Una persona que interprete, si la necesita",
    ),
];

/// The day and hour of the appointment.
struct Meeting {
    date: String,
    time: String,
    center: [&'static str; 3],
}

/// Draws lots for the appointment and notes it.
fn meeting(desk: &mut Desk) -> Meeting {
    let days = desk.rng.between(10, 40);
    let date = desk.date(&desk.case.noticed.later(0, days));
    let hour = desk.rng.between(8, 14);
    let minute = desk.rng.pick(&["00", "30", "15"]);
    let (hour, half) = if hour > 12 {
        (hour - 12, "PM")
    } else if hour == 12 {
        (12, "PM")
    } else {
        (hour, "AM")
    };
    let time = format!("{hour}:{minute} {half}");
    desk.truth.fields.appointment_date = Some(date.clone());
    desk.truth.fields.appointment_time = Some(time.clone());
    Meeting {
        date,
        time,
        center: desk.rng.pick(CENTERS),
    }
}

/// The row of numbers: security, account, A-Number, code.
fn numbers(desk: &mut Desk) -> Vec<(Item, f32)> {
    let mut row = Vec::new();
    if desk.rng.chance(0.5) {
        let number = if desk.rng.chance(0.5) {
            format!(
                "9{}-{}-{}",
                desk.rng.digits(2),
                desk.rng.digits(2),
                desk.rng.digits(4)
            )
        } else {
            String::new()
        };
        row.push((desk.item(&["SOCIAL SECURITY NUMBER", "SSN"], number), 1.2));
    }
    row.extend(desk.account(ACCOUNT).map(|item| (item, 1.4)));
    row.push((
        desk.filer_a(&["USCIS A#", "A-NUMBER", "USCIS ALIEN NUMBER"]),
        1.2,
    ));
    let code = desk.rng.digits(1);
    row.push((desk.item(&["CODE", "BIOMETRICS CODE"], code), 0.6));
    row.push((desk.item(&["PAGE"], "1 of 1"), 0.6));
    row
}

/// The rows of the head.
fn rows(desk: &mut Desk) -> Vec<Vec<(Item, f32)>> {
    let labels = [
        "APPLICATION NUMBER",
        "RECEIPT NUMBER",
        "APPLICATION/RECEIPT NO.",
    ];
    let first = vec![
        (desk.receipt(&labels), 1.0),
        (desk.noticed(&["NOTICE DATE"]), 1.0),
    ];
    let case_type = (desk.case_type(&["CASE TYPE", "FORM TYPE"]), 2.0);
    let filer = (desk.filer(&["{R}", "NAME OF {r}"]), 1.2);
    let mut second = vec![case_type];
    if desk.rng.chance(0.6) {
        second.push(filer);
    } else {
        second.insert(0, filer);
    }
    let numbers = numbers(desk);
    if desk.rng.chance(0.4) {
        vec![numbers, first, second]
    } else {
        vec![first, second, numbers]
    }
}

/// The head of the page; the y below.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family, left: f32, form: &str) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let right = 612.0 - left;
    sheet.write(plain, 8.0, left, 38.0, "Department of Homeland Security");
    sheet.write(
        plain,
        8.0,
        left,
        48.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        bold,
        12.0,
        right,
        44.0,
        &format!("Form {form}, Notice of Action"),
    );
    let kind = desk
        .rng
        .pick(&["ASC Appointment Notice", "Fingerprint Notification"]);
    desk.truth.fields.notice_type = Some(kind.to_string());
    sheet.centred(bold, 12.5, 306.0, 66.0, kind);
    74.0
}

/// Address and barcode; the y below.
fn address(desk: &Desk, sheet: &mut Sheet, family: Family, left: f32, top: f32) -> f32 {
    let mut base = top + 20.0;
    for line in desk.address() {
        sheet.write(Face::regular(family), 10.0, left + 30.0, base, &line);
        base += 12.0;
    }
    let place = [350.0, top + 10.0];
    receipt_bars(
        sheet,
        Symbology::Code39,
        place,
        0.8,
        26.0,
        &desk.case.receipt,
    );
    base
}

/// Place and time side by side; the y below.
fn where_when(sheet: &mut Sheet, family: Family, left: f32, top: f32, meeting: &Meeting) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let right = 612.0 - left;
    let middle = 330.0;
    sheet.frame([left, top, right, top + 58.0], 1.2);
    sheet.upright(middle, top, top + 58.0, 0.6);
    sheet.write(
        plain,
        6.6,
        left + 5.0,
        top + 9.5,
        "APPLICATION SUPPORT CENTER",
    );
    sheet.write(
        plain,
        6.6,
        middle + 5.0,
        top + 9.5,
        "DATE AND TIME OF APPOINTMENT",
    );
    let mut base = top + 22.0;
    for line in meeting.center {
        sheet.write(bold, 9.4, left + 5.0, base, line);
        base += 12.0;
    }
    sheet.write(bold, 11.0, middle + 5.0, top + 26.0, &meeting.date);
    sheet.write(bold, 11.0, middle + 5.0, top + 42.0, &meeting.time);
    top + 58.0
}

/// What to bring, in both tongues; the baseline below.
fn bring(desk: &mut Desk, sheet: &mut Sheet, family: Family, left: f32, top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let text = "Please appear in person at the place and time printed above so that we can take \
                your fingerprints, photograph and signature. If you do not come, your {kind} may \
                be considered abandoned.";
    let text = desk.filled(text);
    let wide = 612.0 - 2.0 * left;
    let mut base = sheet.paragraph(plain, 9.2, left, top, wide, &text) + 8.0;
    sheet.write(bold, 9.2, left, base, "BRING WITH YOU / TRAIGA CONSIGO");
    let spanish = desk.rng.chance(0.7);
    for (english, other) in &BRING[..desk.rng.between(3, 5) as usize] {
        base += 14.5;
        tick(sheet, left + 2.0, base, 8.0, false);
        let x = sheet.write(plain, 9.2, left + 16.0, base, english);
        if spanish {
            sheet.write(Face::italic(family), 8.6, x, base, &format!("  /  {other}"));
        }
    }
    let mention = desk.prose(words::MENTION, 1).remove(0);
    let help = if desk.modern() && desk.rng.chance(0.5) {
        mention
    } else {
        String::new()
    };
    sheet.paragraph(plain, 9.2, left, base + 18.0, wide, &help)
}

/// The box for the stamp of the center.
fn stamp(sheet: &mut Sheet, family: Family, x: f32) {
    let plain = Face::regular(family);
    sheet.frame([x, 544.0, x + 212.0, 606.0], 0.9);
    sheet.write(
        Face::bold(family),
        7.6,
        x + 6.0,
        555.0,
        "BIOMETRICS PROCESSING STAMP",
    );
    for (index, text) in ["ASC SITE CODE:", "BIOMETRICS QA REVIEW BY:", "ON:"]
        .iter()
        .enumerate()
    {
        sheet.write(plain, 7.4, x + 6.0, 570.0 + 14.0 * index as f32, text);
    }
}

/// The rows of the admission card.
fn card_rows(desk: &mut Desk, meeting: &Meeting) -> Vec<Vec<(Item, f32)>> {
    let name = desk.case.filer.name();
    let when = format!("{}, {}", meeting.date, meeting.time);
    let receipt = desk.receipt(&["APPLICATION NUMBER", "RECEIPT NO."]);
    let first = vec![(desk.item(&["NAME"], name), 1.3), (receipt, 1.0)];
    let mut second = vec![(desk.item(&["WHEN", "DATE AND TIME"], when), 1.0)];
    let traps: [(&[&str], String); 3] = [
        (
            &["FINGERPRINT TRANSACTION NO.", "LIVESCAN TCN"],
            desk.rng.digits(12),
        ),
        (&["QUEUE TICKET"], desk.rng.digits(3)),
        (&["CENTER BILLING ACCOUNT"], desk.rng.digits(12)),
    ];
    let (pool, value) = traps[desk.rng.below(3)].clone();
    second.push((desk.item(pool, value), 1.0));
    let clerk = desk.item(&["FOR ASC USE: REVIEWED BY", "FOR ASC USE: QC"], "");
    second.push((clerk, 1.0));
    vec![first, second]
}

/// An appointment with an admission card at the foot.
pub(super) fn appointment(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 9);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let mut desk = Desk::open(rng, case, form);
    desk.casing = Casing::Upper;
    let families = [
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ];
    let family = desk.rng.pick(&families);
    let left = desk.rng.uniform(32.0, 50.0);
    let style = Style {
        family,
        label: desk.rng.uniform(5.8, 6.8),
        value: desk.rng.uniform(8.8, 10.0),
        strong: desk.rng.chance(0.4),
        under: desk.rng.chance(0.35),
        ruling: desk
            .rng
            .pick(&[Ruling::Boxes, Ruling::Boxes, Ruling::Lines]),
        number: None,
    };
    let mut sheet = Sheet::letter(family);
    let top = head(&mut desk, &mut sheet, family, left, form);
    let rows = rows(&mut desk);
    let y = grid(&mut sheet, &style, [left, 612.0 - left], top, &rows);
    let y = address(&desk, &mut sheet, family, left, y);
    let meeting = meeting(&mut desk);
    let y = where_when(&mut sheet, family, left, y + 10.0, &meeting);
    let y = bring(&mut desk, &mut sheet, family, left, y + 22.0);
    if y < 530.0 && desk.rng.chance(0.6) {
        stamp(&mut sheet, family, desk.rng.pick(&[left, 350.0]));
    }
    tear(&mut sheet, 12.0, 600.0, 622.0);
    let bold = Face::bold(family);
    sheet.write(
        bold,
        11.0,
        left,
        644.0,
        "ADMISSION CARD / TARJETA DE ENTRADA",
    );
    let card = Style {
        under: true,
        ruling: Ruling::Lines,
        number: None,
        ..style
    };
    let rows = card_rows(&mut desk, &meeting);
    grid(&mut sheet, &card, [left, 612.0 - left], 654.0, &rows);
    let plain = Face::regular(family);
    sheet.write(
        plain,
        6.8,
        left,
        764.0,
        &format!("Form {form}  (Rev. 08/31/22)"),
    );
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
