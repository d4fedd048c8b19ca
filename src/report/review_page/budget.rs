//! How many pictures of whole pages a report may hold.

use serde::Serialize;

use crate::model::record::{Crop, Shows};

/// The bytes of all pictures of whole pages in a report, before Base64: a report stays small enough
/// to open at once and to send to a colleague.
const MOST_BYTES: usize = 56 << 20;

/// What was used of the room for pictures of whole pages; the page prints it.
#[derive(Debug, Default, Serialize)]
pub(super) struct Budget {
    /// Pages with a picture.
    pages: usize,
    /// Pages whose picture was left out, because there was no room.
    left_out: usize,
    /// The bytes used.
    bytes: usize,
    /// The bytes that may be used.
    most: usize,
}

impl Budget {
    /// Whether there is room for a crop. Crops of single values always have room.
    pub(super) fn admits(&mut self, crop: &Crop) -> bool {
        self.most = MOST_BYTES;
        if crop.shows != Shows::Overview {
            return true;
        }
        let bytes = crop.png.0.len();
        let fits = self.bytes + bytes <= MOST_BYTES;
        if fits {
            self.pages += 1;
            self.bytes += bytes;
        } else {
            self.left_out += 1;
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::geometry::BoundingBox;
    use crate::model::location::{Location, PageNumber};
    use crate::model::record::Png;

    #[test]
    fn pages_beyond_the_room_are_counted() {
        let crop = |shows, bytes| Crop {
            location: Location {
                page: PageNumber::from_index(0),
                bounds: BoundingBox::new(0.0, 0.0, 612.0, 792.0).unwrap(),
            },
            shows,
            size: [1, 1],
            mark: None,
            readings: Vec::new(),
            png: Png(vec![0; bytes]),
        };
        let mut budget = Budget::default();
        assert!(budget.admits(&crop(Shows::Overview, MOST_BYTES)));
        assert!(!budget.admits(&crop(Shows::Overview, 1)));
        assert!(budget.admits(&crop(Shows::Value, 1)));
        assert_eq!((budget.pages, budget.left_out), (1, 1));
    }
}
