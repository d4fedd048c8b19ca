//! Which date a phrase announces.

use super::sheet::Token;
use super::vocabulary::on;
use super::words::{Words, foreign_words};

/// Which date a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateKind {
    /// Of the notice itself.
    Notice,
    /// When the filing was received.
    Received,
    /// Priority date.
    Priority,
    /// Date of birth.
    Birth,
    /// Where validity begins.
    ValidFrom,
    /// Where validity ends.
    ValidTo,
    /// By when an answer must be there.
    ResponseDue,
    /// Appointments, interviews, ceremonies.
    Appointment,
    /// Any other.
    Other,
}

/// Longer phrases with `on` alone are titles: `Application for Action on an Approved Petition`.
const SHORT_WITH_ON: usize = 5;

pub(super) fn date(words: &Words, has_number: bool) -> Option<DateKind> {
    let plain = words.has_any(&["date", "dates", "fecha", "dated"]);
    let of_day = words.has("day") && !plain;
    // `On (Tuesday):`.
    let weekday = |t: &Token| super::day::is_weekday(&t.norm);
    let days = words.tokens.iter().filter(|t| weekday(t)).count();
    if words.count() - days == 1 && words.has("on") {
        return words
            .tokens
            .iter()
            .any(|t| t.text.ends_with(':'))
            .then_some(DateKind::Appointment);
    }
    // `I-751 PETITION TO REMOVE CONDITIONS ON RESIDENCE` announces no day.
    let named = |t: &Token| t.is(on::DATE) && t.norm != "on";
    // Nor does `Filing on paper later`.
    let mut lettered = words.tokens.iter().filter(|t| !t.norm.is_empty());
    let ends = lettered
        .next_back()
        .is_some_and(|t| t.norm == "on" || weekday(t));
    let dates = words.tokens.iter().any(named) || ends && words.count() <= SHORT_WITH_ON;
    if words.is(on::DATE) && dates && !of_day && (!has_number || plain) {
        return Some(dated(words));
    }
    let weak = [
        "action",
        "last",
        "next",
        "decision",
        "transfer",
        "transferred",
        "approval",
        "approved",
        "end",
        "start",
        "entry",
        "revision",
        "marriage",
        "hire",
        "to",
        "signature",
        "edition",
        "biometrics",
        "effective",
    ];
    let telling = words
        .tokens
        .iter()
        .any(|t| t.is(on::OTHER_DATE) && !weak.contains(&t.norm.as_str()));
    // `Oath Ceremony` is the second line of a title; with a colon it is a label.
    let colon = words.tokens.iter().any(|t| t.text.ends_with(':'));
    let telling = telling && (colon || !words.has("ceremony"));
    if telling && words.count() <= 3 && !has_number && !words.is(on::FOREIGN) {
        return Some(other_date(words));
    }
    // `PLEASE APPEAR AT THIS TIME`.
    if words.has("appear") && words.has_any(&["time", "day"]) && words.count() <= 6 && !has_number {
        return Some(DateKind::Appointment);
    }
    let receipt_alone = words.only(on::CASE | on::LEAD);
    // `Received by USCIS` and `Filed with us` say who has it, and not by when.
    let agency = ["us", "uscis", "office", "agency", "dhs", "center"];
    let here = [
        "this", "the", "our", "on", "it", "was", "we", "case", "by", "with", "at", "in",
    ];
    let by_agency = |t: &Token| {
        t.norm.is_empty()
            || t.is(on::RECEIVED)
            || agency.contains(&t.norm.as_str())
            || here.contains(&t.norm.as_str())
    };
    let named = words.has_any(&agency) && words.has_any(&["by", "with", "at", "in"]);
    let verb = words.has_any(&RECEIVING) || words.has_any(&["filed", "lodged", "reached"]);
    if named && verb && words.count() <= 6 && words.tokens.iter().all(by_agency) && !has_number {
        return Some(DateKind::Received);
    }
    if words.has("by") && words.is(on::RECEIVED) && words.count() <= 6 {
        return Some(DateKind::ResponseDue);
    }
    let received = words.is(on::RECEIVED)
        && words.count() <= 2
        && !has_number
        && !receipt_alone
        && !words.has("notice");
    let small = on::RECEIVED | on::FUNCTION | on::CONNECTIVE | on::DATE;
    let known = |t: &Token| {
        // `Lo recibimos el`.
        t.norm.is_empty() || t.is(small) || matches!(t.norm.as_str(), "lo" | "el")
    };
    let said = words.is(on::RECEIVED)
        && words.tokens.iter().all(known)
        && words.count() <= 5
        && !has_number
        && !words.only(on::CASE | on::LEAD);
    // "Received at lockbox" is when, not where.
    let place = ["lockbox", "mail", "mailroom"];
    let placed = words
        .tokens
        .first()
        .is_some_and(|t| matches!(t.norm.as_str(), "received" | "arrived" | "receipted"))
        && words.count() <= 6
        && !has_number
        && words
            .tokens
            .iter()
            .filter(|t| t.is(on::FOREIGN))
            .all(|t| place.contains(&t.norm.as_str()));
    (received && !words.is(on::FOREIGN) || said && words.has_any(&RECEIVING) || placed)
        .then_some(DateKind::Received)
}

fn dated(words: &Words) -> DateKind {
    let fixed = [
        "priority",
        "birth",
        "dob",
        "valid",
        "interview",
        "appointment",
        "decision",
        "response",
        "due",
        "expiration",
        "expires",
        "reschedule",
        "respond",
        "reply",
        "payment",
        "ceremony",
        "examination",
        "action",
    ];
    let of_notice = words.is(on::ISSUED) && words.has("date") && !words.has_any(&fixed);
    if words.is(on::OTHER_DATE) && !of_notice {
        return other_date(words);
    }
    // A check or a card has dates of its own.
    let foreign = foreign_words(words, false);
    let own = |w: &String| matches!(w.as_str(), "print" | "printed" | "mail" | "document");
    // `Date we got your package`: what came is the filing.
    let came = words.is(on::RECEIVED) || words.has("got");
    let filing = |w: &String| w == "package" && words.has("your") && came;
    if !foreign.iter().all(|w| own(w) || filing(w)) {
        return DateKind::Other;
    }
    if came && (!words.has("notice") || words.has("received")) {
        return DateKind::Received;
    }
    let bare = words
        .tokens
        .iter()
        .all(|t| t.is(on::DATE) || matches!(t.norm.as_str(), "of" | "this" | "the" | "on" | ""));
    // `On (date):` is the day on which to come.
    let word = |t: &Token| matches!(t.norm.as_str(), "on" | "date" | "fecha" | "");
    if words.has("on") && words.count() == 2 && words.tokens.iter().all(word) {
        return DateKind::Appointment;
    }
    if words.is(on::ISSUED) || bare {
        DateKind::Notice
    } else {
        DateKind::Other
    }
}

fn other_date(words: &Words) -> DateKind {
    let kinds: [(&[&str], DateKind); 6] = [
        (&["birth", "born", "dob", "nacimiento"], DateKind::Birth),
        (&["priority", "prioridad"], DateKind::Priority),
        (
            &["response", "respond", "reply", "due", "deadline"],
            DateKind::ResponseDue,
        ),
        (
            &[
                "appointment",
                "appearance",
                "interview",
                "hearing",
                "biometrics",
                "oath",
                "ceremony",
                "cita",
                "examination",
            ],
            DateKind::Appointment,
        ),
        (
            &[
                "until",
                "through",
                "expiration",
                "expires",
                "expiry",
                "expire",
                "vence",
            ],
            DateKind::ValidTo,
        ),
        (&["from"], DateKind::ValidFrom),
    ];
    let found = kinds
        .iter()
        .find(|(list, _)| words.has_any(list))
        .map(|(_, kind)| *kind);
    found.unwrap_or(if words.has("to") {
        DateKind::ValidTo
    } else {
        DateKind::Other
    })
}

/// Verbs of receiving; the others of the list are nouns too.
const RECEIVING: [&str; 8] = [
    "received",
    "rcvd",
    "recvd",
    "recd",
    "recibimos",
    "recibido",
    "recibida",
    "receipted",
];
