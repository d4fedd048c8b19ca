//! Words: offices, sentences of careful writers, and numbers that are none of the filer's.
use crate::case::{self, Case, Person};
use crate::rng::Rng;

use super::desk::{grouped, printed_account};

/// An office: its name and two lines of address.
pub(super) type Office = [&'static str; 3];

/// Field offices.
const FIELD: [Office; 8] = [
    [
        "Spokane Field Office",
        "920 West Garland Avenue, Room 691",
        "Spokane WA 99201-1010",
    ],
    [
        "Des Moines Field Office",
        "210 Larch Street, Suite 215",
        "Des Moines IA 50309-2106",
    ],
    [
        "Atlanta Field Office",
        "2150 Millbrook Drive",
        "Atlanta GA 30345-2813",
    ],
    [
        "Fresno Field Office",
        "744 P Street, Third Floor",
        "Fresno CA 93721-2706",
    ],
    [
        "Norfolk Field Office",
        "5678 East Harbor Road",
        "Norfolk VA 23513-2404",
    ],
    ["Omaha Field Office", "1717 Avenue H", "Omaha NE 68110-2752"],
    [
        "Hartford Field Office",
        "450 Center Street, First Floor",
        "Hartford CT 06103-3022",
    ],
    [
        "Pittsburgh Field Office",
        "800 Penn Terrace, Suite 101",
        "Pittsburgh PA 15222-3719",
    ],
];

/// Asylum offices.
const ASYLUM: [Office; 6] = [
    [
        "Arlington Asylum Office",
        "1525 Wilson Row, Suite 300",
        "Arlington VA 22209-2411",
    ],
    [
        "Los Angeles Asylum Office",
        "14101 Myford Lane",
        "Tustin CA 92780-7020",
    ],
    [
        "Miami Asylum Office",
        "1051 Brickell Place, Suite 500",
        "Miami FL 33131-4903",
    ],
    [
        "Newark Asylum Office",
        "1200 Wall Street West, Fourth Floor",
        "Lyndhurst NJ 07071-3680",
    ],
    [
        "Houston Asylum Office",
        "16630 Imperial Court, Suite 200",
        "Houston TX 77060-4009",
    ],
    [
        "New Orleans Asylum Office",
        "365 Canal Walk, Suite 2500",
        "New Orleans LA 70130-1112",
    ],
];

/// Draws a field office.
pub(super) fn field_office(rng: &mut Rng) -> Office {
    rng.pick(&FIELD)
}

/// Draws an asylum office.
pub(super) fn asylum_office(rng: &mut Rng) -> Office {
    rng.pick(&ASYLUM)
}

/// A telephone number.
pub(super) fn phone(rng: &mut Rng) -> String {
    let [area, line] = [rng.between(201, 989), rng.between(1000, 9999)];
    let exchange = rng.between(210, 989);
    match rng.below(3) {
        0 => format!("({area}) {exchange}-{line}"),
        1 => format!("{area}-{exchange}-{line}"),
        _ => format!("{area}.{exchange}.{line}"),
    }
}

/// Twelve digits that are nobody's account.
pub(super) fn twelve(rng: &mut Rng) -> String {
    rng.digits(12)
}

/// A sentence that talks of account numbers and gives none of the filer's. Only a page without any
/// label of the account (`gone`) can say that it shows none.
pub(super) fn talk(rng: &mut Rng, gone: bool) -> String {
    let example = rng.pick(&[
        "012345678901",
        "123456789012",
        "0000 1234 5678",
        "9999-0000-1111",
    ]);
    let known = format!(
        "A USCIS online account number has 12 digits (for example, {example}). It is not the same \
         as your A-Number or your receipt number."
    );
    match rng.below(if gone { 6 } else { 3 }) {
        0 => known,
        1 => {
            "Write your USCIS online account number, if you have one, on every form that you send \
              to us. You will find it in your profile after you sign in."
                .into()
        }
        2 => "If a person who helped you used his or her own online account to file, ask that \
              person for a copy of what was filed. We cannot give you the account number of \
              another person."
            .into(),
        3 => "We do not print online account numbers on this kind of notice. Please do not write \
              your receipt number where a form asks for an account number."
            .into(),
        4 => {
            "To create a USCIS online account, go to my.uscis.gov. You do not need an account for \
              us to decide your case."
                .into()
        }
        _ => {
            "If you have a USCIS online account, you may follow this case there. This notice does \
              not show the number of your account."
                .into()
        }
    }
}

/// A label and a number that belongs to a payment or a parcel.
pub(super) fn payment(rng: &mut Rng) -> (&'static str, String) {
    let label = rng.pick(&[
        "Payment tracking no.",
        "Pay.gov tracking ID",
        "Agency tracking ID",
        "Remittance control number",
        "Bank account debited",
        "Courier airbill",
        "Parcel tracking no.",
        "Cashier's validation",
    ]);
    let digits = twelve(rng);
    let text = if rng.chance(0.3) {
        grouped(&digits, 4, " ")
    } else {
        digits
    };
    (label, text)
}

/// A sum of dollars.
pub(super) fn dollars(rng: &mut Rng) -> String {
    rng.pick(&[
        "$410.00",
        "$465.00",
        "$535.00",
        "$640.00",
        "$725.00",
        "$1,140.00",
        "$1,225.00",
    ])
    .into()
}

/// A sentence with a number of somebody else; a careful reader leaves it alone.
pub(super) fn stranger(rng: &mut Rng, case: &Case) -> String {
    let other = Person::draw(rng);
    let digits = case::account(rng);
    let number = printed_account(rng, &digits);
    match rng.below(4) {
        0 => format!(
            "An earlier petition for the same person was filed by {} (a different petitioner, \
             USCIS online account {number}). That petition is closed and is not part of this case.",
            other.name()
        ),
        1 => format!(
            "Your payment was drawn on bank account {}. Ask your bank, not this office, about the \
             payment.",
            twelve(rng)
        ),
        2 => format!(
            "The interpreter on record, {}, signed in with interpreter account {number}, which has \
             nothing to do with your own account.",
            other.name()
        ),
        _ => format!(
            "Your mailing of {} arrived here under courier number {}.",
            case.received.long(),
            grouped(&twelve(rng), 4, " ")
        ),
    }
}

/// How one reaches the agency.
pub(super) fn contact(rng: &mut Rng) -> String {
    let local = phone(rng);
    match rng.below(4) {
        0 => "Questions? Call the USCIS Contact Center at 1-800-375-5283 (TTY 1-800-767-1833)."
            .into(),
        1 => format!("If you have questions, call 800-375-5283, or this office at {local}."),
        2 => format!(
            "This office does not take calls about single cases. Use uscis.gov/contactcenter, or \
             send a facsimile to {local}, extension {}.",
            rng.between(101, 989)
        ),
        _ => "Please have this notice at hand when you call the National Customer Service Center, \
              1-800-375-5283 (hearing impaired: 1-800-767-1833)."
            .into(),
    }
}

/// The title of a form as a sentence prints it: only the first letters capital.
pub(super) fn title_case(title: &str) -> String {
    let small = [
        "of", "or", "to", "for", "and", "the", "a", "an", "in", "by", "on", "from", "with",
    ];
    let words: Vec<String> = title
        .split(' ')
        .enumerate()
        .map(|(place, word)| {
            let lower = word.to_lowercase();
            if place > 0 && small.contains(&lower.as_str()) {
                return lower;
            }
            let mut up = true;
            lower
                .chars()
                .map(|sign| {
                    let print = if up { sign.to_ascii_uppercase() } else { sign };
                    up = sign == '-' || sign == '/';
                    print
                })
                .collect()
        })
        .collect();
    words.join(" ").replace("U.s.", "U.S.")
}

/// Microprint: words that run on for about `signs` letters.
pub(super) fn microprint(signs: usize) -> String {
    "U.S. CITIZENSHIP AND IMMIGRATION SERVICES * "
        .chars()
        .cycle()
        .take(signs)
        .collect()
}

/// What the filer is called.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Paragraphs that offices put under anything.
const GENERAL: [&str; 9] = [
    "The fee for a motion or an appeal (Form I-290B) is paid to the Department, not to this \
     office. We do not take cash. A check that a bank returns is presented a second time.",
    "Privacy: we use what you tell us to decide your case and may share it with other agencies \
     under 5 U.S.C. 552a(b). You need not give a Social Security number (it looks like \
     000-00-0000) unless a form asks for it.",
    "Persons with disabilities may ask for help at 1-800-375-5283 (TTY 1-800-767-1833) at least \
     ten days before a visit. There is no charge for it.",
    "Beware of persons who offer to \u{201c}find\u{201d} your online account for money. Our \
     letters never ask for a password, a gift card or a wire transfer.",
    "Mail with postage goes to: USCIS, P.O. Box 82521, Lincoln NE 68501-2521. Couriers may not \
     deliver to a box; for them the place is 850 S Street, Lincoln NE 68508-1225.",
    "If the facts have changed since you filed (a birth, a marriage, a divorce, a death, a new \
     address), write to us. Quote the receipt number in the first line of your letter.",
    "You may have an attorney or an accredited representative at your own cost. The representative \
     files Form G-28. The clerk at the desk cannot give legal advice.",
    "Processing times are shown at egov.uscis.gov. A case outside the normal time may be asked \
     about once in thirty days; asking more often does not make the case move.",
    "This office is closed on Federal holidays. The doors open at 7:00 a.m.; please do not come \
     more than fifteen minutes before your appointment, and leave cameras and food at home.",
];

/// Up to three general paragraphs, one after another.
pub(super) fn general(rng: &mut Rng) -> Vec<String> {
    let start = rng.below(GENERAL.len());
    (0..rng.below(4))
        .map(|step| GENERAL[(start + step) % GENERAL.len()].to_string())
        .collect()
}

/// Fills a page with general paragraphs, perhaps, but not below `limit`.
pub(super) fn fill(rng: &mut Rng, pen: &mut super::desk::Pen, limit: f32) {
    let wish = rng.below(6);
    let start = rng.below(GENERAL.len());
    for step in 0..wish {
        if pen.y + 72.0 > limit {
            return;
        }
        pen.para(GENERAL[(start + step) % GENERAL.len()]);
    }
}
