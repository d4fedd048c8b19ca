use super::*;

#[test]
fn the_shipped_example_is_a_mapping() {
    let text = include_str!("../../examples/columns-inszoom.txt");
    let mapping = Mapping::parse(text).unwrap();
    let headers: Vec<&str> = mapping.headers().collect();
    assert_eq!(
        headers[..3],
        ["Receipt Number", "Receipt Date", "Receipt Notice Date"]
    );
    assert_eq!(headers.len(), 11);
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    for (text, why) in [
        ("", "it has no columns"),
        ("# only a comment", "it has no columns"),
        ("a = path\nb", "line 2: write Header = column"),
        (
            "a = nothing",
            "line 1: there is no column nothing; there are row, path",
        ),
        (
            "a = received_date | tomorrow",
            "line 1: tomorrow is no form of a date",
        ),
        (
            "a = received_date | MM/YYYY",
            "line 1: MM/YYYY is no form of a date",
        ),
    ] {
        let error = Mapping::parse(text).unwrap_err();
        assert!(error.starts_with(why), "{error}");
    }
}

#[test]
fn days_take_a_form_and_the_rest_stays() {
    assert_eq!(in_form("2021-04-01", "MM/DD/YYYY"), "04/01/2021");
    assert_eq!(in_form("2021-04-01", "DD.MM.YYYY"), "01.04.2021");
    assert_eq!(in_form("April 1, 2021", "MM/DD/YYYY"), "April 1, 2021");
}
