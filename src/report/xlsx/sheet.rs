//! A sheet of a workbook, written row by row, and its cells.

use rust_xlsxwriter::{
    Color, Format as CellFormat, FormatAlign, FormatBorder, Url, Worksheet, XlsxError,
};

use crate::report::sanitize;

/// The longest string that a cell holds.
const CELL_CHARS: usize = 32_767;
/// The most links on a sheet that spreadsheet programs open.
const LINKS: u32 = 65_000;

/// A worksheet and its next free row.
pub(super) struct Sheet {
    worksheet: Worksheet,
    row: u32,
    columns: u16,
}

impl Sheet {
    /// An empty sheet with its header. Names and titles are this module's own, so that nothing in
    /// it can fail for what stands in a document; a failure would show in the header.
    pub(super) fn new(name: &str, columns: impl Iterator<Item = (String, f64)>) -> Self {
        let mut worksheet = Worksheet::new();
        let header = CellFormat::new()
            .set_bold()
            .set_background_color(Color::RGB(0xD9_E1_F2))
            .set_border_bottom(FormatBorder::Thin);
        let _ = worksheet.set_name(name);
        let _ = worksheet.set_freeze_panes(1, 0);
        let mut count = 0;
        for (title, width) in columns {
            let _ = worksheet.write_string_with_format(0, count, title, &header);
            let _ = worksheet.set_column_width(count, width);
            count += 1;
        }
        Self {
            worksheet,
            row: 1,
            columns: count,
        }
    }

    /// Writes the cells of the next row, from left to right.
    pub(super) fn add(&mut self, cells: impl Iterator<Item = Cell>) -> Result<(), XlsxError> {
        for (column, cell) in (0..).zip(cells) {
            self.write(column, &cell)?;
        }
        self.row += 1;
        Ok(())
    }

    /// The worksheet, with filters over all of its rows.
    pub(super) fn complete(&mut self) -> Result<Worksheet, XlsxError> {
        let last_row = self.row.saturating_sub(1);
        let last_column = self.columns.saturating_sub(1);
        self.worksheet.autofilter(0, 0, last_row, last_column)?;
        Ok(std::mem::take(&mut self.worksheet))
    }

    fn write(&mut self, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        let format = cell.paint.format();
        if let Some(number) = cell.number {
            self.worksheet.write_number_with_format(
                self.row,
                column,
                number,
                &CellFormat::new().set_align(FormatAlign::Top),
            )?;
        } else if let Some(link) = cell.link.as_ref().filter(|_| self.row < LINKS) {
            self.worksheet
                .write_url(self.row, column, Url::new(link).set_text(&cell.text))?;
        } else if !cell.text.is_empty() {
            self.worksheet
                .write_string_with_format(self.row, column, &cell.text, &format)?;
        }
        Ok(())
    }
}

/// What a cell says and how.
pub(super) struct Cell {
    text: String,
    number: Option<f64>,
    link: Option<String>,
    paint: Paint,
}

impl Cell {
    /// Text.
    pub(super) fn plain(text: &str) -> Self {
        Self::painted(text, Paint::None)
    }

    /// Text in a colour.
    pub(super) fn painted(text: &str, paint: Paint) -> Self {
        let text = sanitize::line(text).chars().take(CELL_CHARS).collect();
        Self {
            text,
            number: None,
            link: None,
            paint,
        }
    }

    /// Text that leads to a file.
    pub(super) fn linked(text: &str, link: Option<&str>) -> Self {
        Self {
            link: link.map(str::to_owned),
            ..Self::plain(text)
        }
    }

    /// A quantity.
    pub(super) fn number(number: f64) -> Self {
        Self {
            number: Some(number),
            ..Self::plain("")
        }
    }

    /// A count.
    pub(super) fn count(count: usize) -> Self {
        Self::number(count as f64)
    }
}

/// The colours of states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// Not painted.
    None,
    /// As it should be.
    Good,
    /// A person should look.
    Warn,
    /// Not read, or dangerous to act on.
    Bad,
}

impl Paint {
    /// The format of a text cell in that colour; `@` keeps a program from guessing when the cell is
    /// edited.
    fn format(self) -> CellFormat {
        let text = CellFormat::new()
            .set_num_format("@")
            .set_align(FormatAlign::Top);
        match self {
            Self::None => text,
            Self::Good => text
                .set_background_color(Color::RGB(0xC6_EF_CE))
                .set_font_color(Color::RGB(0x00_61_00)),
            Self::Warn => text
                .set_background_color(Color::RGB(0xFF_EB_9C))
                .set_font_color(Color::RGB(0x7F_60_00)),
            Self::Bad => text
                .set_background_color(Color::RGB(0xFF_C7_CE))
                .set_font_color(Color::RGB(0x9C_00_06)),
        }
    }
}
