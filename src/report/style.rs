//! The colors of the text report, as ANSI escapes that all terminals support.

/// The role of a piece of text, which determines its color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// A heading or a number.
    Strong,
    /// Accepted.
    Good,
    /// Needs a check.
    Warn,
    /// Failed, or risky to act on.
    Bad,
    /// Advice.
    Help,
    /// Less important.
    Dim,
}

impl Paint {
    /// The text in its color, or unchanged if `color` is false.
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
