//! One sheet and its cells: a header, rows, and a further sheet where the rows do not fit.

use rust_xlsxwriter::{
    Color, Format as CellFormat, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use crate::report::sanitize;

/// The most rows of a sheet, its header included.
pub(super) const ROWS: u32 = 1_048_576;
/// The longest string that a cell holds, in units of UTF-16.
const CELL_UNITS: usize = 32_767;
/// The most links on a sheet that spreadsheet programs open.
const LINKS: u32 = 65_000;

/// A sheet, those before it that are full, and its next free row.
pub(super) struct Sheet {
    name: &'static str,
    /// Titles, and widths in characters.
    columns: Vec<(String, f64)>,
    full: Vec<Worksheet>,
    worksheet: Worksheet,
    row: u32,
    rows: u32,
}

impl Sheet {
    /// An empty sheet with its header, which takes so many rows with it.
    ///
    /// # Errors
    /// When no temporary file can be made for its rows.
    pub(super) fn new(
        workbook: &mut Workbook,
        rows: u32,
        name: &'static str,
        columns: impl Iterator<Item = (String, f64)>,
    ) -> Result<Self, XlsxError> {
        let columns: Vec<(String, f64)> = columns.collect();
        let worksheet = begun(workbook, name, &columns)?;
        Ok(Self {
            name,
            columns,
            full: Vec::new(),
            worksheet,
            row: 1,
            rows,
        })
    }

    /// Writes the cells of the next row, from left to right.
    ///
    /// # Errors
    /// When the crate refuses a cell.
    pub(super) fn add(
        &mut self,
        workbook: &mut Workbook,
        cells: impl IntoIterator<Item = Cell>,
    ) -> Result<(), XlsxError> {
        if self.row >= self.rows {
            self.go_on(workbook)?;
        }
        for (column, cell) in (0..).zip(cells) {
            self.write(column, &cell)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Begins a further sheet, named after the first.
    fn go_on(&mut self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        self.filter()?;
        let name = format!("{} {}", self.name, self.full.len() + 2);
        let next = begun(workbook, &name, &self.columns)?;
        self.full.push(std::mem::replace(&mut self.worksheet, next));
        self.row = 1;
        Ok(())
    }

    /// Lets a person filter what is on the sheet.
    fn filter(&mut self) -> Result<(), XlsxError> {
        let last_row = self.row.saturating_sub(1);
        let last_column = self.columns.len().saturating_sub(1) as u16;
        self.worksheet.autofilter(0, 0, last_row, last_column)?;
        Ok(())
    }

    /// Puts the sheet, and those that it goes on, into the workbook.
    ///
    /// # Errors
    /// When the crate refuses the filter.
    pub(super) fn complete(&mut self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        self.filter()?;
        for worksheet in self.full.drain(..) {
            workbook.push_worksheet(worksheet);
        }
        workbook.push_worksheet(std::mem::take(&mut self.worksheet));
        Ok(())
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
            let link = Url::new(link).set_text(&cell.text);
            self.worksheet.write_url(self.row, column, link)?;
        } else if !cell.text.is_empty() {
            self.worksheet
                .write_string_with_format(self.row, column, &cell.text, &format)?;
        }
        Ok(())
    }
}

/// A worksheet with its header, whose rows wait in a file.
fn begun(
    workbook: &mut Workbook,
    name: &str,
    columns: &[(String, f64)],
) -> Result<Worksheet, XlsxError> {
    let mut worksheet = workbook.new_worksheet_with_constant_memory()?;
    let header = CellFormat::new()
        .set_bold()
        .set_background_color(Color::RGB(0xD9_E1_F2))
        .set_border_bottom(FormatBorder::Thin);
    worksheet.set_name(name)?;
    worksheet.set_freeze_panes(1, 0)?;
    for (column, (title, width)) in (0..).zip(columns) {
        worksheet.write_string_with_format(0, column, title, &header)?;
        worksheet.set_column_width(column, *width)?;
    }
    Ok(worksheet)
}

/// The beginning of a text that a cell holds.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let too_long = |(_, character): &(usize, char)| {
        units += character.len_utf16();
        units > CELL_UNITS
    };
    let end = text.char_indices().find(too_long);
    let end = end.map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
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
        let text = cut(&sanitize::line(text)).to_owned();
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
    /// As it comes.
    None,
    /// Green.
    Good,
    /// Yellow.
    Warn,
    /// Red.
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
