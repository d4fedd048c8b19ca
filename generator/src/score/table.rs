//! The marks of many files in tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::answer::Truth;
use super::share::share;
use super::{KINDS, KindMarks, Marks, fields};

/// Names of parts are cut after so many characters.
const WIDEST_NAME: usize = 28;

/// What files are sorted by in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// What happened to the paper.
    Damage,
    /// The layouts in the file; a file counts for each of its layouts.
    Layout,
    /// The author's family, or the set.
    Family,
    /// Files with their own text against scans.
    Origin,
}

impl By {
    /// The way of sorting of this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "damage" => Some(By::Damage),
            "layout" => Some(By::Layout),
            "family" => Some(By::Family),
            "origin" => Some(By::Origin),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            By::Damage => "damage",
            By::Layout => "layout",
            By::Family => "family",
            By::Origin => "origin",
        }
    }

    fn parts(self, truth: &Truth) -> BTreeSet<&str> {
        let damage = truth.damage.split('/').next().unwrap_or_default();
        match self {
            By::Damage => BTreeSet::from([damage]),
            By::Layout => truth.layouts.iter().map(String::as_str).collect(),
            By::Family => BTreeSet::from([truth.split.as_str()]),
            By::Origin if damage == "native" => BTreeSet::from(["native"]),
            By::Origin => BTreeSet::from(["scans"]),
        }
    }
}

/// The marks of many files, by part and together.
#[derive(Debug, Clone)]
pub struct Table {
    by: By,
    all: Marks,
    parts: BTreeMap<String, Marks>,
}

impl Table {
    /// An empty table.
    pub fn new(by: By) -> Self {
        Self {
            by,
            all: Marks::default(),
            parts: BTreeMap::new(),
        }
    }

    /// Adds a file.
    pub fn add(&mut self, truth: &Truth, marks: &Marks) {
        self.all.add(marks);
        for part in self.by.parts(truth) {
            self.parts.entry(part.to_owned()).or_default().add(marks);
        }
    }

    /// All files together.
    pub fn all(&self) -> &Marks {
        &self.all
    }

    /// The marks of one part.
    pub fn part(&self, name: &str) -> Option<&Marks> {
        self.parts.get(name)
    }

    /// The table in fixed columns, all files first.
    pub fn text(&self) -> String {
        let names = self.parts.keys().map(|name| name.chars().count());
        let width = names.chain([6]).max().unwrap_or(6).min(WIDEST_NAME);
        let mut text = heading(self.by.name(), width) + &row("ALL", &self.all, width);
        self.parts
            .iter()
            .for_each(|(name, marks)| text += &row(name, marks, width));
        text
    }

    /// The heading of the table and its row of all files.
    pub fn totals(&self) -> String {
        heading("", 3) + &row("ALL", &self.all, 3)
    }

    /// The fields of all files.
    pub fn fields(&self) -> String {
        fields::text_of(&self.all.fields)
    }
}

/// Several tables of the same files side by side: for each part and each table the numbers
/// accepted rightly of those that are there, the numbers accepted wrongly, and those held.
pub fn beside(tables: &[(&str, Table)]) -> String {
    let Some((_, first)) = tables.first() else {
        return String::new();
    };
    let mut text = format!("{:WIDEST_NAME$}", "");
    for (name, _) in tables {
        let _ = write!(text, " | {name:>16} wrong review"); // a String takes everything
    }
    text.push('\n');
    let parts = first.parts.keys().map(|part| (part.as_str(), Some(part)));
    for (name, part) in std::iter::once(("ALL", None)).chain(parts) {
        let name: String = name.chars().take(WIDEST_NAME).collect();
        let _ = write!(text, "{name:WIDEST_NAME$}");
        for (_, table) in tables {
            let marks = part.map_or(Some(&table.all), |part| table.parts.get(part));
            let sum = |of: fn(&KindMarks) -> usize| marks.map_or(0, |marks| marks.sum(of));
            let found = sum(|kind| kind.found);
            let there = sum(|kind| kind.there);
            let right = format!("{found}/{there}");
            let _ = write!(
                text,
                " | {right:>9} {} {:>5} {:>6}",
                share(found, there),
                sum(|kind| kind.wrong),
                sum(|kind| kind.review)
            );
        }
        text.push('\n');
    }
    text
}

fn heading(by: &str, width: usize) -> String {
    let mut text = format!("{by:width$} files  exact");
    for (_, name) in KINDS {
        let _ = write!(text, " | {name:>15} wrong held"); // a String takes everything
    }
    text += " | lost silent review";
    text + " | absent right    cell right falsely |           fields wrong | counted\n"
}

fn row(name: &str, marks: &Marks, width: usize) -> String {
    let name: String = name.chars().take(width).collect();
    let mut text = format!(
        "{name:width$} {:5} {}",
        marks.files,
        share(marks.exact, marks.files)
    );
    for kind in &marks.kinds {
        let found = format!("{}/{}", kind.found, kind.there);
        let _ = write!(
            text,
            " | {found:>8} {} {:5} {:4}",
            share(kind.found, kind.there),
            kind.wrong,
            kind.held
        );
    }
    let review = marks.sum(|kind| kind.review);
    let _ = write!(
        text,
        " | {:4} {:6} {}",
        marks.lost,
        marks.silent,
        share(review, review + marks.sum(|kind| kind.accepted))
    );
    let mut fields = fields::FieldMarks::default();
    marks.fields.values().for_each(|field| fields.add(field));
    let of = |part: usize, whole: usize| format!("{part}/{whole}");
    let _ = writeln!(
        text,
        " | {:>12} {:>13} {:7} | {:>9} {} {:5} | {:>7}",
        of(marks.absent_right, marks.lacking),
        of(marks.cells_right, marks.cells),
        marks.absent_false,
        of(fields.right, fields.there),
        share(fields.right, fields.there),
        fields.wrong,
        of(marks.counted, marks.files)
    );
    text
}
