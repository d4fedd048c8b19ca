//! The few colours of the text report, as ANSI escapes that every terminal knows.

/// What a piece of text is, and so how it is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// A heading or a number.
    Strong,
    /// Read and sure.
    Good,
    /// A person should look.
    Warn,
    /// Failed, or dangerous to act on.
    Bad,
    /// What to do.
    Help,
    /// What matters less.
    Dim,
}

impl Paint {
    /// The text between escapes, or as it is where there is no colour.
    pub(super) fn on(self, text: &str, color: bool) -> String {
        let code = match self {
            Self::Strong => "1",
            Self::Good => "32",
            Self::Warn => "1;33",
            Self::Bad => "1;31",
            Self::Help => "1;36",
            Self::Dim => "2",
        };
        if color && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
