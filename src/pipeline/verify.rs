//! Whether what a text layer says is in the pixels of its page.
//!
//! A number is drawn and read by the line recognizer before it is accepted. The drawing is skipped
//! only for characters whose outlines were drawn and read before, in plain ink with nothing over,
//! under or across them: then the pixels are known without being drawn.

use std::cell::RefCell;

use image::{GrayImage, Luma, imageops};

use crate::document::ink::{Baseline, Letter, Spelled};
use crate::document::{Page, Strip, outlines};
use crate::interpret::{Assessment, Candidate, find_candidates};
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::PageReading;
use crate::ocr::{BuiltinEngine, PageOcr};
use crate::pipeline::shapes::Outlines;
use crate::raster;
use crate::recognizer::{FreeWord, LineReading, LineRecognizer};
use crate::text::{PageText, Word, lines_from_words};

/// A reading of pixels confirms the text when it is as sure as this.
const SURE: f32 = 0.9;
/// Pixels that differ by less, of 255 levels of grey, show nothing.
const LEAST_CONTRAST: u8 = 40;
/// A place without contrast that is darker than this is covered.
const DARK: u8 = 128;
/// Paper left beside a character that is cut out of a comb, in ems.
const LETTER_ROOM: f32 = 0.04;
/// Resolution at which places are looked through for print.
const LOOK_DPI: f32 = 200.0;
/// Resolution that tells black from white.
const COARSE_DPI: f32 = 50.0;
/// A picture is black when this many percent of it are.
const BLACK_SHARE: usize = 90;
/// Paper around such a place, in pixels.
const MARGIN: u32 = 24;
/// A sheet of paper has at least this many pixels on a side; a cutting would be taken for a page.
const LEAST_SHEET: u32 = 660;
/// This many letters and digits, read surely, are print.
const PRINT: usize = 4;
/// A character read as surely as this is one.
const SURELY_READ: f32 = 0.7;
/// So many strips of a page are drawn at most: each costs as much as interpreting the page, and no
/// notice shows so many numbers in odd type. What is not looked at is not seen.
const MOST_STRIPS: usize = 200;
/// Places larger than this share of the page are read with the page.
const LARGE_PLACE: f32 = 0.15;

/// What is seen at the place of a number that the text layer gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// That number.
    Seen,
    /// Ink, but another number or none that can be read.
    Differs,
    /// No ink: something covers it, black or as white as paper. What is written in the colour of
    /// paper is no text to begin with.
    Covered,
    /// What depends on the viewer: a form field or a note without an appearance.
    Undrawn,
}

/// A number of the text layer that the pixels do not confirm.
#[derive(Debug, Clone)]
pub(crate) struct Doubt {
    pub assessment: Assessment,
    pub sight: Sight,
}

/// Looks at every number of a page that would be accepted or shown for review. Those that are not
/// seen are taken out of the reading and returned.
pub(crate) fn take_doubtful(page: &Page, reading: &mut PageReading) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut eye = Eye::new(page);
    reading.assessments.retain_mut(|assessment| {
        if assessment.decision == Verdict::Rejected {
            return true;
        }
        let sight = eye.look(&assessment.candidate);
        if sight == Sight::Seen
            && assessment.waits_for_pixels
            && is_of_another_script(page, &assessment.candidate)
        {
            assessment.confirm_by_pixels();
        }
        if sight != Sight::Seen {
            doubts.push(Doubt {
                assessment: assessment.clone(),
                sight,
            });
        }
        sight == Sight::Seen
    });
    doubts
}

/// Whether a page has print on it that is no text.
pub(crate) fn has_other_print(page: &Page) -> bool {
    page.unread_places()
        .iter()
        .any(|place| has_print(page, place))
}

/// Whether a picture on a page is black all over.
pub(crate) fn has_black_picture(page: &Page) -> bool {
    page.unread_places()
        .iter()
        .filter_map(|place| page.region(place, COARSE_DPI))
        .any(|drawn| {
            let black = drawn.pixels().filter(|p| p.0[0] < DARK).count();
            black * 100 >= drawn.pixels().count() * BLACK_SHARE
        })
}

/// Looks at the places of a page.
struct Eye<'a> {
    page: &'a Page,
    /// What was drawn and read on it.
    known: Outlines,
    strips_left: usize,
}

impl<'a> Eye<'a> {
    fn new(page: &'a Page) -> Self {
        Self {
            page,
            known: Outlines::default(),
            strips_left: MOST_STRIPS,
        }
    }

    /// A line of the page as it is drawn, while there is time for it.
    fn strip(&mut self, line: &Baseline, cut: Strip) -> Option<GrayImage> {
        self.strips_left = self.strips_left.checked_sub(1)?;
        self.page.strip(line, cut)
    }

    /// What is seen at the place of a candidate.
    fn look(&mut self, candidate: &Candidate) -> Sight {
        if self.are_parts_seen(candidate) {
            return Sight::Seen;
        }
        let spelled = self.page.spelled(&candidate.bounds);
        if spelled.as_ref().is_some_and(|s| s.undrawn) {
            return Sight::Undrawn;
        }
        if spelled.as_ref().is_some_and(|s| s.backwards) {
            return Sight::Differs;
        }
        let printed = characters(&candidate.printed);
        let plain = spelled.as_ref().filter(|s| s.plain);
        let same = plain.filter(|s| characters(&s.text).contains(&printed));
        if same.is_some_and(|s| is_seen_as_outlines(s, candidate, &mut self.known)) {
            return Sight::Seen;
        }
        let line = spelled
            .as_ref()
            .map_or_else(|| baseline(&candidate.bounds), |s| s.line);
        for cut in [Strip::FIRST, Strip::SECOND] {
            let Some(strip) = self.strip(&line, cut) else {
                return Sight::Differs;
            };
            let (dark, light) = contrast(&strip);
            if light - dark < LEAST_CONTRAST {
                return Sight::Covered;
            }
            let comb = spelled.as_ref().filter(|s| s.is_comb);
            let without_walls = comb.and_then(|s| side_by_side(&strip, s, cut));
            if without_walls.is_some_and(|strip| read_as(&strip, candidate))
                || read_as(&strip, candidate)
            {
                return Sight::Seen;
            }
        }
        Sight::Differs
    }

    /// Whether a number that is broken over lines is seen in each of them, part by part.
    fn are_parts_seen(&mut self, candidate: &Candidate) -> bool {
        if candidate.parts.len() < 2 || candidate.repairs > 0 {
            return false;
        }
        let parts = candidate.parts.iter();
        let seen: Option<String> = parts.map(|part| self.part_seen(part)).collect();
        seen.is_some_and(|s| s == characters(&candidate.printed))
    }

    /// The letters and digits of a box, where the pixels show just these.
    fn part_seen(&mut self, part: &BoundingBox) -> Option<String> {
        let spelled = self.page.spelled(part);
        let spelled = spelled.filter(|s| !s.undrawn && !s.backwards)?;
        let text = characters(&spelled.text);
        let letters = spelled.letters.iter().chain(&spelled.again);
        let is_known = spelled.plain && self.known.are_known(letters);
        let mut reads = |cut| {
            let strip = self.strip(&spelled.line, cut);
            strip.is_some_and(|strip| reads_freely(&strip, &text))
        };
        (is_known || reads(Strip::FIRST) || reads(Strip::SECOND)).then_some(text)
    }
}

/// Whether plain text has outlines that are those of a candidate's characters. Only those that are
/// new are drawn and recognized; where that fails, all of them together.
fn is_seen_as_outlines(spelled: &Spelled, candidate: &Candidate, known: &mut Outlines) -> bool {
    let letters = &spelled.letters[..];
    let again = &spelled.again[..];
    if known.are_known(letters.iter().chain(again)) {
        return true;
    }
    let new = letters.get(known.unknown(letters)).unwrap_or(letters);
    let text: String = new.iter().map(|letter| letter.char).collect();
    let mut seen = reads_freely(&drawn(new, spelled), &characters(&text));
    if seen {
        known.remember(new);
    } else {
        seen = read_as(&drawn(letters, spelled), candidate);
        let text = characters(&spelled.text);
        if seen && candidate.repairs == 0 && text == characters(&candidate.printed) {
            known.remember(letters);
        }
    }
    seen && (again.is_empty() || known.are_known(again))
}

/// Some letters of a run as a strip of their own.
fn drawn(letters: &[Letter], spelled: &Spelled) -> GrayImage {
    let start = letters.first().map_or(0.0, |letter| letter.x);
    let is_last = letters.last().map(|l| l.x) == spelled.letters.last().map(|l| l.x);
    let end = letters
        .last()
        .map_or(0.0, |letter| letter.x + spelled.line.em);
    let line = Baseline {
        length: if is_last { spelled.set } else { end } - start,
        ..spelled.line
    };
    outlines(letters, start, &line, Strip::FIRST)
}

/// Whether a text has characters that are neither letters nor digits of ours, so that only pixels
/// can have shown its value.
fn is_of_another_script(page: &Page, candidate: &Candidate) -> bool {
    page.spelled(&candidate.bounds)
        .is_some_and(|s| !s.plain && !s.text.is_ascii())
}

/// Characters in boxes of their own, cut out of a strip and put side by side: the paper and the
/// walls between them are left out.
fn side_by_side(strip: &GrayImage, spelled: &Spelled, cut: Strip) -> Option<GrayImage> {
    let em = spelled.line.em;
    let room = LETTER_ROOM * em;
    let pieces: Vec<_> = spelled
        .places
        .iter()
        .map(|(start, advance)| cut.columns(em, (start - room, advance + 2.0 * room)))
        .collect();
    let height = strip.height();
    let width = pieces.iter().map(|(from, to)| to - from).sum::<u32>() + height;
    let mut joined = GrayImage::from_pixel(width, height, Luma([255]));
    let mut x = height / 2;
    for (from, to) in pieces {
        if to > strip.width() {
            return None;
        }
        let piece = imageops::crop_imm(strip, from, 0, to - from, height).to_image();
        imageops::replace(&mut joined, &piece, x.into(), 0);
        x += to - from;
    }
    Some(joined)
}

/// The letters and digits of a text.
fn characters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The baseline of an upright word, from its box.
fn baseline(bounds: &BoundingBox) -> Baseline {
    let em = bounds.height() / 0.95;
    Baseline {
        x: bounds.x0(),
        y: bounds.y1() - 0.21 * em,
        length: bounds.width(),
        em,
        angle: 0.0,
    }
}

/// The darkest and the lightest pixel of the part of a strip that capitals fill.
fn contrast(strip: &GrayImage) -> (u8, u8) {
    let (width, height) = strip.dimensions();
    let core = imageops::crop_imm(strip, 0, height / 4, width, height / 2).to_image();
    let mut dark = 255;
    let mut light = 0;
    for Luma([value]) in core.pixels() {
        (dark, light) = (dark.min(*value), light.max(*value));
    }
    (dark, light)
}

thread_local! {
    static RECOGNIZER: RefCell<Option<LineRecognizer>> = const { RefCell::new(None) };
}

/// Recognizes a strip; `None` where the recognizer cannot be started.
fn read(strip: &GrayImage) -> Option<LineReading> {
    RECOGNIZER.with_borrow_mut(|recognizer| {
        if recognizer.is_none() {
            *recognizer = LineRecognizer::new().ok();
        }
        recognizer.as_mut().map(|r| r.read_line(strip))
    })
}

/// Whether a strip surely shows these letters and digits and no others, read without any grammar
/// that could help.
fn reads_freely(strip: &GrayImage, characters: &str) -> bool {
    let Some(reading) = read(strip) else {
        return false;
    };
    let read = || {
        reading
            .chars()
            .iter()
            .filter(|c| c.char.is_ascii_alphanumeric())
    };
    read().map(|c| c.char).eq(characters.chars()) && read().all(|c| c.confidence.get() >= SURE)
}

/// Whether a strip surely shows the value of a candidate.
fn read_as(strip: &GrayImage, candidate: &Candidate) -> bool {
    let height = strip.height() as f32;
    let placed = |word: FreeWord| {
        Some(Word {
            bounds: BoundingBox::new(word.x.start, 0.0, word.x.end, height).ok()?,
            text: word.text,
            confidence: word.confidence,
        })
    };
    let words = read(strip).map(|reading| reading.words());
    let words = words.into_iter().flatten().filter_map(placed).collect();
    let text = PageText {
        source: TextSource::Ocr,
        size: (strip.width() as f32, height),
        lines: lines_from_words(words, &[]),
        rules: Vec::new(),
        barcodes: Vec::new(),
    };
    find_candidates(&text).iter().any(|seen| {
        seen.kind == candidate.kind
            && seen.value == candidate.value
            && seen.confidence.get() >= SURE
    })
}

/// Whether there is print at a place.
fn has_print(page: &Page, place: &BoundingBox) -> bool {
    let placed = page.place(place);
    let area = placed.width() * placed.height();
    if area > LARGE_PLACE * page.size.0 * page.size.1 {
        return true;
    }
    let Some(drawn) = page.region(place, LOOK_DPI) else {
        return true;
    };
    let (width, height) = drawn.dimensions();
    let side = |length: u32| (length + 2 * MARGIN).max(LEAST_SHEET);
    let mut sheet = GrayImage::from_pixel(side(width), side(height), Luma([255]));
    imageops::replace(&mut sheet, &drawn, MARGIN.into(), MARGIN.into());
    let Ok(engine) = BuiltinEngine::new() else {
        return true;
    };
    let mut reader = PageOcr::new(vec![Box::new(engine)]);
    let sheets = raster::prepare(sheet, Some((LOOK_DPI, LOOK_DPI)));
    sheets.into_iter().any(|sheet| {
        let Ok(scan) = reader.read(sheet) else {
            return true;
        };
        let sure = scan
            .text
            .lines
            .iter()
            .flat_map(|line| &line.words)
            .filter(|word| word.confidence.get() >= SURELY_READ);
        sure.map(|word| characters(&word.text).len()).sum::<usize>() >= PRINT
    })
}
