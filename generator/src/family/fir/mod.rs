//! Designs of the family fir: a service center's mail room and a vendor that prints from data.
mod approval;
mod back;
mod card;
mod copies;
mod letters;
mod lockbox;
mod panel;
mod returns;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "keyed_panel",
        draw: panel::keyed_panel,
    },
    Design {
        name: "seal_mailer",
        draw: panel::seal_mailer,
    },
    Design {
        name: "lockbox_return",
        draw: lockbox::lockbox_return,
    },
    Design {
        name: "fee_statement",
        draw: lockbox::fee_statement,
    },
    Design {
        name: "two_copies",
        draw: copies::two_copies,
    },
    Design {
        name: "household_table",
        draw: copies::household_table,
    },
    Design {
        name: "rfe_return_sheet",
        draw: returns::rfe_return_sheet,
    },
    Design {
        name: "remailed",
        draw: returns::remailed,
    },
    Design {
        name: "appointment_card",
        draw: card::appointment_card,
    },
    Design {
        name: "side_column_approval",
        draw: approval::side_column_approval,
    },
    Design {
        name: "line_printer_transfer",
        draw: letters::line_printer_transfer,
    },
    Design {
        name: "questions",
        draw: letters::questions,
    },
    Design {
        name: "footnoted_decision",
        draw: letters::footnoted_decision,
    },
];
