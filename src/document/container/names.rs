//! Names of parts: a relative path of plain components, each only once in its container.

use std::collections::HashSet;

use super::{MOST_PARTS, Part};

/// Bytes of the longest name.
const LONGEST: usize = 1_024;

/// Makes the names of parts harmless and unique, and drops parts beyond the most that are looked
/// at.
pub(super) fn settle(parts: &mut Vec<Part>) {
    // One more than are looked at shows that there were too many.
    parts.truncate(MOST_PARTS + 1);
    let mut used = HashSet::new();
    for (index, part) in parts.iter_mut().enumerate() {
        let mut name = plain(&part.name);
        if name.is_empty() {
            name = format!("part-{}", index + 1);
        }
        while !used.insert(name.clone()) {
            name = format!("{name} ({})", index + 1);
        }
        part.name = name;
    }
}

/// A name without what leads out of a folder or to a drive.
fn plain(name: &str) -> String {
    let is_plain = |part: &&str| !matches!(*part, "" | "." | "..") && !part.ends_with(':');
    let parts: Vec<&str> = name.split(['/', '\\', '\0']).filter(is_plain).collect();
    let name = parts.join("/");
    let end = name.floor_char_boundary(LONGEST);
    name.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;

    #[test]
    fn names_lead_nowhere_and_are_unique() {
        let names = [
            "a.pdf",
            "../../etc/a.pdf",
            "C:\\x\\a.pdf",
            "/a.pdf",
            "..",
            "a.pdf",
        ];
        let mut parts = names.map(|name| Part::new(name, Place::Entry(0))).to_vec();
        settle(&mut parts);
        let names: Vec<&str> = parts.iter().map(|part| &*part.name).collect();
        assert_eq!(
            names,
            [
                "a.pdf",
                "etc/a.pdf",
                "x/a.pdf",
                "a.pdf (4)",
                "part-5",
                "a.pdf (6)"
            ]
        );
    }
}
