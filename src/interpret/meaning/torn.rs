//! Labels that are torn out of running text, or whose first word may be.

use super::label::Label;
use super::phrase::LabelKind;
use super::relation::Geometry;
use super::shape::ValueKind;
use super::sheet::{Rect, Token};

/// A word set wide belongs to a label when it stands so many ems beside it, or over or under it.
const WIDE_REACH: (f32, f32) = (8.0, 1.0);
/// Words of one line stand at most this many ems apart, a sign that was not read between them;
/// those of pieces of a line less, as it may be two columns.
const CUT_GAP: (f32, f32) = (2.2, 1.7);
/// So many characters one after another, each alone, are a word set wide.
const WIDE_WORD: usize = 3;

/// A sign before a label that may be a damaged word has fewer digits than this, as a number of its
/// own has more.
const SIGN_DIGITS: usize = 7;

impl Geometry<'_> {
    /// Whether a label that begins in the midst of a sentence has a word right before it in its
    /// line that is part of no label: text on a curved page falls into such pieces.
    pub(super) fn is_cut_from_text(&self, l: &Label) -> bool {
        if l.prose {
            return self.is_cut_sentence(l);
        }
        let tokens = &self.sheet.tokens;
        let first = &tokens[l.tokens.start];
        let (line, word) = first.place;
        let before = |t: &usize| {
            let token = &tokens[*t];
            token.place.0 == line && token.place.1 + 1 == word && token.value.is_none()
        };
        let within = first.text.starts_with(char::is_lowercase);
        let Some(before) = (0..tokens.len()).find(before).filter(|_| within) else {
            return false;
        };
        let known = |o: &usize| self.labels[*o].kind != LabelKind::Unknown;
        let near = first.rect.x0 - tokens[before].rect.x1 < first.size;
        near && tokens[before].letters() >= 2 && !self.of_token[before].iter().any(known)
    }

    /// Whether the sentence of a label begins in the midst of a line, behind a word that ends none:
    /// what that word belongs to may say whose the number is.
    fn is_cut_sentence(&self, l: &Label) -> bool {
        let tokens = &self.sheet.tokens;
        let Some(sentence) = l.sentence.and_then(|s| self.sentences.get(s)) else {
            return false;
        };
        let first = &tokens[sentence.start];
        let row = self.sheet.row_tokens(first.run);
        let before = row.filter(|t| !sentence.contains(t)).map(|t| &tokens[t]);
        let mut before = before.filter(|t| {
            let gap = first.rect.x0 - t.rect.x1;
            let same_line = t.place.0 == first.place.0;
            let most = if same_line { CUT_GAP.0 } else { CUT_GAP.1 };
            (0.0..most * first.size).contains(&gap)
        });
        before.any(|t| t.letters() >= 2 && !t.ends_with(&['.', ':', '?', '!', ')']))
    }

    /// A sign of digits and a hyphen in a label or right before it, which may be a word of it that
    /// is damaged: of `G-28 Account Number` a letter. The number of a form's item has no hyphen.
    pub(super) fn sign_before(&self, l: &Label) -> Option<&str> {
        let tokens = &self.sheet.tokens;
        let first = &tokens[l.tokens.start];
        let near = |t: &Token| t.run == first.run && first.rect.x0 - t.rect.x1 < first.size;
        let before = l.tokens.start.checked_sub(1).map(|t| &tokens[t]);
        let signs = before.filter(|t| near(t)).into_iter();
        let mut signs = signs.chain(&tokens[l.tokens.clone()]);
        signs.find(|t| self.is_sign(t)).map(|t| t.text.as_str())
    }

    /// Whether a word set wide stands in a label or next to it, in its line or another: of
    /// `A t t o r n e y Account Number` it may be broken off.
    pub(super) fn has_wide_word_near(&self, l: &Label) -> bool {
        let r = &l.rect;
        let (beside, over) = (WIDE_REACH.0 * l.size, WIDE_REACH.1 * l.size);
        let around = Rect {
            x0: r.x0 - beside,
            y0: r.y0 - over,
            x1: r.x1 + beside,
            y1: r.y1 + over,
        };
        let found = self.sheet.tokens_in(around, |t| !self.is_alone(t));
        found.windows(WIDE_WORD).any(|word| {
            let follows = |two: &[usize]| two[1] == two[0] + 1;
            let is_letter = |t: &usize| self.sheet.tokens[*t].letters() == 1;
            word.windows(2).all(follows) && word.iter().any(is_letter)
        })
    }

    /// Whether a token is one character and no part of a number: those in boxes are.
    fn is_alone(&self, token: usize) -> bool {
        let token = &self.sheet.tokens[token];
        let is_scrap = |v: usize| self.values[v].kind == ValueKind::Scrap;
        let bare = token.text.trim_matches(['(', ')', ':']);
        bare.chars().count() == 1 && token.value.is_none_or(is_scrap)
    }

    fn is_sign(&self, token: &Token) -> bool {
        let digits = token.text.chars().filter(char::is_ascii_digit).count();
        let is_form = |v: usize| self.values[v].kind == ValueKind::Form;
        token.bits == 0
            && token.text.contains('-')
            && (1..SIGN_DIGITS).contains(&digits)
            && token.letters() <= 1
            && !token.value.is_some_and(is_form)
    }
}
