//! Encodes receipt numbers as Code 39 and Code 128 barcodes.

use barcoders::sym::code39::Code39;
use barcoders::sym::code128::Code128;

/// A kind of barcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbology {
    /// Code 39, with its start and stop asterisks.
    Code39,
    /// Code 128, character set B.
    Code128,
}

/// The modules from left to right, true for a bar; `None` if the code can't encode the text.
pub fn modules(symbology: Symbology, text: &str) -> Option<Vec<bool>> {
    let bits = match symbology {
        Symbology::Code39 => Code39::new(text).ok()?.encode(),
        // U+0181 switches to character set B.
        Symbology::Code128 => Code128::new(format!("\u{181}{text}")).ok()?.encode(),
    };
    Some(bits.into_iter().map(|bit| bit == 1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_begin_and_end_with_a_bar() {
        for symbology in [Symbology::Code39, Symbology::Code128] {
            let modules = modules(symbology, "IOE0912345678").unwrap();
            assert!(modules.first().is_some_and(|&bar| bar));
            assert!(modules.last().is_some_and(|&bar| bar));
        }
        assert_eq!(modules(Symbology::Code39, "é"), None);
    }
}
