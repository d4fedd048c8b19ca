//! Invented places, forms and stock sentences.
use crate::case::{self, Case, Person};
use crate::rng::Rng;

/// A field or asylum office: name, street, city line.
pub(super) type Office = (&'static str, &'static str, &'static str);

/// Field offices.
pub(super) const FIELD: &[Office] = &[
    (
        "Des Moines Field Office",
        "210 Walnut Street, Room 369",
        "Des Moines, IA 50309-2108",
    ),
    (
        "Philadelphia Field Office",
        "30 North 41st Street",
        "Philadelphia, PA 19104-4402",
    ),
    (
        "Fresno Field Office",
        "744 P Street, Suite 120",
        "Fresno, CA 93721-2914",
    ),
    (
        "Norfolk Field Office",
        "5678 East Virginia Beach Boulevard",
        "Norfolk, VA 23502-2410",
    ),
    (
        "Spokane Field Office",
        "920 West Riverside, Room 691",
        "Spokane, WA 99201-1010",
    ),
    (
        "Hartford Field Office",
        "450 Main Street, 1st Floor",
        "Hartford, CT 06103-3022",
    ),
    (
        "Albuquerque Field Office",
        "1720 Randolph Road SE",
        "Albuquerque, NM 87106-4256",
    ),
    (
        "Honolulu Field Office",
        "500 Ala Moana Blvd, Bldg 2",
        "Honolulu, HI 96813-4920",
    ),
];

/// Asylum offices and the letters of their receipts.
pub(super) const ASYLUM: &[(&str, Office)] = &[
    (
        "ZLA",
        (
            "Los Angeles Asylum Office",
            "14101 Myford Road",
            "Tustin, CA 92780-7017",
        ),
    ),
    (
        "ZAR",
        (
            "Arlington Asylum Office",
            "1525 Wilson Boulevard",
            "Arlington, VA 22209-2411",
        ),
    ),
    (
        "ZCH",
        (
            "Chicago Asylum Office",
            "181 West Madison Street",
            "Chicago, IL 60602-4553",
        ),
    ),
    (
        "ZNK",
        (
            "Newark Asylum Office",
            "1200 Wall Street West",
            "Lyndhurst, NJ 07071-3617",
        ),
    ),
    (
        "ZMI",
        (
            "Miami Asylum Office",
            "1099 SW 1st Avenue",
            "Miami, FL 33130-1000",
        ),
    ),
    (
        "ZSF",
        (
            "San Francisco Asylum Office",
            "75 Hawthorne Street",
            "San Francisco, CA 94105-3920",
        ),
    ),
    (
        "ZHN",
        (
            "Houston Asylum Office",
            "16630 Imperial Valley Drive",
            "Houston, TX 77060-3410",
        ),
    ),
    (
        "ZNO",
        (
            "New Orleans Asylum Office",
            "1250 Poydras Street",
            "New Orleans, LA 70113-1804",
        ),
    ),
];

/// Posts abroad: the letters of their case numbers and the name.
pub(super) const POSTS: &[(&str, &str)] = &[
    ("MNL", "MANILA"),
    ("GUZ", "GUANGZHOU"),
    ("CDJ", "CIUDAD JUAREZ"),
    ("BGT", "BOGOTA"),
    ("ACC", "ACCRA"),
    ("ISL", "ISLAMABAD"),
    ("NRB", "NAIROBI"),
    ("SDO", "SANTO DOMINGO"),
];

/// A case number of the National Visa Center in the given year.
pub(super) fn nvc_case(rng: &mut Rng, post: &str, year: i64) -> String {
    format!("{post}{year}{}{}", rng.between(500, 865), rng.digits(3))
}

/// A telephone number that nobody has.
pub(super) fn phone(rng: &mut Rng) -> String {
    format!("({}) 555-01{}", rng.between(201, 989), rng.digits(2))
}

/// An amount in dollars.
pub(super) fn dollars(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "$535.00",
        "$675.00",
        "$1,225.00",
        "$750.00",
        "$460.00",
        "$1,440.00",
        "$410.00",
    ])
}

/// A receipt number that begins with IOE: the case's own, or another.
pub(super) fn ioe(rng: &mut Rng, case: &Case) -> String {
    match case.receipt.starts_with("IOE") {
        true => case.receipt.clone(),
        false => case::receipt(rng, "IOE", case.received.year),
    }
}

/// A given name, with only a first letter for the family.
pub(super) fn officer(rng: &mut Rng) -> String {
    let person = Person::draw(rng);
    let word = rng.pick(&["Officer", "ISO", "Section Chief", "Supervisory ISO"]);
    format!(
        "{word} {}. {}",
        &person.given[..1],
        title_case(&person.family)
    )
}

/// `CHANDRA DE LA CRUZ` as `Chandra De La Cruz`.
pub(super) fn title_case(text: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for mark in text.chars() {
        let lower = mark.to_ascii_lowercase();
        out.push(if start { mark } else { lower });
        start = !mark.is_ascii_alphabetic();
    }
    out
}
