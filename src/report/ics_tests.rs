use super::*;
use crate::model::mask;
use crate::report::sample::sample;

fn calendar(masked: bool) -> String {
    let (mut records, summary) = sample();
    if masked {
        records.iter_mut().for_each(mask::document);
    }
    let mut out = Vec::new();
    let mut reporter = IcsReporter::default();
    reporter.begin(&mut out).unwrap();
    for record in &records {
        reporter.document(&mut out, record).unwrap();
    }
    reporter.end(&mut out, &summary).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_calendar_has_the_deadlines() {
    let text = calendar(false).replace("\r\n ", "");
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines[0], "BEGIN:VCALENDAR");
    assert_eq!(lines[lines.len() - 2..], ["END:VCALENDAR", ""]);
    for line in [
        "DTSTART;VALUE=DATE:20210624",
        "DTEND;VALUE=DATE:20210625",
        "SUMMARY:Response due: DOE\\, JANE\\, I-485",
        "DTSTART:20210504T090000",
        "DURATION:PT1H",
        "DTSTAMP:20210401T000000Z",
    ] {
        assert!(lines.contains(&line), "{line} in {text}");
    }
    let uids: Vec<&&str> = lines
        .iter()
        .filter(|line| line.starts_with("UID:"))
        .collect();
    assert_eq!(uids.len(), 2, "{uids:?}");
    assert_ne!(uids[0], uids[1]);
    let masked = calendar(true);
    assert!(
        !masked.contains("JANE") && masked.contains("20210624"),
        "{masked}"
    );
}

#[test]
fn times_are_read_in_both_ways() {
    for (text, start) in [
        ("13:00", "130000"),
        ("01:00 PM", "130000"),
        ("9:05 am", "090500"),
    ] {
        let time = time_of(text).unwrap();
        assert_eq!(time.strftime("%H%M00").to_string(), start);
    }
    assert_eq!(time_of("soon"), None);
}

#[test]
fn long_lines_are_folded_between_characters() {
    let mut out = Vec::new();
    let text = format!("SUMMARY:{}", "é".repeat(100));
    line(&mut out, &text).unwrap();
    let written = String::from_utf8(out).unwrap();
    assert!(written.split("\r\n").all(|part| part.len() <= LINE));
    assert_eq!(written.replace("\r\n ", "").trim_end(), text);
}

#[test]
fn separators_are_escaped() {
    assert_eq!(text("DOE, JANE; a\\b\nc"), "DOE\\, JANE\\; a\\\\b\\nc");
}
