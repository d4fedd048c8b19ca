//! Designs of the family `hazel`: notices as different offices and systems would print them.
use crate::family::Design;

mod allegiance;
mod fingerprint;
mod forward;
mod haven;
mod keycard;
mod kit;
mod lockbox;
mod matter;
mod missive;
mod quadrille;
mod sendback;
mod sitdown;
mod stubby;
mod validity;
mod world;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "quadrille",
        draw: quadrille::draw,
    },
    Design {
        name: "lockbox",
        draw: lockbox::draw,
    },
    Design {
        name: "fingerprint",
        draw: fingerprint::draw,
    },
    Design {
        name: "sitdown",
        draw: sitdown::draw,
    },
    Design {
        name: "haven",
        draw: haven::draw,
    },
    Design {
        name: "missive",
        draw: missive::draw,
    },
    Design {
        name: "keycard",
        draw: keycard::draw,
    },
    Design {
        name: "stubby",
        draw: stubby::draw,
    },
    Design {
        name: "validity",
        draw: validity::draw,
    },
    Design {
        name: "sendback",
        draw: sendback::draw,
    },
    Design {
        name: "forward",
        draw: forward::draw,
    },
    Design {
        name: "allegiance",
        draw: allegiance::draw,
    },
];
