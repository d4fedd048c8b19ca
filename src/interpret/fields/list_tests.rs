use super::*;

fn name(text: &str, pixels: bool) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    notice_type(&words, pixels).map(|t| t.name)
}

#[test]
fn types_are_formed_of_their_words() {
    for (text, meant) in [
        ("Receipt Notice", "Receipt Notice"),
        (
            "REQUEST FOR APPLICANT TO APPEAR FOR INITIAL INTERVIEW",
            "Request for Applicant to Appear for Initial Interview",
        ),
        ("NOTICE OF INTENT TO DENY", "Notice of Intent to Deny"),
        ("ASC APPT NOTICE", "ASC Appt Notice"),
        ("Family Receipt Notice", "Family Receipt Notice"),
        ("RECEIPT", "Receipt"),
        ("Receipt Notice (Duplicate)", "Receipt Notice Duplicate"),
        ("AMENDED APPROVAL NOTICE", "Amended Approval Notice"),
        ("Statement of Receipt", "Statement of Receipt"),
        ("Transfer of Your Case", "Transfer of your Case"),
        ("Combined Receipt Notice", "Combined Receipt Notice"),
        (
            "Change of Address Confirmation",
            "Change of Address Confirmation",
        ),
    ] {
        assert_eq!(name(text, false).as_deref(), Some(meant));
    }
}

#[test]
fn other_titles_are_none() {
    for text in [
        "Notice of Action",
        "Receipt Number",
        "Case Type",
        "Notice Date",
        "Additional Information",
        "Application for Naturalization",
        "Received Date",
        "Notice ASC Appointment Notice",
        "Change of Address",
        "Withdrawal of Petition",
        "Notice to Applicant",
        "Notice of Appeal or Motion",
        "Notice of Intent to",
        "Notice of Intent",
        "Request for Applicant to Appear for",
        "Duplicate",
        "Notice of Action Duplicate",
        "Case Receipt",
    ] {
        assert_eq!(name(text, true), None, "{text}");
    }
}

#[test]
fn letters_are_put_right_in_print_read_from_pixels_only() {
    assert_eq!(
        name("Recelpt Notlce", true).as_deref(),
        Some("Receipt Notice")
    );
    assert_eq!(name("Recelpt Notlce", false), None);
    assert_eq!(name("Notice of Interviews", true), None);
}
