//! The one script of the page: its modules behind one another.
//!
//! Each file is a module of JavaScript, so that it can be checked and tested alone. In the page
//! they share one scope: imports are dropped, and what is exported is simply there.

use std::sync::LazyLock;

/// The modules, each behind what it imports.
const MODULES: [&str; 13] = [
    include_str!("tables.js"),
    include_str!("words.js"),
    include_str!("typed.js"),
    include_str!("model.js"),
    include_str!("decisions.js"),
    include_str!("keep.js"),
    include_str!("draw.js"),
    include_str!("charts.js"),
    include_str!("desk.js"),
    include_str!("whole.js"),
    include_str!("row.js"),
    include_str!("card.js"),
    include_str!("review_page.js"),
];

/// The script.
pub(super) static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let modules = MODULES.map(joined);
    format!("'use strict';\n{}", modules.concat())
});

/// A module as part of one script.
fn joined(module: &str) -> String {
    let kept = module.lines().filter(|line| !line.starts_with("import "));
    let bare = kept.map(|line| line.strip_prefix("export ").unwrap_or(line));
    bare.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_modules_is_left() {
        for line in SCRIPT.lines() {
            assert!(!line.starts_with("import ") && !line.starts_with("export "));
        }
        assert!(!SCRIPT.contains("} from '"));
    }

    /// In one scope the later of two functions of a name would silently replace the earlier.
    #[test]
    fn no_two_modules_share_a_name() {
        let mut seen = std::collections::HashSet::new();
        for line in SCRIPT.lines() {
            let bare = line.strip_prefix("async ").unwrap_or(line);
            let declared = ["function ", "const ", "let ", "class "];
            let Some(rest) = declared.iter().find_map(|word| bare.strip_prefix(word)) else {
                continue;
            };
            let name = rest
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next();
            assert!(seen.insert(name), "{line}");
        }
    }
}
