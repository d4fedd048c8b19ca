//! One pass over a PDF page's content: glyphs with positions, rules of tables, and where pictures
//! lie.
//!
//! All positions are in points from the top left of the page as a viewer shows it; nothing is
//! decoded.

use hayro_interpret::font::{GlyphRun, OutlineGlyph};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};

use super::clip::Clips;
use super::drawn::{Drawn, Inked};
use super::glyph::{Meaning, Slant, advance_scales};
use super::grey::grey;
use super::ink::{Form, Painted};
use super::paths::{body, is_white, marker, outlines, pieces};
use super::words::Glyph;
use crate::model::geometry::BoundingBox;
use crate::text::Rule;

/// A page with more glyphs than this is no notice; the rest is dropped so that a hostile page ends.
const MOST_GLYPHS: usize = 400_000;
/// More rules than this are a barcode or a drawing, not a table.
const MOST_RULES: usize = 4_000;
/// A page with more painted things than this is a drawing; the rest is not noted.
const MOST_PAINTED: usize = 20_000;
/// Ink that hides less of its ground than this share lets everything through.
const CLEAR: f32 = 0.15;
/// A rule is thinner than this, in points.
const THIN: f64 = 2.6;
/// And longer than this.
const LONG: f64 = 9.0;

/// What is drawn on a page.
#[derive(Default)]
pub(super) struct Content {
    /// In drawing order.
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub placements: Vec<Placement>,
    /// Filled or stroked paths that are not white.
    pub marks: usize,
    /// The place in the drawing order of the last mark or visible glyph; 0 when there is none.
    pub last_mark: usize,
    /// The place in the drawing order reached.
    order: usize,
    /// How many pictures were met.
    pictures: usize,
    /// What is painted beside text, in drawing order.
    pub painted: Vec<Painted>,
    /// The outlines that glyphs refer to.
    pub shapes: Vec<OutlineGlyph>,
    /// Whether there is more on the page than was noted.
    pub crowded: bool,
    clips: Clips,
    /// How many digits are drawn beyond the edge of the page, where no viewer shows them.
    pub(super) beyond: usize,
    page: Rect,
    /// Transparency groups that are open, and whether each changes what is under it.
    groups: Vec<Group>,
}

/// A transparency group that is open.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// Whether it changes how what is in it is painted.
    changes: bool,
    /// How much of it is seen, 0 to 1.
    opacity: f32,
}

/// Where a picture lies.
#[derive(Debug, Clone)]
pub(super) struct Placement {
    /// From its pixels to points of the page.
    pub transform: Affine,
    pub width: u32,
    pub height: u32,
    /// Its box on the page.
    pub bounds: Rect,
    /// Plain, and every pixel of the box is painted.
    pub opaque: bool,
    /// No mask, no blending, no clip changes it.
    pub plain: bool,
    /// Its place in the drawing order.
    pub order: usize,
    /// Which picture of the page it is, from 1.
    pub number: usize,
}

impl Content {
    /// For a page of this width and height.
    pub(super) fn new(page: Rect) -> Self {
        Self {
            page,
            clips: Clips::new(page),
            ..Self::default()
        }
    }

    fn clip(&self) -> Rect {
        self.clips.bounds()
    }

    /// Whether an open group changes what is painted now.
    fn is_changed(&self) -> bool {
        self.groups.iter().any(|group| group.changes)
    }

    /// How much of a paint is seen, 0 to 1.
    fn opacity(&self, paint: &Paint<'_>) -> f32 {
        let groups: f32 = self.groups.iter().map(|group| group.opacity).product();
        match paint {
            Paint::Color(color) => f32::from(color.to_rgba().to_rgba8()[3]) / 255.0 * groups,
            Paint::Pattern(_) => groups,
        }
    }

    /// The grey of a paint on white paper, and whether it is opaque; `None` for a pattern.
    fn shade(&self, paint: &Paint<'_>) -> Option<(u8, bool)> {
        let Paint::Color(color) = paint else {
            return None;
        };
        let rgba = color.to_rgba().to_rgba8();
        let alpha = self.opacity(paint);
        let shade = 255.0 - alpha * (255.0 - f32::from(grey(&rgba)));
        Some((shade.round() as u8, alpha > 0.99))
    }

    /// Notes something painted.
    fn paint(&mut self, bounds: Rect, form: Form, shade: Option<u8>, solid: bool) {
        let shown = bounds.intersect(self.clip());
        if shown.width() < 0.0 || shown.height() < 0.0 || !bounds.is_finite() {
            return;
        }
        if self.painted.len() >= MOST_PAINTED {
            self.crowded = true;
            return;
        }
        self.painted.push(Painted {
            bounds: shown,
            order: self.order,
            shade,
            solid,
            form,
        });
    }

    /// Notes a path that is painted: each of its outlines when filled, each of its pieces when
    /// stroked.
    fn paint_path(&mut self, path: &BezPath, paint: &Paint<'_>, mode: &DrawMode, plain: bool) {
        let ink = self.shade(paint);
        let shade = ink.map(|(shade, _)| shade);
        let solid = plain && ink.is_some_and(|(_, opaque)| opaque);
        let pattern = ink.is_none().then_some(Form::Pattern);
        let (filled, wide) = match mode {
            DrawMode::Fill(_) => (true, None),
            DrawMode::Stroke(stroke) => (false, Some(stroke)),
            DrawMode::FillAndStroke(_, stroke) => (true, Some(stroke)),
            DrawMode::Invisible => return,
        };
        if filled {
            for (outline, is_bar) in outlines(path) {
                let form = if is_bar { Form::Bar } else { Form::Shape };
                let covers = solid && is_bar;
                self.paint(outline, pattern.unwrap_or(form), shade, covers);
            }
        }
        if let Some(stroke) = wide {
            let half = f64::from(stroke.line_width) / 2.0;
            for (piece, is_bar) in pieces(path) {
                let form = if is_bar { Form::Bar } else { Form::Shape };
                let form = pattern.unwrap_or(form);
                self.paint(piece.inflate(half, half), form, shade, false);
                if let Some(body) = body(piece, stroke).filter(|_| is_bar && solid) {
                    self.paint(body, form, shade, true);
                }
            }
            if let Some(around) = marker(path, stroke).filter(|_| solid) {
                self.paint(around, Form::Marker, shade, false);
            }
        }
    }

    fn rule(&mut self, bounds: Rect) {
        let (thin, long) = if bounds.width() < bounds.height() {
            (bounds.width(), bounds.height())
        } else {
            (bounds.height(), bounds.width())
        };
        let shown = bounds.intersect(self.clip());
        let visible = bounds.x1 >= self.page.x0
            && bounds.x0 <= self.page.x1
            && shown.width() >= 0.0
            && shown.height() >= 0.0;
        if thin <= THIN && long >= LONG && visible && self.rules.len() < MOST_RULES {
            let [x0, y0, x1, y1] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|v| v as f32);
            self.rules.extend(
                BoundingBox::new(x0, y0, x1, y1)
                    .ok()
                    .map(|bounds| Rule { bounds }),
            );
        }
    }

    /// The straight upright pieces of a stroked path are rules.
    fn stroke(&mut self, path: &BezPath) {
        let mut from = Point::ZERO;
        let mut start = Point::ZERO;
        for element in path.elements() {
            let to = match *element {
                PathEl::MoveTo(p) => {
                    (from, start) = (p, p);
                    continue;
                }
                PathEl::LineTo(p) => p,
                PathEl::ClosePath => start,
                PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => {
                    from = p;
                    continue;
                }
            };
            self.rule(Rect::from_points(from, to));
            from = to;
        }
    }

    /// Rectangles of a filled path that are thin are rules: many writers draw lines so.
    fn fill(&mut self, path: &BezPath) {
        let mut points: Vec<Point> = Vec::new();
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(p) => {
                    self.thin_shape(&points);
                    points = vec![p];
                }
                PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => {
                    points.push(p)
                }
                PathEl::ClosePath => {}
            }
        }
        self.thin_shape(&points);
    }

    fn thin_shape(&mut self, points: &[Point]) {
        if let Some((first, rest)) = points.split_first() {
            let around = rest
                .iter()
                .fold(Rect::from_points(*first, *first), |r, p| r.union_pt(*p));
            self.rule(around);
        }
    }

    fn glyph(
        &mut self,
        glyph: &Meaning,
        slant: &Slant,
        transform: Affine,
        advance_scale: f64,
        ink: Inked,
    ) {
        let [.., x, y] = transform.as_coeffs();
        let Slant {
            em, along, angle, ..
        } = *slant;
        let length = f64::from(glyph.advance.unwrap_or(500.0)) * along * advance_scale;
        let inside = self.page.inflate(2.0, 2.0).contains(Point::new(x, y));
        let finite =
            [x, y, length, angle].iter().all(|v| v.is_finite()) && em.is_finite() && em > 0.0;
        self.crowded |= self.glyphs.len() >= MOST_GLYPHS;
        self.beyond += usize::from(finite && !inside && !ink.hidden && glyph.is_digit());
        if finite && inside && self.glyphs.len() < MOST_GLYPHS {
            let (sin, cos) = angle.sin_cos();
            let half = 0.5 * length;
            let rise = 0.3 * f64::from(em);
            let middle = Point::new(x + half * cos + rise * sin, y + half * sin - rise * cos);
            let angle = angle as f32;
            self.glyphs.push(Glyph {
                text: glyph.text.clone(),
                x: x as f32,
                y: y as f32,
                advance: length as f32,
                em,
                angle,
                hidden: ink.hidden,
                order: self.order,
                drawn: Drawn {
                    shade: ink.shade,
                    clear: ink.clear,
                    echo: false,
                    clipped: !self.clip().inflate(0.5, 0.5).contains(middle),
                    cut: slant.upright && self.clips.cut((x, y), length, em.into()),
                    plain: ink.plain && slant.upright && self.clips.show((x, y), length, em.into()),
                    unseen: None,
                    undrawn: false,
                    shape: glyph.shape,
                },
            });
        }
    }
}

fn is_plain(mask: &Option<SoftMask<'_>>, blend: BlendMode) -> bool {
    mask.is_none() && blend == BlendMode::Normal
}

impl<'a> Device<'a> for Content {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.order += 1;
        let path = props.transform * path;
        let bounds = path.bounding_box();
        let shown = bounds.intersect(self.clip());
        if !bounds.is_finite() || shown.width() < 0.0 || shown.height() < 0.0 {
            return;
        }
        self.last_mark = self.order;
        let plain = is_plain(&props.soft_mask, props.blend_mode) && !self.is_changed();
        self.paint_path(&path, &props.paint, mode, plain);
        if is_white(&props.paint) {
            return;
        }
        self.marks += 1;
        match mode {
            DrawMode::Stroke(_) => self.stroke(&path),
            DrawMode::Fill(_) => self.fill(&path),
            DrawMode::FillAndStroke(..) => {
                self.fill(&path);
                self.stroke(&path);
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.clips.push(&clip.path);
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        blend: BlendMode,
    ) {
        self.groups.push(Group {
            changes: opacity < 0.99 || mask.is_some() || blend != BlendMode::Normal,
            opacity,
        });
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.order += 1;
        let hidden = matches!(mode, DrawMode::Invisible);
        if !hidden {
            self.last_mark = self.order;
        }
        let shade = self.shade(&props.paint);
        let ink = Inked {
            hidden,
            shade: shade.map_or(0, |(shade, _)| shade),
            clear: self.opacity(&props.paint) < CLEAR,
            plain: matches!(mode, DrawMode::Fill(_))
                && shade.is_some_and(|(_, opaque)| opaque)
                && is_plain(&props.soft_mask, props.blend_mode)
                && !self.is_changed(),
        };
        // All glyphs of a run are of one font, and most of them come more than once.
        let mut meanings: Vec<(u32, Meaning)> = Vec::new();
        let mut slant = Slant::of(Affine::IDENTITY);
        for (glyph, scale) in run.glyphs().iter().zip(advance_scales(run.glyphs())) {
            let transform = props.transform * glyph.transform();
            if !slant.is_of(transform) {
                slant = Slant::of(transform);
            }
            let code = glyph.char_code();
            if let Some((_, meaning)) = meanings.iter().find(|(known, _)| *known == code) {
                self.glyph(meaning, &slant, transform, scale, ink);
            } else {
                let meaning = Meaning::of(glyph, &mut self.shapes);
                self.glyph(&meaning, &slant, transform, scale, ink);
                meanings.push((code, meaning));
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.order += 1;
        self.pictures += 1;
        let (width, height, stencil) = match &image {
            Image::Stencil(s) => (s.width(), s.height(), true),
            Image::Raster(r) => (r.width(), r.height(), false),
        };
        let dict = match &image {
            Image::Stencil(s) => s.stream().dict(),
            Image::Raster(r) => r.stream().dict(),
        };
        let masked = [&b"SMask"[..], &b"Mask"[..], &b"SMaskInData"[..]]
            .iter()
            .any(|key| dict.contains_key(*key));
        let bounds = props.transform.transform_rect_bbox(Rect::new(
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        ));
        let on_page = bounds.intersect(self.page);
        let shown = on_page.intersect(self.clip());
        if width == 0
            || height == 0
            || !bounds.is_finite()
            || shown.width() <= 0.0
            || shown.height() <= 0.0
        {
            return;
        }
        let cut = shown.area() < 0.97 * on_page.area();
        let plain = !masked
            && !cut
            && props.soft_mask.is_none()
            && props.blend_mode == BlendMode::Normal
            && !self.is_changed();
        self.paint(bounds, Form::Picture, None, plain && !stencil);
        let order = self.order;
        let number = self.pictures;
        self.placements.push(Placement {
            transform: props.transform,
            width,
            height,
            bounds: shown,
            opaque: plain && !stencil,
            plain,
            order,
            number,
        });
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}
