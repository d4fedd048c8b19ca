//! Free fonts installed on this machine, and drawing text with them into grayscale images.
//!
//! Only the faces in [`TRAINED`] and [`HELD_OUT`] are used, so that the same packages
//! (scripts/fonts.sh) give the same lines. Those in [`HELD_OUT`] are for validation only, never for
//! training.

use std::path::{Path, PathBuf};

use ab_glyph::{Font as _, FontVec, PxScale, ScaleFont as _, point};
use image::GrayImage;

/// Faces drawn for training, by file stem, with their weight in the draw.
pub const TRAINED: &[(&str, u32)] = &[
    ("LiberationSans-Regular", 6),
    ("LiberationSans-Bold", 5),
    ("LiberationSerif-Regular", 5),
    ("LiberationSerif-Bold", 4),
    ("LiberationMono-Regular", 4),
    ("LiberationMono-Bold", 4),
    ("LiberationSansNarrow-Regular", 4),
    ("LiberationSansNarrow-Bold", 3),
    ("NimbusSans-Regular", 4),
    ("NimbusSans-Bold", 4),
    ("NimbusRoman-Regular", 4),
    ("NimbusRoman-Bold", 4),
    ("NimbusMonoPS-Regular", 4),
    ("NimbusMonoPS-Bold", 4),
    ("NimbusSansNarrow-Regular", 3),
    ("NimbusSansNarrow-Bold", 3),
    ("NimbusSans-Italic", 1),
    ("NimbusRoman-Italic", 1),
    ("LiberationSans-Italic", 1),
    ("LiberationSerif-Italic", 1),
    ("FreeSans", 3),
    ("FreeSansBold", 3),
    ("FreeSerif", 3),
    ("FreeSerifBold", 3),
    ("FreeMono", 4),
    ("FreeMonoBold", 4),
    ("C059-Roman", 2),
    ("C059-Bold", 2),
    ("URWBookman-Light", 2),
    ("URWBookman-Demi", 1),
    ("URWGothic-Book", 2),
    ("URWGothic-Demi", 1),
    ("Arimo-Regular", 2),
    ("Tinos-Regular", 2),
    ("Cousine-Regular", 3),
    ("Cousine-Bold", 2),
    ("OCRB", 4),
    ("OCRA", 2),
    ("Inconsolata", 2),
    ("NotoSans-Regular", 3),
    ("NotoSans-Bold", 2),
    ("NotoSansMono-Regular", 3),
    ("OpenSans-Regular", 3),
    ("OpenSans-Bold", 2),
    ("OpenSans-CondBold", 1),
    ("Lato-Regular", 3),
    ("Lato-Bold", 2),
    ("Roboto-Regular", 3),
    ("Roboto-Bold", 2),
    ("RobotoSlab-Regular", 2),
    ("GNUTypewriter", 3),
    ("Compagnon-Roman", 1),
    ("Go-Regular", 2),
    ("Go-Bold", 1),
    ("Go-Mono", 2),
    ("Hack-Regular", 2),
    ("JetBrainsMono-Regular", 2),
    ("Anonymous Pro", 2),
    ("Anonymous Pro B", 1),
    ("B612-Regular", 2),
    ("B612Mono-Regular", 2),
    ("Cantarell-Regular", 2),
    ("Caladea-Regular", 2),
    ("Caladea-Bold", 1),
    ("Andika-Regular", 1),
    ("CharisSIL-Regular", 2),
    ("CharisSIL-Bold", 1),
    ("GentiumPlus-Regular", 2),
    ("PTM55F", 2),
    ("PTF55F", 2),
    ("PTN57F", 2),
    ("3270-Regular", 1),
    ("3270Condensed-Regular", 1),
    ("mononoki-Regular", 1),
    ("Monoid-Regular", 1),
    ("Oxygen-Sans", 2),
    ("OxygenMono-Regular", 1),
    ("Tuffy", 2),
    ("Quattrocento-Regular", 1),
    ("STIX-Regular", 2),
    ("STIX-Bold", 1),
    ("Inter-Regular", 2),
    ("Inter-Bold", 2),
    ("Karla-Regular", 1),
    ("Manrope-Regular", 1),
    ("GilliusADF-Regular", 1),
    ("GilliusADF-Cond", 1),
    ("UniversalisADFStd-Regular", 1),
    ("UniversalisADFStd-Cond", 1),
    ("FiraCode-Regular", 1),
    ("LeagueMono-Regular", 2),
    ("LeagueMono-Condensed", 2),
    ("LeagueMono-Bold", 1),
    ("texgyreheroscn-regular", 2),
    ("texgyrecursor-regular", 3),
    ("texgyrecursor-bold", 2),
    ("texgyreschola-regular", 2),
    ("lmmono10-regular", 3),
    ("lmroman10-regular", 2),
    ("lmroman10-bold", 1),
    ("lmsans10-regular", 2),
    ("lmmonoltcond10-regular", 2),
    ("tiresias_infofont", 1),
    ("DejaVuSerif", 2),
    ("DejaVuSerif-Bold", 1),
    ("DejaVuSansCondensed", 2),
    ("Century-Catalogue", 1),
    ("routed-gothic", 1),
];

/// Faces for validation only.
pub const HELD_OUT: &[(&str, u32)] = &[
    ("DejaVuSansMono", 2),
    ("DejaVuSansMono-Bold", 1),
    ("NotoSerif-Regular", 2),
    ("NotoSerif-Bold", 1),
    ("Carlito-Regular", 3),
    ("Carlito-Bold", 2),
    ("RobotoCondensed-Regular", 2),
    ("RobotoCondensed-Bold", 1),
    ("P052-Roman", 2),
    ("P052-Bold", 1),
    ("Courier Prime", 3),
    ("Courier Prime Bold", 1),
    ("ClearSans-Regular", 2),
    ("ClearSans-Bold", 1),
    ("PTS55F", 2),
    ("PTS75F", 1),
];

/// A face ready for drawing.
pub struct Face {
    /// File stem, as in [`TRAINED`] and [`HELD_OUT`].
    pub name: String,
    /// Its place in that list.
    pub number: u8,
    font: FontVec,
}

impl Face {
    /// Reads a TrueType or OpenType file; `None` if it can't be parsed or lacks letters or digits.
    pub fn open(path: &Path) -> Option<Self> {
        let name = path.file_stem()?.to_str()?.to_owned();
        let font = FontVec::try_from_vec(std::fs::read(path).ok()?).ok()?;
        let whole = "AZaz09#:-/.,$()*&'"
            .chars()
            .all(|c| font.glyph_id(c).0 != 0);
        whole.then_some(Self {
            name,
            number: 0,
            font,
        })
    }

    /// Width in pixels of `text` at `scale` (width and height of the em in pixels), with `spacing`
    /// extra pixels per character.
    pub fn width(&self, text: &str, scale: (f32, f32), spacing: f32) -> f32 {
        let font = self.font.as_scaled(self.scale(scale));
        text.chars()
            .map(|c| font.h_advance(font.glyph_id(c)) + spacing)
            .sum()
    }

    /// Height in pixels of a capital letter for an em of `em` pixels.
    pub fn cap_height(&self, em: f32) -> f32 {
        let glyph = self.font.glyph_id('H').with_scale(self.scale((em, em)));
        self.font
            .outline_glyph(glyph)
            .map_or(em * 0.7, |g| g.px_bounds().height())
    }

    fn scale(&self, (x, y): (f32, f32)) -> PxScale {
        let unit = self.font.height_unscaled() / self.font.units_per_em().unwrap_or(1000.0);
        PxScale {
            x: x * unit,
            y: y * unit,
        }
    }

    /// Draws `text` from `(x, baseline)` in pixels, with subpixel positioning. Each pixel becomes
    /// the darker of its old value and `ink` (0 black to 255 white), weighted by coverage. Returns
    /// the x of the next character.
    pub fn draw(
        &self,
        image: &mut GrayImage,
        (x, baseline): (f32, f32),
        scale: (f32, f32),
        spacing: f32,
        ink: u8,
        text: &str,
    ) -> f32 {
        let scale = self.scale(scale);
        let font = self.font.as_scaled(scale);
        let width = image.width() as i32;
        let height = image.height() as i32;
        let mut x = x;
        for c in text.chars() {
            let id = font.glyph_id(c);
            let glyph = id.with_scale_and_position(scale, point(x, baseline));
            if let Some(outline) = self.font.outline_glyph(glyph) {
                let bounds = outline.px_bounds();
                outline.draw(|gx, gy, coverage| {
                    let px = bounds.min.x as i32 + gx as i32;
                    let py = bounds.min.y as i32 + gy as i32;
                    if (0..width).contains(&px) && (0..height).contains(&py) {
                        let pixel = &mut image.get_pixel_mut(px as u32, py as u32).0[0];
                        let inked =
                            f32::from(*pixel) * (1.0 - coverage) + f32::from(ink) * coverage;
                        *pixel = (*pixel).min(inked.clamp(0.0, 255.0) as u8);
                    }
                });
            }
            x += font.h_advance(id) + spacing;
        }
        x
    }
}

/// Faces with their weights in the draw.
pub struct Faces(Vec<(Face, u32)>);

impl Faces {
    /// The faces in `list` that are installed, in the order of the list. Searches the system's font
    /// folders, or `I797_FONTS` if set.
    pub fn find(list: &[(&str, u32)]) -> Self {
        let mut files = Vec::new();
        match std::env::var_os("I797_FONTS") {
            Some(folder) => walk(Path::new(&folder), &mut files),
            None => [
                "/usr/share/fonts",
                "/usr/local/share/fonts",
                "/usr/share/texmf/fonts/opentype",
            ]
            .iter()
            .for_each(|folder| walk(Path::new(folder), &mut files)),
        }
        files.sort();
        let mut faces = Vec::new();
        for (number, (name, weight)) in list.iter().enumerate() {
            let path = files
                .iter()
                .find(|path| path.file_stem().is_some_and(|stem| stem == *name));
            if let Some(mut face) = path.and_then(|path| Face::open(path)) {
                face.number = number as u8;
                faces.push((face, *weight));
            }
        }
        Self(faces)
    }

    /// The number of faces.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no face was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Picks a random face by weight; `None` if there are none.
    pub fn pick(&self, rng: &mut fastrand::Rng) -> Option<&Face> {
        let total: u32 = self.0.iter().map(|(_, w)| w).sum();
        let mut left = rng.u32(0..total.max(1));
        self.0
            .iter()
            .find_map(|(face, weight)| match left.checked_sub(*weight) {
                None => Some(face),
                Some(rest) => {
                    left = rest;
                    None
                }
            })
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "ttf" || e == "otf") {
            files.push(path);
        }
    }
}
