//! Designs of the family ash: field offices and asylum offices, by careful writers.
use crate::family::Design;

mod access;
mod approval;
mod asylum;
mod bilingual;
mod desk;
mod dotmatrix;
mod evidence;
mod interview;
mod memo;
mod oath;
mod rejection;
mod ruled;
mod schedule;
mod words;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "asylum_acknowledgment",
        draw: asylum::acknowledgment,
    },
    Design {
        name: "memorandum",
        draw: memo::memorandum,
    },
    Design {
        name: "line_printer",
        draw: dotmatrix::line_printer,
    },
    Design {
        name: "combs",
        draw: ruled::combs,
    },
    Design {
        name: "interview_letter",
        draw: interview::letter,
    },
    Design {
        name: "oath_captions",
        draw: oath::ceremony_call,
    },
    Design {
        name: "rejection_table",
        draw: rejection::four_columns,
    },
    Design {
        name: "account_letter",
        draw: access::account_letter,
    },
    Design {
        name: "evidence_panel",
        draw: evidence::side_panel,
    },
    Design {
        name: "two_languages",
        draw: bilingual::two_languages,
    },
    Design {
        name: "family_schedule",
        draw: schedule::family_schedule,
    },
    Design {
        name: "numbers_panel",
        draw: approval::numbers_panel,
    },
];
