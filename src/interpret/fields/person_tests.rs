//! Persons where no role stands beside the name, and names whose parts stand apart.

use crate::interpret::understand;
use crate::model::record::FieldKind;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::sample::page;

type Row<'a> = (f32, f32, &'a str);

fn read(rows: &[Row<'_>], kind: FieldKind) -> Option<(String, bool)> {
    let (_, fields) = understand(&page(rows, TextSource::TextLayer));
    let first = fields.readings.into_iter().find(|r| r.kind == kind)?;
    Some((first.value, first.verdict == Verdict::Accepted))
}

/// A page about a form, with an address of these lines.
fn addressed<'a>(form: &'a str, kind: &'a str, lines: &[&'a str]) -> Vec<Row<'a>> {
    let mut rows = vec![
        (40.0, 40.0, "Form I-797C, Notice of Action"),
        (40.0, 80.0, form),
        (40.0, 100.0, kind),
    ];
    let lines = lines.iter().enumerate();
    rows.extend(lines.map(|(at, line)| (60.0, 200.0 + 10.0 * at as f32, *line)));
    rows
}

const APPOINTMENT: &str = "Notice Type: ASC Appointment Notice";
const RECEIPT: &str = "Notice Type: Receipt Notice";
const HOME: [&str; 3] = ["JANE ANN DOE", "10 ELM ST APT 4", "UTICA NY 13501"];

#[test]
fn the_one_who_is_called_by_an_appointment_is_the_applicant() {
    let rows = addressed("Case Type: I-765", APPOINTMENT, &HOME);
    let name = Some(("JANE ANN DOE".to_owned(), true));
    assert_eq!(read(&rows, FieldKind::Applicant), name);
    // The mail may be kept by a firm; a firm without `c/o` is that of an attorney.
    let kept = [
        "JANE ANN DOE",
        "c/o ROE & ROE LLP",
        "10 ELM ST",
        "UTICA NY 13501",
    ];
    let rows = addressed("Case Type: I-765", APPOINTMENT, &kept);
    assert_eq!(read(&rows, FieldKind::Applicant), name);
    let firm = [
        "JANE ANN DOE",
        "DOE & ROE LLP",
        "10 ELM ST",
        "UTICA NY 13501",
    ];
    let rows = addressed("Case Type: I-765", APPOINTMENT, &firm);
    assert_eq!(read(&rows, FieldKind::Applicant), None);
}

#[test]
fn an_address_alone_is_no_person_and_a_second_witness_makes_it_one() {
    let rows = addressed("Case Type: I-130", RECEIPT, &HOME);
    assert_eq!(read(&rows, FieldKind::Petitioner), None);
    assert_eq!(read(&rows, FieldKind::Applicant), None);
    let name = Some(("JANE ANN DOE".to_owned(), true));
    assert_eq!(read(&rows, FieldKind::Addressee), name);
    for witness in [
        "Dear Jane Ann Doe:",
        "Dear Ms. Doe:",
        "PETITIONER COPY",
        "DOE, JANE ANN",
    ] {
        let mut told = rows.clone();
        told.push((40.0, 260.0, witness));
        assert_eq!(read(&told, FieldKind::Petitioner), name, "{witness}");
    }
    for other in ["Dear Sir or Madam:", "Dear Mr. Roe:", "APPLICANT COPY"] {
        let mut told = rows.clone();
        told.push((40.0, 260.0, other));
        assert_eq!(read(&told, FieldKind::Petitioner), None, "{other}");
    }
    // Some forms are filed by applicants and petitioners alike.
    let either = addressed("Case Type: I-360", APPOINTMENT, &HOME);
    assert_eq!(read(&either, FieldKind::Applicant), None);
    // An attorney's copy is addressed to the attorney.
    let mut copy = addressed("Case Type: I-765", APPOINTMENT, &HOME);
    copy.push((40.0, 300.0, "ATTORNEY COPY"));
    assert_eq!(read(&copy, FieldKind::Applicant), None);
}

#[test]
fn a_name_under_or_behind_an_a_number_is_that_of_the_label() {
    let rows = [
        (40.0, 100.0, "Petitioner"),
        (40.0, 109.0, "A81-386-379"),
        (40.0, 118.0, "OKONKWO, UMAR"),
        (40.0, 130.0, "Beneficiary"),
        (40.0, 139.0, "A036-832-235"),
        (40.0, 148.0, "MWANGI, LUCIEN"),
        (300.0, 100.0, "Notice Date"),
        (300.0, 109.0, "01/28/2023"),
        (40.0, 400.0, "NAME MWANGI, LUCIEN"),
    ];
    let of = |name: &str| Some((name.to_owned(), true));
    assert_eq!(read(&rows, FieldKind::Petitioner), of("OKONKWO, UMAR"));
    assert_eq!(read(&rows, FieldKind::Beneficiary), of("MWANGI, LUCIEN"));
    // The name over a role is that of the cell above.
    assert_eq!(read(&rows[..5], FieldKind::Beneficiary), None);
    let row = [
        (40.0, 100.0, "Beneficiary"),
        (110.0, 100.0, "A180 230 875"),
        (190.0, 100.0, "UGARTE, WEI"),
    ];
    assert_eq!(read(&row, FieldKind::Beneficiary), of("UGARTE, WEI"));
}

#[test]
fn the_form_tells_the_role_of_the_one_who_filed() {
    for label in ["Filed by", "Applicant/Petitioner", "Requestor"] {
        let row = format!("{label}: ACME TOOLS INC");
        let rows = [
            (40.0, 80.0, "Case Type: I-140"),
            (40.0, 100.0, row.as_str()),
        ];
        let name = Some(("ACME TOOLS INC".to_owned(), true));
        assert_eq!(read(&rows, FieldKind::Petitioner), name, "{label}");
        assert_eq!(read(&rows, FieldKind::Applicant), None, "{label}");
    }
}

#[test]
fn family_and_given_names_may_have_columns_of_their_own() {
    let rows = [
        (40.0, 100.0, "No."),
        (80.0, 100.0, "Family name"),
        (200.0, 100.0, "Given name"),
        (320.0, 100.0, "A-Number"),
        (440.0, 100.0, "Relation"),
        (40.0, 112.0, "1"),
        (80.0, 112.0, "OKONKWO"),
        (200.0, 112.0, "ABEBE"),
        (320.0, 112.0, "A054 413 064"),
        (440.0, 112.0, "Beneficiary"),
        (40.0, 124.0, "2"),
        (80.0, 124.0, "OKONKWO"),
        (200.0, 124.0, "ELENA"),
        (320.0, 124.0, "A252 397 898"),
        (440.0, 124.0, "Spouse"),
    ];
    let name = Some(("OKONKWO, ABEBE".to_owned(), true));
    assert_eq!(read(&rows, FieldKind::Beneficiary), name);
}

#[test]
fn no_word_of_a_company_is_cut_off() {
    for company in [
        "NORTHFIELD COMMUNITY HOSPITAL",
        "FIRST BAPTIST CHURCH OF DALLAS",
        "UNIVERSITY OF NORTH TEXAS",
        "LAKESIDE FAMILY SERVICES LLC",
    ] {
        let row = format!("Petitioner: {company}");
        let rows = [(40.0, 100.0, row.as_str())];
        let name = Some((company.to_owned(), true));
        assert_eq!(read(&rows, FieldKind::Petitioner), name);
    }
    // An office of the agency is no petitioner.
    let rows = [
        (40.0, 100.0, "Petitioner"),
        (40.0, 110.0, "Nebraska Service Center"),
    ];
    assert_eq!(read(&rows, FieldKind::Petitioner), None);
}

#[test]
fn a_place_is_no_person() {
    let rows = [(60.0, 200.0, "TAMPA FL 33675"), (60.0, 212.0, "Applicants")];
    assert_eq!(read(&rows, FieldKind::Applicant), None);
}

#[test]
fn received_by_the_agency_is_the_day_of_receipt() {
    for label in ["Received by USCIS", "Received by us", "Filed with us"] {
        let row = format!("{label}: 04/01/2021");
        let rows = [(40.0, 100.0, row.as_str())];
        let day = Some(("2021-04-01".to_owned(), true));
        assert_eq!(read(&rows, FieldKind::ReceivedDate), day, "{label}");
        assert_eq!(read(&rows, FieldKind::ResponseDue), None, "{label}");
    }
    let rows = [(40.0, 100.0, "Must be received by: 04/01/2021")];
    assert_eq!(read(&rows, FieldKind::ReceivedDate), None);
}

#[test]
fn the_place_of_an_appointment_ends_with_its_city() {
    let rows = [
        (40.0, 100.0, "APPLICATION SUPPORT CENTER"),
        (300.0, 100.0, "DATE AND TIME OF APPOINTMENT"),
        (40.0, 112.0, "USCIS TUCSON AZ 85765"),
        (300.0, 112.0, "01/09/2019 9:00AM"),
        (40.0, 122.0, "458 FEDERAL PLAZA"),
        (40.0, 132.0, "TUCSON AZ 85765"),
        (
            40.0,
            146.0,
            "You must appear at the place and time shown below, and bring this notice.",
        ),
    ];
    let place = "USCIS TUCSON AZ 85765, 458 FEDERAL PLAZA, TUCSON AZ 85765";
    let read = read(&rows, FieldKind::AppointmentPlace);
    assert_eq!(read, Some((place.to_owned(), true)));
}

#[test]
fn an_a_number_behind_the_label_leaves_the_name_under_it() {
    let rows = [
        (40.0, 80.0, "Receipt Number:"),
        (40.0, 89.0, "IOE0912345678"),
        (300.0, 80.0, "Applicant: A211 211 988"),
        (300.0, 89.0, "RAJAGOPALAN, HANA"),
    ];
    let name = Some(("RAJAGOPALAN, HANA".to_owned(), true));
    assert_eq!(read(&rows, FieldKind::Applicant), name);
}

#[test]
fn the_office_is_the_one_that_wrote_and_not_the_one_to_go_to() {
    let rows = [
        (40.0, 60.0, "Interview Notice"),
        (300.0, 100.0, "Date and Time of Appointment"),
        (300.0, 109.0, "05/28/2019 11:15AM"),
        (40.0, 100.0, "You are hereby notified to appear at"),
        (40.0, 109.0, "USCIS HARTFORD CT 06160 FIELD OFFICE"),
        (40.0, 118.0, "967 FEDERAL PLAZA"),
        (40.0, 127.0, "HARTFORD CT 06160"),
        (40.0, 700.0, "Texas Service Center"),
    ];
    let place = "USCIS HARTFORD CT 06160 FIELD OFFICE, 967 FEDERAL PLAZA, HARTFORD CT 06160";
    let of = |value: &str| Some((value.to_owned(), true));
    assert_eq!(read(&rows, FieldKind::AppointmentPlace), of(place));
    assert_eq!(read(&rows, FieldKind::Office), of("Texas Service Center"));
}
