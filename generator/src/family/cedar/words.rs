//! The wording of labels and prose.
use crate::case::Case;
use crate::rng::Rng;

/// What the one who filed is called.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "petitioner"
    } else {
        "applicant"
    }
}

/// The same with a capital.
pub(super) fn role_capital(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// A long label for the filer's own account number.
pub(super) fn account_long(rng: &mut Rng, case: &Case) -> String {
    let low = role(case);
    let cap = role_capital(case);
    let all = [
        "Your USCIS online account number".to_string(),
        "Your own 12-digit USCIS online account number".to_string(),
        "Number of your USCIS online account".to_string(),
        "Your online account number with USCIS".to_string(),
        format!("USCIS online account number (yours, as the {low})"),
        format!("{cap}\u{2019}s USCIS online account no."),
        format!("USCIS online account ID of the {low}"),
        "Account number of your my.uscis.gov profile".to_string(),
        "The account number we gave you when you signed up at my.uscis.gov".to_string(),
        "USCIS online account number of the person who filed".to_string(),
        "Your online account (copy this number onto your next form)".to_string(),
        format!("Online account number \u{2013} {low}"),
        "Your USCIS ELIS account number".to_string(),
        "USCIS online account number (if any) of the person who filed".to_string(),
        "My USCIS: number of your account".to_string(),
        format!("{cap}: USCIS online account no. (principal account)"),
        "Sign-in account with USCIS, your 12-digit number".to_string(),
        format!("USCIS Online Acct. No. ({cap})"),
    ];
    let i = rng.below(all.len());
    all[i].clone()
}

/// A short label for the filer's own account number.
pub(super) fn account_short(rng: &mut Rng, case: &Case) -> String {
    let cap = role_capital(case);
    let all = [
        "Your online account no.".to_string(),
        "USCIS Online Account Number".to_string(),
        "Your USCIS account number".to_string(),
        "Online Account Number".to_string(),
        "USCIS online acct. #".to_string(),
        "Your USCIS account #".to_string(),
        format!("{cap}\u{2019}s online account no."),
        "Online Account ID".to_string(),
        "Your USCIS online account".to_string(),
        "USCIS Online Account No. (if any)".to_string(),
        format!("Online acct. no. ({})", role(case)),
        "Your USCIS ELIS no.".to_string(),
        "My USCIS account no.".to_string(),
        "OAN (USCIS online account)".to_string(),
    ];
    let i = rng.below(all.len());
    all[i].clone()
}

/// A sentence that gives the filer's own account number.
pub(super) fn account_sentence(rng: &mut Rng, case: &Case, number: &str) -> String {
    let all = [
        format!("Your USCIS online account number is *{number}."),
        format!("This case is in your USCIS online account, account number *{number}."),
        format!(
            "You have your own USCIS online account. Its number is *{number}, and it stays the \
             same for every form you file."
        ),
        format!(
            "When a form asks for your USCIS online account number, please write *{number} in \
             that space."
        ),
        format!(
            "As the {}, you hold the USCIS online account with the number *{number}; you can \
             follow this case there.",
            role(case)
        ),
        format!(
            "Yes. We opened one for you when we received the form. The number of your online \
             account is *{number}."
        ),
    ];
    let i = rng.below(all.len());
    all[i].clone()
}

/// A label for the receipt number.
pub(super) fn receipt(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Your receipt number",
        "Receipt number for this case",
        "Receipt number",
        "Case receipt no.",
        "Receipt Number",
        "Receipt # (use it to check your status)",
        "Your case (receipt) number",
        "Case ID (receipt number)",
        "Receipt No.",
    ])
}

/// A label for the A-Number of the one whom the case is about.
pub(super) fn a_number(rng: &mut Rng, case: &Case) -> &'static str {
    if case.is_petition {
        return rng.pick(&[
            "Beneficiary\u{2019}s A-Number",
            "A-Number (beneficiary)",
            "Alien Registration Number of the beneficiary",
            "A-Number of the person you filed for",
            "USCIS A# (beneficiary)",
        ]);
    }
    rng.pick(&[
        "Your A-Number",
        "Alien Registration Number (A-Number)",
        "A-Number on our file",
        "Your Alien Number",
        "USCIS A#",
        "Your A-File number",
        "Alien Reg. No.",
    ])
}

/// A label for the date of the notice.
pub(super) fn noticed(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Date of this notice",
        "Notice date",
        "Notice Date",
        "Date of this letter",
        "We sent this notice on",
        "Notice issued on",
    ])
}

/// A label for the date of receipt.
pub(super) fn received(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "We received your form on",
        "Received date",
        "Date we received it",
        "Received Date",
        "Receipt date",
        "Date received",
    ])
}

/// Questions and answers without any number in them.
pub(super) const ADVICE: &[(&str, &str)] = &[
    (
        "What happens next?",
        "An officer will review your case. You do not need to do anything now. If we need \
         something from you, we will write to you at the address above.",
    ),
    (
        "How long will it take?",
        "Times differ from office to office. You can see the current processing times at \
         uscis.gov/processingtimes. Please do not ask about your case before that time has passed.",
    ),
    (
        "What if I move?",
        "Tell us within 10 days. You can change your address online at uscis.gov/addresschange. \
         The post office does not forward our mail.",
    ),
    (
        "Is something on this page wrong?",
        "Please call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833) and have this \
         page with you. We will send you a corrected notice.",
    ),
    (
        "Does this letter give me any status?",
        "No. This letter tells you where your case stands. It does not grant any immigration \
         status or benefit, and it is not proof that you may work or travel.",
    ),
    (
        "Who can help me?",
        "Only an attorney or an accredited representative may give you legal advice. Beware of \
         people who promise faster results for money.",
    ),
    (
        "What should I keep?",
        "Keep this page and a copy of everything you sent to us. Bring the original with you if \
         we ask you to come to an office.",
    ),
    (
        "Can I see my case online?",
        "Yes. Go to egov.uscis.gov and type the receipt number without dashes. You do not have to \
         sign in for that.",
    ),
];

/// Passages that speak of account numbers without giving the reader's own; the first two
/// belong only on pages that have no place for the number.
pub(super) const TALK: &[(&str, &str)] = &[
    (
        "Do I need an online account number?",
        "If you have a USCIS online account, its number is in your profile under Account \
         Information. We do not print it on this notice.",
    ),
    (
        "Where do I find my account number?",
        "We send the USCIS online account number in a separate letter, the Account Access Notice. \
         Please look for it at the top of that letter.",
    ),
    (
        "What does an account number look like?",
        "A USCIS online account number has 12 digits (for example, 012345678901). It is not your \
         A-Number and not your receipt number.",
    ),
    (
        "Should I send my account number?",
        "Never send your USCIS online account number by e-mail. A made-up number such as \
         1234-5678-9012 on a form will delay your case.",
    ),
];

/// Offices with a telephone line, ZIP codes included.
pub(super) const OFFICES: &[[&str; 3]] = &[
    [
        "Nebraska Service Center",
        "P.O. Box 82521",
        "Lincoln NE 68501-2521",
    ],
    [
        "California Service Center",
        "P.O. Box 30111",
        "Laguna Niguel CA 92607-0111",
    ],
    [
        "Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ],
    [
        "Texas Service Center",
        "6046 N Belt Line Rd, Suite 172",
        "Irving TX 75038-0001",
    ],
    [
        "National Benefits Center",
        "P.O. Box 648003",
        "Lee\u{2019}s Summit MO 64064-8003",
    ],
    [
        "Potomac Service Center",
        "2200 Potomac Center Drive",
        "Arlington VA 20598-2200",
    ],
    [
        "Philadelphia Field Office",
        "30 North 41st Street",
        "Philadelphia PA 19104-2345",
    ],
];

/// Passages for the second page of a letter.
pub(super) const MORE: &[(&str, &str)] = &[
    (
        "May I travel while you decide?",
        "Ask before you leave. If you go abroad without an advance parole paper we may have to \
         treat your form as given up.",
    ),
    (
        "May I work while you decide?",
        "Only if you hold a work permit or a status that allows it. This letter does not allow it.",
    ),
    (
        "How do I write to you?",
        "Put your receipt number at the top of your letter. Write one letter for each case. We \
         cannot answer questions about more than one case in one letter.",
    ),
    (
        "How do I name a lawyer?",
        "Your lawyer or accredited representative sends us Form G-28, signed by both of you. From \
         then on we send copies of our letters to that person too.",
    ),
    (
        "What if I want to stop?",
        "Write to us that you withdraw the form, sign the letter and send it to the office below. \
         We do not pay back fees.",
    ),
    (
        "What if I lose this letter?",
        "You can ask for another copy at uscis.gov/e-request. You will need your receipt number, \
         the form number and your date of birth.",
    ),
    (
        "How do I spot a fraud?",
        "We never ask for money by telephone, by gift card or by wire. If somebody does so in our \
         name, hang up and tell us at uscis.gov/avoid-scams.",
    ),
];

/// Passages for good news.
pub(super) const GOOD: &[(&str, &str)] = &[
    (
        "Do I have to do anything now?",
        "No. If your approval leads to a card, we will mail the card by itself in the next weeks.",
    ),
    (
        "Is this notice enough to enter the United States?",
        "No. You may also need a visa. A consulate decides about visas, and an officer at the \
         border decides who may enter.",
    ),
    (
        "Can you take the approval back?",
        "Yes, if the facts change or were not as stated. We would write to you first.",
    ),
    (
        "What if my address changes?",
        "Tell us within 10 days at uscis.gov/addresschange. Cards that come back to us are \
         destroyed after 60 days.",
    ),
    (
        "Where do I find my online account number?",
        "Sign in at my.uscis.gov and open Account Information. The number there has 12 digits; it \
         is not the number on your card.",
    ),
];
