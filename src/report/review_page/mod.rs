//! The review page: a self-contained HTML report for checking numbers in a browser.
//!
//! It embeds documents as JSON and images as Base64, in script elements of types that browsers
//! don't run. The one script that runs builds the page from them. The content security policy of
//! the file lets nothing else run, load or send; text from documents only ever becomes text nodes.

use std::io::{self, Write};
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Reporter, Style, Summary, json, link};
use crate::model::advice::{TOPICS, sentence};
use crate::model::finding::Finding;
use crate::model::record::{Crop, DocumentRecord};

mod budget;
mod script;
mod tables;

use budget::Budget;
use script::SCRIPT;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");

/// Writes the review page.
pub struct HtmlReporter {
    links_from: Option<PathBuf>,
    masked: bool,
    pictures: usize,
    budget: Budget,
    /// What the report is known by, so that a browser finds the decisions made on it again.
    hash: blake3::Hasher,
}

impl HtmlReporter {
    /// Creates a reporter whose links are relative to `style.links_from`.
    pub fn new(style: &Style) -> Self {
        Self {
            links_from: style.links_from.clone(),
            masked: style.masked,
            pictures: 0,
            budget: Budget::default(),
            hash: blake3::Hasher::new(),
        }
    }
}

/// A document as the script of the page gets it.
#[derive(Serialize)]
struct Entry<'a> {
    record: &'a DocumentRecord,
    link: Option<String>,
    crops: Vec<Placed<'a>>,
}

/// A crop whose image is in an element of its own, so that it is decoded only when in view.
#[derive(Serialize)]
struct Placed<'a> {
    #[serde(flatten)]
    crop: &'a Crop,
    picture: String,
}

/// The data of the page other than the documents.
#[derive(Serialize)]
struct Batch<'a> {
    summary: &'a Summary,
    findings: &'a [Finding],
    masked: bool,
    topics: Vec<Chapter>,
    /// What the report is known by.
    report: String,
    overviews: &'a Budget,
}

/// A help topic.
#[derive(Serialize)]
struct Chapter {
    title: &'static str,
    paragraphs: Vec<String>,
}

impl Reporter for HtmlReporter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let policy = format!(
            "default-src 'none'; img-src data:; style-src '{}'; script-src '{}'; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            fingerprint(STYLE),
            fingerprint(&SCRIPT),
        );
        out.write_all(
            PAGE.replacen("@POLICY@", &policy, 1)
                .replacen("@STYLE@", STYLE, 1)
                .as_bytes(),
        )
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let mut bare = record.clone();
        bare.pictures.clear();
        let mut crops = std::mem::take(&mut bare.crops);
        crops.retain(|crop| self.budget.admits(crop));
        let pictures: Vec<String> = crops
            .iter_mut()
            .map(|c| std::mem::take(&mut c.png).base64())
            .collect();
        let first = self.pictures;
        self.pictures += pictures.len();
        let placed = crops.iter().enumerate().map(|(i, crop)| Placed {
            crop,
            picture: format!("p{}", first + i),
        });
        let content = record.content_hash.as_deref().unwrap_or_default();
        for part in [record.path.as_str(), content] {
            self.hash.update(&(part.len() as u64).to_le_bytes());
            self.hash.update(part.as_bytes());
        }
        let link = self
            .links_from
            .as_deref()
            .and_then(|base| link::link(base, record, "file://"));
        island(
            out,
            "class=\"document\"",
            &Entry {
                record: &bare,
                link,
                crops: placed.collect(),
            },
        )?;
        for (index, picture) in pictures.iter().enumerate() {
            // Base64 has no characters that are special in HTML.
            writeln!(
                out,
                "<script type=\"text/plain\" id=\"p{}\">{picture}</script>",
                first + index
            )?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let topics = TOPICS
            .iter()
            .map(|topic| Chapter {
                title: topic.title,
                paragraphs: topic.paragraphs.iter().map(|p| sentence(p)).collect(),
            })
            .collect();
        island(
            out,
            "id=\"batch\"",
            &Batch {
                summary,
                findings: &summary.findings,
                masked: self.masked,
                topics,
                report: self.hash.finalize().to_hex().chars().take(32).collect(),
                overviews: &self.budget,
            },
        )?;
        island(out, "id=\"tables\"", &*tables::TABLES)?;
        write!(out, "<script>{}</script>\n</body>\n</html>\n", *SCRIPT)
    }
}

/// Writes data as JSON in an element that isn't run. `<` is escaped so that nothing in it can end
/// the element.
fn island(out: &mut dyn Write, attribute: &str, value: &impl Serialize) -> io::Result<()> {
    let mut text = Vec::new();
    json::value(&mut text, value)?;
    let text = String::from_utf8(text)
        .map_err(io::Error::other)?
        .replace('<', "\\u003c");
    writeln!(
        out,
        "<script type=\"application/json\" {attribute}>{text}</script>"
    )
}

/// A source expression for the content security policy: the hash of the permitted text.
fn fingerprint(text: &str) -> String {
    format!(
        "sha256-{}",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_source_ends_its_element_early() {
        assert!(!SCRIPT.to_ascii_lowercase().contains("</script") && !SCRIPT.contains("<!--"));
        assert!(!STYLE.contains("</"));
        for place in ["@POLICY@", "@STYLE@"] {
            assert_eq!(PAGE.matches(place).count(), 1);
        }
    }

    #[test]
    fn no_source_uses_the_network() {
        for word in [
            "http://",
            "https://",
            "fetch(",
            "XMLHttpRequest",
            "WebSocket",
            "sendBeacon",
            "@import",
            "url(",
            "innerHTML",
            "eval(",
        ] {
            let text = SCRIPT.replace("http://www.w3.org/2000/svg", "");
            assert!(
                !text.contains(word) && !STYLE.contains(word) && !PAGE.contains(word),
                "{word}"
            );
        }
    }
}
