//! Painted paths as boxes: outlines of filled ones, pieces of stroked ones.

use hayro_interpret::kurbo::{BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{Paint, StrokeProps};

/// A line hides print when it is as thick as this, in points.
const LEAST_COVER: f32 = 4.0;

/// A pen that hides print is as thick as this, in points.
const LEAST_MARKER: f32 = 5.0;
/// A marker's stroke is at least this long and at most this high, in points, and this many times
/// longer than high.
const MARKER_LENGTH: f64 = 24.0;
const MARKER_HEIGHT: f64 = 40.0;
const MARKER_SHAPE: f64 = 2.0;

/// The boxes of the outlines of a path, and whether each is a rectangle.
pub(super) fn outlines(path: &BezPath) -> Vec<(Rect, bool)> {
    let mut found = Vec::new();
    let mut corners: Vec<Point> = Vec::new();
    let mut curved: bool = false;
    let mut close = |corners: &mut Vec<Point>, curved: &mut bool| {
        if let Some((first, rest)) = corners.split_first() {
            let around = rest
                .iter()
                .fold(Rect::from_points(*first, *first), |r, p| r.union_pt(*p));
            let at_corner = |p: &Point| {
                (near(p.x, around.x0) || near(p.x, around.x1))
                    && (near(p.y, around.y0) || near(p.y, around.y1))
            };
            let thin = around.width().min(around.height()) < 0.01;
            let box_like = (4..=5).contains(&corners.len()) && corners.iter().all(at_corner);
            found.push((around, !*curved && (box_like || thin)));
        }
        corners.clear();
        *curved = false;
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(p) => {
                close(&mut corners, &mut curved);
                corners.push(p);
            }
            PathEl::LineTo(p) => corners.push(p),
            PathEl::QuadTo(a, p) => {
                curved = true;
                corners.extend([a, p]);
            }
            PathEl::CurveTo(a, b, p) => {
                curved = true;
                corners.extend([a, b, p]);
            }
            PathEl::ClosePath => {}
        }
    }
    close(&mut corners, &mut curved);
    found
}

/// The boxes of the pieces of a stroked path, and whether each is straight and upright.
pub(super) fn pieces(path: &BezPath) -> Vec<(Rect, bool)> {
    let mut found = Vec::new();
    let mut from = Point::ZERO;
    let mut start = Point::ZERO;
    for element in path.elements() {
        let (around, to) = match *element {
            PathEl::MoveTo(p) => {
                (from, start) = (p, p);
                continue;
            }
            PathEl::LineTo(p) => (Rect::from_points(from, p), p),
            PathEl::ClosePath => (Rect::from_points(from, start), start),
            PathEl::QuadTo(a, p) => (Rect::from_points(from, p).union_pt(a), p),
            PathEl::CurveTo(a, b, p) => (Rect::from_points(from, p).union_pt(a).union_pt(b), p),
        };
        let straight = matches!(element, PathEl::LineTo(_) | PathEl::ClosePath)
            && around.width().min(around.height()) < 0.5;
        found.push((around, straight));
        from = to;
    }
    found
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

/// What a thick straight line certainly covers: as wide as it is drawn, without the caps at its
/// ends.
pub(super) fn body(line: Rect, stroke: &StrokeProps) -> Option<Rect> {
    let half = f64::from(stroke.line_width) / 2.0;
    let (x, y) = if line.width() > line.height() {
        (0.0, half)
    } else {
        (half, 0.0)
    };
    let covers = stroke.dash_array.is_empty() && stroke.line_width >= LEAST_COVER;
    covers.then(|| line.inflate(x, y))
}

/// The box of a thick line drawn by hand across something as long as a value; `None` for others and
/// for straight lines, which are boxes.
pub(super) fn marker(path: &BezPath, stroke: &StrokeProps) -> Option<Rect> {
    if stroke.line_width < LEAST_MARKER || pieces(path).iter().all(|(_, straight)| *straight) {
        return None;
    }
    let half = f64::from(stroke.line_width) / 2.0;
    let around = path.bounding_box().inflate(half, half);
    let width = around.width();
    let height = around.height();
    let long = width >= MARKER_LENGTH && width >= MARKER_SHAPE * height && height <= MARKER_HEIGHT;
    long.then_some(around)
}

/// Whether a paint leaves white paper white.
pub(super) fn is_white(paint: &Paint<'_>) -> bool {
    match paint {
        Paint::Color(color) => {
            let [r, g, b, a] = color.to_rgba().to_rgba8();
            a == 0 || (r >= 250 && g >= 250 && b >= 250)
        }
        Paint::Pattern(_) => false,
    }
}
