//! The typefaces of notices: font files, metrics and PDF names.
//!
//! The three base-14 families are drawn with the Liberation fonts, which have the same widths.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ab_glyph::FontRef;

/// Where Debian's packages fonts-liberation, fonts-freefont-ttf and fonts-dejavu put their files.
const FONT_ROOT: &str = "/usr/share/fonts/truetype";

/// A family of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names are the families' own
pub enum Family {
    Helvetica,
    Times,
    Courier,
    LiberationSans,
    LiberationSerif,
    LiberationMono,
    LiberationSansNarrow,
    FreeSans,
    FreeSerif,
    FreeMono,
    DejaVuSans,
    DejaVuSerif,
    DejaVuSansMono,
    DejaVuSansCondensed,
    Carlito,
    Caladea,
    NotoSerif,
    NotoSansMono,
    ClearSans,
    OpenSans,
    Lato,
    Roboto,
    RobotoCondensed,
    PtSans,
    Hack,
    AnonymousPro,
}

/// Stem, regular, bold, italic and bold italic file name of a family.
type Files = (&'static str, [&'static str; 4]);

impl Family {
    /// Every family, in the order of the declaration.
    pub const ALL: [Family; 14] = [
        Family::Helvetica,
        Family::Times,
        Family::Courier,
        Family::LiberationSans,
        Family::LiberationSerif,
        Family::LiberationMono,
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::FreeSerif,
        Family::FreeMono,
        Family::DejaVuSans,
        Family::DejaVuSerif,
        Family::DejaVuSansMono,
        Family::DejaVuSansCondensed,
    ];

    /// Families used only if their packages are installed (scripts/fonts.sh), in the varied layout.
    /// The line recognizer was not trained on some of them.
    pub const MORE: [Family; 12] = [
        Family::Carlito,
        Family::Caladea,
        Family::NotoSerif,
        Family::NotoSansMono,
        Family::ClearSans,
        Family::OpenSans,
        Family::Lato,
        Family::Roboto,
        Family::RobotoCondensed,
        Family::PtSans,
        Family::Hack,
        Family::AnonymousPro,
    ];

    /// Whether the upright cuts, regular and bold, are installed.
    pub fn is_installed(self) -> bool {
        [Face::regular(self), Face::bold(self)]
            .iter()
            .all(|face| face.path().is_file())
    }

    /// The name in the ground truth.
    pub fn name(self) -> &'static str {
        match self {
            Family::Helvetica => "Helvetica",
            Family::Times => "Times-Roman",
            Family::Courier => "Courier",
            Family::LiberationSans => "Liberation Sans",
            Family::LiberationSerif => "Liberation Serif",
            Family::LiberationMono => "Liberation Mono",
            Family::LiberationSansNarrow => "Liberation Sans Narrow",
            Family::FreeSans => "FreeSans",
            Family::FreeSerif => "FreeSerif",
            Family::FreeMono => "FreeMono",
            Family::DejaVuSans => "DejaVu Sans",
            Family::DejaVuSerif => "DejaVu Serif",
            Family::DejaVuSansMono => "DejaVu Sans Mono",
            Family::DejaVuSansCondensed => "DejaVu Sans Condensed",
            Family::Carlito => "Carlito",
            Family::Caladea => "Caladea",
            Family::NotoSerif => "Noto Serif",
            Family::NotoSansMono => "Noto Sans Mono",
            Family::ClearSans => "Clear Sans",
            Family::OpenSans => "Open Sans",
            Family::Lato => "Lato",
            Family::Roboto => "Roboto",
            Family::RobotoCondensed => "Roboto Condensed",
            Family::PtSans => "PT Sans",
            Family::Hack => "Hack",
            Family::AnonymousPro => "Anonymous Pro",
        }
    }

    /// True where all letters are equally wide.
    pub fn is_mono(self) -> bool {
        matches!(
            self,
            Family::Courier
                | Family::LiberationMono
                | Family::FreeMono
                | Family::DejaVuSansMono
                | Family::NotoSansMono
                | Family::Hack
                | Family::AnonymousPro
        )
    }

    fn files(self) -> Files {
        const STYLES: [&str; 4] = ["-Regular", "-Bold", "-Italic", "-BoldItalic"];
        const OBLIQUE: [&str; 4] = ["", "Bold", "Oblique", "BoldOblique"];
        const DASHED: [&str; 4] = ["", "-Bold", "-Oblique", "-BoldOblique"];
        match self {
            Family::Helvetica | Family::LiberationSans => ("liberation/LiberationSans", STYLES),
            Family::Times | Family::LiberationSerif => ("liberation/LiberationSerif", STYLES),
            Family::Courier | Family::LiberationMono => ("liberation/LiberationMono", STYLES),
            Family::LiberationSansNarrow => ("liberation/LiberationSansNarrow", STYLES),
            Family::FreeSans => ("freefont/FreeSans", OBLIQUE),
            Family::FreeSerif => ("freefont/FreeSerif", ["", "Bold", "Italic", "BoldItalic"]),
            Family::FreeMono => ("freefont/FreeMono", OBLIQUE),
            Family::DejaVuSans => ("dejavu/DejaVuSans", DASHED),
            Family::DejaVuSerif => (
                "dejavu/DejaVuSerif",
                ["", "-Bold", "-Italic", "-BoldItalic"],
            ),
            Family::DejaVuSansMono => ("dejavu/DejaVuSansMono", DASHED),
            Family::DejaVuSansCondensed => ("dejavu/DejaVuSansCondensed", DASHED),
            Family::Carlito => ("crosextra/Carlito", STYLES),
            Family::Caladea => ("crosextra/Caladea", STYLES),
            Family::NotoSerif => ("noto/NotoSerif", STYLES),
            Family::NotoSansMono => ("noto/NotoSansMono", STYLES),
            Family::ClearSans => ("clear-sans/ClearSans", STYLES),
            Family::OpenSans => ("open-sans/OpenSans", STYLES),
            Family::Lato => ("lato/Lato", STYLES),
            Family::Roboto => ("roboto/unhinted/RobotoTTF/Roboto", STYLES),
            Family::RobotoCondensed => ("roboto/unhinted/RobotoCondensed", STYLES),
            Family::PtSans => ("paratype/PTS", ["55F", "75F", "56F", "76F"]),
            Family::Hack => ("hack/Hack", STYLES),
            Family::AnonymousPro => ("anonymous-pro/Anonymous Pro", ["", " B", " I", " BI"]),
        }
    }
}

/// One cut of a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Face {
    /// The family.
    pub family: Family,
    /// Bold.
    pub bold: bool,
    /// Italic or oblique.
    pub italic: bool,
}

impl Face {
    /// The upright regular cut.
    pub const fn regular(family: Family) -> Self {
        Self {
            family,
            bold: false,
            italic: false,
        }
    }

    /// The upright bold cut.
    pub const fn bold(family: Family) -> Self {
        Self {
            family,
            bold: true,
            italic: false,
        }
    }

    /// The italic cut.
    pub const fn italic(family: Family) -> Self {
        Self {
            family,
            bold: false,
            italic: true,
        }
    }

    fn style(self) -> usize {
        usize::from(self.bold) + 2 * usize::from(self.italic)
    }

    /// The name in a PDF, if the face is one of the base 14 that need no embedding.
    pub fn base14(self) -> Option<&'static str> {
        let names = match self.family {
            Family::Helvetica => [
                "Helvetica",
                "Helvetica-Bold",
                "Helvetica-Oblique",
                "Helvetica-BoldOblique",
            ],
            Family::Times => [
                "Times-Roman",
                "Times-Bold",
                "Times-Italic",
                "Times-BoldItalic",
            ],
            Family::Courier => [
                "Courier",
                "Courier-Bold",
                "Courier-Oblique",
                "Courier-BoldOblique",
            ],
            _ => return None,
        };
        Some(names[self.style()])
    }

    /// The file with the outlines.
    pub fn path(self) -> PathBuf {
        let (stem, styles) = self.family.files();
        Path::new(FONT_ROOT).join(format!("{stem}{}.ttf", styles[self.style()]))
    }

    /// The font, read once.
    ///
    /// # Panics
    /// Panics if the file is missing; [`check`] reports that beforehand, with the remedy.
    pub fn load(self) -> &'static Font {
        const FACES: usize = 4 * (Family::ALL.len() + Family::MORE.len());
        static FONTS: [OnceLock<Font>; FACES] = [const { OnceLock::new() }; FACES];
        FONTS[4 * self.family as usize + self.style()]
            .get_or_init(|| Font::read(self).expect("check() was asked before drawing"))
    }

    /// Width of the text in points at this size, without kerning.
    pub fn width(self, text: &str, size: f32) -> f32 {
        let font = self.load();
        text.chars().map(|c| font.advance(c)).sum::<f32>() * size
    }
}

/// A font file in memory.
#[derive(Debug)]
pub struct Font {
    /// The bytes of the file.
    pub bytes: &'static [u8],
    /// The tables: glyph numbers, widths, metrics.
    pub tables: ttf_parser::Face<'static>,
    /// The outlines.
    pub outlines: FontRef<'static>,
}

impl Font {
    fn read(face: Face) -> Result<Self, MissingFont> {
        let path = face.path();
        let missing = || MissingFont { path: path.clone() };
        let bytes: &'static [u8] = std::fs::read(&path).map_err(|_| missing())?.leak();
        let tables = ttf_parser::Face::parse(bytes, 0).map_err(|_| missing())?;
        let outlines = FontRef::try_from_slice(bytes).map_err(|_| missing())?;
        Ok(Self {
            bytes,
            tables,
            outlines,
        })
    }

    /// Width of a character in ems; that of the replacement if the font lacks it.
    pub fn advance(&self, letter: char) -> f32 {
        let glyph = self.tables.glyph_index(letter).unwrap_or_default();
        let advance = self.tables.glyph_hor_advance(glyph).unwrap_or_default();
        f32::from(advance) / f32::from(self.tables.units_per_em())
    }
}

/// The error for a font file that is missing or invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFont {
    /// The path of the file.
    pub path: PathBuf,
}

impl std::fmt::Display for MissingFont {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "cannot read the font {}: install fonts-liberation, fonts-freefont-ttf and \
             fonts-dejavu",
            self.path.display()
        )
    }
}

impl std::error::Error for MissingFont {}

/// Checks that all faces of [`Family::ALL`] are installed.
///
/// # Errors
/// The first font file that is missing.
pub fn check() -> Result<(), MissingFont> {
    for family in Family::ALL {
        for style in 0..4 {
            let face = Face {
                family,
                bold: style % 2 == 1,
                italic: style / 2 == 1,
            };
            let path = face.path();
            if !path.is_file() {
                return Err(MissingFont { path });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_there_and_has_widths() {
        check().unwrap();
        for family in Family::ALL {
            let face = Face::bold(family);
            assert!(face.width("IOE0912345678", 10.0) > 30.0, "{face:?}");
        }
        assert_eq!(
            Face::regular(Family::Courier).width("abcd", 10.0).round(),
            24.0
        );
    }
}
