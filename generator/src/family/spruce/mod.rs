//! Designs of the family spruce: notices of the agency's less usual offices and systems.
mod asylum;
mod biometrics;
mod email;
mod evidence;
mod fee;
mod follow;
mod interview;
mod kit;
mod lockbox;
mod nvc;
mod oath;
mod portal;
mod reject;
mod stock;
use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "lockbox_slip",
        draw: lockbox::slip,
    },
    Design {
        name: "nvc_transfer",
        draw: nvc::transfer,
    },
    Design {
        name: "asylum_ack",
        draw: asylum::acknowledgment,
    },
    Design {
        name: "field_interview",
        draw: interview::call,
    },
    Design {
        name: "oath_ceremony",
        draw: oath::ceremony,
    },
    Design {
        name: "portal_print",
        draw: portal::printed,
    },
    Design {
        name: "immigrant_fee",
        draw: fee::receipt,
    },
    Design {
        name: "lockbox_rejection",
        draw: reject::rejection,
    },
    Design {
        name: "evidence_request",
        draw: evidence::request,
    },
    Design {
        name: "biometrics_ledger",
        draw: biometrics::notice,
    },
    Design {
        name: "email_print",
        draw: email::message,
    },
    Design {
        name: "follow_to_join",
        draw: follow::transmittal,
    },
];
