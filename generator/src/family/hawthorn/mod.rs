//! Designs of the family hawthorn: notices as different offices printed them over four decades.
mod approval;
mod bilingual;
mod carbon;
mod comb;
mod evidence;
mod ink;
mod letter;
mod lockbox;
mod margin;
mod memo;
mod oath;
mod overleaf;
mod roster;
mod welcome;
mod words;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "carbon",
        draw: carbon::carbon,
    },
    Design {
        name: "letter",
        draw: letter::letter,
    },
    Design {
        name: "welcome",
        draw: welcome::welcome,
    },
    Design {
        name: "comb",
        draw: comb::comb,
    },
    Design {
        name: "roster",
        draw: roster::roster,
    },
    Design {
        name: "lockbox",
        draw: lockbox::lockbox,
    },
    Design {
        name: "margin",
        draw: margin::margin,
    },
    Design {
        name: "evidence",
        draw: evidence::evidence,
    },
    Design {
        name: "memo",
        draw: memo::memo,
    },
    Design {
        name: "oath",
        draw: oath::oath,
    },
    Design {
        name: "bilingual",
        draw: bilingual::bilingual,
    },
    Design {
        name: "approval",
        draw: approval::approval,
    },
];
