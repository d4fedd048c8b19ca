//! The review page: a self-contained HTML report for checking numbers in a browser.
//!
//! It embeds documents as JSON and images as Base64, in script elements of types that browsers
//! don't run. The one script that runs builds the page from them. The content security policy of
//! the file lets nothing else run, load or send; text from documents only ever becomes text nodes.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Reporter, Style, Summary, json, link};
use crate::model::advice::{TOPICS, sentence};
use crate::model::finding::Finding;
use crate::model::record::{Crop, DocumentRecord};

mod shapes;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT_SOURCE: &str = concat!(
    include_str!("model.js"),
    include_str!("decisions.js"),
    include_str!("draw.js"),
    include_str!("card.js"),
    include_str!("review_page.js"),
);

/// The script with the tables that it has from this program.
static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    SCRIPT_SOURCE
        .replacen("@SHAPES@", &shapes::shapes(), 1)
        .replacen("@FOLDS@", &shapes::folds(), 1)
});

/// Writes the review page.
pub struct HtmlReporter {
    links_from: Option<PathBuf>,
    masked: bool,
    pictures: usize,
}

impl HtmlReporter {
    /// Creates a reporter whose links are relative to `style.links_from`.
    pub fn new(style: &Style) -> Self {
        Self {
            links_from: style.links_from.clone(),
            masked: style.masked,
            pictures: 0,
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
            },
        )?;
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
        for place in ["@SHAPES@", "@FOLDS@"] {
            assert_eq!(SCRIPT_SOURCE.matches(place).count(), 1);
            assert!(!SCRIPT.contains(place));
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
