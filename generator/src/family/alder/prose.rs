//! Standing text: bodies, backs, courtesy sheets.
use super::desk::{Desk, twelve};
use super::kit::{self, pair};
use super::words::{self, Paper};
use crate::barcode::Symbology;
use crate::layout::sheet::Sheet;

/// What a receipt says.
pub(super) fn receipt(desk: &mut Desk, paper: &Paper) -> Vec<String> {
    let first = desk.pick(&[
        "The form named above reached this office and the fee was accepted. This notice only \
         says that the papers are here; nothing has been decided yet.",
        "We have taken in your form and are working on it. If any line above is printed wrongly, \
         tell us within 30 days so that we can mend our record.",
        "Your filing was accepted for processing on the date shown above. Please keep this page \
         with your papers; you will need the receipt number whenever you ask about the case.",
    ]);
    let code = paper.code;
    let second = format!(
        "Processing times of Form {code} differ from office to office and are posted at \
         www.uscis.gov/processing-times. Unless the posted time has passed, please do not send \
         an inquiry. If you move, file Form AR-11 within 10 days; a change at the Postal Service \
         does not reach us."
    );
    let mut texts = vec![first.to_string(), second];
    if desk.percent(60) {
        texts.push(account_talk(desk).to_string());
    }
    if desk.percent(50) {
        texts.push(help(desk).to_string());
    }
    let count = 1 + desk.rng.below(3);
    texts.extend(more(desk, count));
    texts
}

/// Sentences about accounts that give no number of the filer's.
pub(super) fn account_talk(desk: &mut Desk) -> &'static str {
    desk.pick(&[
        "You may follow your case in a free online account at my.uscis.gov. If you hold one, \
         write its 12-digit number on each paper form you send in the future.",
        "If an account was opened for you when we took in your paper form, a separate letter \
         will tell you its number and an access code. That letter is mailed on another day.",
        "An online account number has twelve digits (a made-up example is 1234 5678 9012); it is \
         neither your A-Number nor your receipt number.",
        "To see letters we have sent, sign in at my.uscis.gov and open the tab Documents. The \
         number of your account is shown in your profile.",
    ])
}

/// Paragraphs that may stand on any notice.
const MORE: [&str; 8] = [
    "The Small Business Administration keeps an Office of the National Ombudsman that hears small \
     businesses about federal rules. Write to www.sba.gov/ombudsman or call 202-205-2417 or \
     888-734-3247.",
    "Keep this notice and show it, or a copy, when a person or office asks whether the case was \
     filed. A lost notice is replaced only on Form I-824, for a fee.",
    "If a representative acts for you, please ask that person first. We sent a copy to the \
     representative where Form G-28 was in order.",
    "Whoever knowingly makes a false statement in a matter of this agency may be fined or \
     imprisoned (18 U.S.C. 1001 and 1546) and may lose the benefit.",
    "Forms and instructions are free at www.uscis.gov/forms. Orders by telephone: 800-870-3676. \
     Do not pay anyone for a blank form.",
    "If you have not heard from us within the posted time, write to the office below and send a \
     copy of this page. A letter to a Member of Congress does not hasten a case.",
    "Papers in another language need a full translation and a statement of the translator that \
     it is complete and right and that he or she knows both languages.",
    "This agency does not take cash. Checks are turned into electronic debits; your bank's \
     statement shows the debit, and the check itself is destroyed.",
];

/// Some of the paragraphs that may stand on any notice.
pub(super) fn more(desk: &mut Desk, count: usize) -> Vec<String> {
    let from = desk.rng.below(MORE.len());
    MORE.iter()
        .cycle()
        .skip(from)
        .take(count)
        .map(|text| text.to_string())
        .collect()
}

/// A sentence about help by telephone.
pub(super) fn help(desk: &mut Desk) -> &'static str {
    desk.pick(&[
        "Questions? Call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833).",
        "For help call 1-800-375-5283, ext. 214 for appointments. Callers who are deaf: TTY \
         1-800-767-1833.",
        "The Contact Center answers at 800-375-5283 from 8 a.m. to 8 p.m. Eastern on weekdays.",
    ])
}

/// Sections of a back: heading and text.
const BACK: [(&str, &str); 9] = [
    (
        "Inquiries",
        "Use the receipt number on the front in any letter or call. A receipt number is three \
         letters and ten digits, for example XYZ0123456789. Without it we cannot find a filing.",
    ),
    (
        "Change of address",
        "Tell us of a new address within 10 days on Form AR-11, one for each pending case. Mail \
         from this agency is returned by the Postal Service and not sent on.",
    ),
    (
        "Online account",
        "Anyone may open an account at no cost. Do not open a second account if you have one: \
         records of two accounts are not joined. Never give the password to a preparer.",
    ),
    (
        "Original papers",
        "Send copies unless the instructions ask for originals. To have an original back, file \
         Form G-884 with the office on the front.",
    ),
    (
        "Representatives",
        "An attorney or accredited representative must file Form G-28. Until it is accepted we \
         speak with you alone. Beware of persons who promise quick results for a fee.",
    ),
    (
        "Visas abroad",
        "An approved petition that names a consulate goes to the National Visa Center, 31 \
         Rochester Avenue, Portsmouth NH 03801-2914. Its case numbers look like our receipt \
         numbers, yet they are not: GUZ2019123456 would be one.",
    ),
    (
        "Travel",
        "Leaving the country while an application is pending may count as giving it up. Ask \
         before you book. Advance parole is requested on Form I-131.",
    ),
    (
        "Reasonable accommodation",
        "If a disability makes it hard to come to an office, request help at \
         www.uscis.gov/accommodations or call 800-375-5283 at least a week ahead.",
    ),
    (
        "Privacy",
        "The information on this notice is protected under 5 U.S.C. 552a and 8 U.S.C. 1367. A \
         notice that reached you by mistake should go back unopened to the sender.",
    ),
];

/// A back in two columns, with little or nothing of the case on it.
pub(super) fn back(desk: &mut Desk) -> Sheet {
    let mut sheet = desk.sheet();
    let title = desk.pick(&[
        "Additional Information",
        "Please Read - Information for Customers",
        "GENERAL INFORMATION",
        "What to Know About Your Notice",
    ]);
    let left = 44.0 + desk.rng.uniform(0.0, 8.0);
    let size = desk.rng.uniform(9.2, 10.6);
    desk.hand.bold(13.0).centre(&mut sheet, 306.0, 58.0, title);
    sheet.rule(left, 612.0 - left, 66.0, 0.8);
    let first = desk.rng.below(3);
    let mut x = left;
    let mut y = 86.0;
    for (head, text) in BACK.iter().cycle().skip(first).take(9) {
        if y > 350.0 && x < 300.0 {
            (x, y) = (316.0, 86.0);
        }
        desk.hand.bold(size).at(&mut sheet, x, y, head);
        let width = 612.0 - left - 316.0;
        y = desk
            .hand
            .plain(size)
            .block(&mut sheet, x, y + size * 1.25, width, text)
            + size;
    }
    if desk.shown && desk.percent(50) {
        let receipt = desk.receipt();
        desk.hand
            .plain(7.0)
            .at(&mut sheet, left, 762.0, &format!("{receipt}  (reverse)"));
    }
    sheet
}

/// A sheet for the attorney; sometimes with the attorney's own account number.
pub(super) fn attorney_sheet(desk: &mut Desk, noticed: &str) -> Sheet {
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    let mark = desk.pick(&[
        "ATTORNEY COPY",
        "REPRESENTATIVE'S COPY",
        "COURTESY COPY - G-28",
    ]);
    sheet.frame([200.0, 60.0, 412.0, 84.0], 1.2);
    hand.bold(12.0)
        .fitted(200.0, mark)
        .centre(&mut sheet, 306.0, 76.0, mark);
    let (name, firm) = desk.case.attorney.clone();
    let mut y = hand
        .plain(10.5)
        .stack(&mut sheet, 72.0, 130.0, &[name, firm])
        + 24.0;
    let receipt = desk.receipt();
    let pens = (hand.bold(10.0), hand.plain(10.0));
    pair(&mut sheet, pens, 72.0, y, ("Receipt Number:", &receipt));
    pair(&mut sheet, pens, 330.0, y, ("Notice Date:", noticed));
    if desk.percent(45) {
        y += 18.0;
        let label = desk.pick(&[
            "Attorney or Accredited Representative USCIS Online Account Number:",
            "Representative's own USCIS online account:",
            "Attorney Online Account No.:",
        ]);
        let number = desk.representative();
        let number = twelve(desk.rng, &number);
        pair(&mut sheet, pens, 72.0, y, (label, &number));
    }
    let text = "The enclosed notice was mailed to the person you represent. This sheet goes to \
        you because Form G-28 is on file. It does not start or lengthen any period for an \
        answer. If you no longer act for this person, tell the office named on the notice.";
    hand.plain(10.5)
        .block(&mut sheet, 72.0, y + 36.0, 468.0, text);
    if desk.percent(50) {
        let at = [72.0, 690.0, 0.8, 24.0];
        kit::bars(&mut sheet, Symbology::Code128, at, &desk.case.receipt);
    }
    sheet
}

/// A courtesy sheet in Spanish, with the account number when the notice has a label for it.
pub(super) fn spanish_sheet(desk: &mut Desk) -> Sheet {
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.bold(13.0)
        .at(&mut sheet, 64.0, 70.0, "Hoja de cortesía en español");
    sheet.rule(64.0, 548.0, 78.0, 1.0);
    let receipt = desk.receipt();
    let pens = (hand.bold(10.0), hand.plain(10.0));
    pair(
        &mut sheet,
        pens,
        64.0,
        102.0,
        ("Número de recibo:", &receipt),
    );
    if let Some(own) = desk.own.clone() {
        let label = "Número de cuenta en línea de USCIS:";
        pair(&mut sheet, pens, 64.0, 118.0, (label, &own));
    }
    let texts = [
        "Esta hoja se ofrece como cortesía. El aviso en inglés es el único documento oficial.",
        "Lea con cuidado el aviso adjunto. Guarde el original con sus papeles y traiga una copia \
         a toda cita con nuestra agencia.",
        "Si cambia de domicilio, presente el Formulario AR-11 dentro de 10 días. Si tiene \
         preguntas, llame al Centro de Contacto de USCIS al 800-375-5283 (TTY 800-767-1833) y \
         oprima el 2 para español.",
        "Tenga cuidado con los notarios que prometen resultados rápidos. Solo un abogado o un \
         representante acreditado puede darle consejo legal.",
    ];
    let mut y = 148.0;
    for text in texts {
        y = hand.plain(10.5).block(&mut sheet, 64.0, y, 484.0, text) + 8.0;
    }
    sheet
}

/// Adds sheets after the notice: a back, a courtesy sheet, or none.
pub(super) fn extras(desk: &mut Desk, sheets: &mut Vec<Sheet>, noticed: &str) {
    match desk.rng.below(6) {
        0 | 1 => sheets.push(back(desk)),
        2 => sheets.push(attorney_sheet(desk, noticed)),
        3 => sheets.push(spanish_sheet(desk)),
        _ => {}
    }
}

/// The office under a body, with a telephone.
pub(super) fn foot(desk: &mut Desk, sheet: &mut Sheet, x: f32, y: f32) {
    let office = desk.rng.pick(&words::OFFICES);
    let hand = desk.hand;
    let mut y = hand.plain(9.0).stack(sheet, x, y, &office[..1]);
    if desk.percent(70) {
        y = hand
            .plain(9.0)
            .stack(sheet, x, y, &["U.S. CITIZENSHIP & IMMIGRATION SVC"]);
    }
    let place = match desk.rng.below(4) {
        0 => office[2].replace('-', ""),
        _ => office[2].to_string(),
    };
    y = hand
        .plain(9.0)
        .stack(sheet, x, y, &[office[1].to_string(), place]);
    let phone = desk.pick(&[
        "USCIS Contact Center: 800-375-5283",
        "Customer Service Telephone: (800) 375-5283",
        "www.uscis.gov/contactcenter",
    ]);
    hand.bold(9.0).at(sheet, x, y + 2.0, phone);
}
