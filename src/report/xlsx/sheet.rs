//! A sheet of a workbook, written row by row, and its cells. Rows go to a file as they come, so
//! that a sheet of a million rows takes no more memory than one of ten; what does not fit on a
//! sheet goes on in a further one.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook,
    Worksheet, XlsxError,
};

use crate::report::columns::Paint;
use crate::report::sanitize;

/// Rows of a sheet, with its header.
const ROWS: u32 = 1_048_576;
/// The longest string that a cell holds.
const CELL_CHARS: usize = 32_767;
/// The most links on a sheet that spreadsheet programs open; each takes memory, too.
const LINKS: u32 = 65_000;
/// Points of a line of text.
const LINE_HEIGHT: f64 = 15.0;
/// Rows whose height is set. The crate remembers each, and programs fit further rows by themselves.
const FITTED: u32 = 20_000;
/// Lines that a row shows; a longer text is read in its cell.
const MOST_LINES: usize = 8;
/// US Letter.
const LETTER: u8 = 1;

/// A column: its title and its width in characters.
pub(super) type Title = (&'static str, f64);

/// A worksheet, its next free row, and those that are full.
pub(super) struct Sheet {
    name: &'static str,
    titles: Vec<Title>,
    /// Columns at the left that stay in view.
    fixed: u16,
    /// Columns that are printed; the others are for the screen.
    printed: u16,
    full: Vec<Worksheet>,
    worksheet: Worksheet,
    row: u32,
    links: u32,
    most: u32,
}

impl Sheet {
    /// An empty sheet with its header.
    pub(super) fn new(
        book: &mut Workbook,
        name: &'static str,
        titles: Vec<Title>,
        fixed: u16,
        printed: u16,
    ) -> Result<Self, XlsxError> {
        let printed = printed.min(u16::try_from(titles.len()).unwrap_or(u16::MAX));
        let mut sheet = Self {
            name,
            titles,
            fixed,
            printed,
            full: Vec::new(),
            worksheet: Worksheet::new(),
            row: 0,
            links: 0,
            most: ROWS,
        };
        sheet.begin(book)?;
        Ok(sheet)
    }

    /// The same with room for few rows, for tests.
    #[cfg(test)]
    pub(super) fn with_most(mut self, most: u32) -> Self {
        self.most = most;
        self
    }

    /// Begins a worksheet; a further one has its number in its name.
    fn begin(&mut self, book: &mut Workbook) -> Result<(), XlsxError> {
        let mut worksheet = book.new_worksheet_with_constant_memory()?;
        let name = match self.full.len() {
            0 => self.name.to_owned(),
            before => format!("{} {}", self.name, before + 1),
        };
        worksheet.set_name(name)?;
        worksheet.set_freeze_panes(1, self.fixed)?;
        worksheet.set_landscape().set_paper_size(LETTER);
        worksheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
        worksheet.set_print_fit_to_pages(1, 0);
        worksheet.set_repeat_rows(0, 0)?;
        worksheet.set_footer("&L&A&RPage &P of &N");
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(0x1F3864))
            .set_border_bottom(FormatBorder::Thin);
        for (column, (title, width)) in (0..).zip(&self.titles) {
            worksheet.set_column_width(column, *width)?;
            worksheet.write_string_with_format(0, column, *title, &header)?;
        }
        worksheet.set_row_height(0, 30)?;
        self.worksheet = worksheet;
        self.row = 1;
        self.links = 0;
        Ok(())
    }

    /// Writes the cells of the next row, from left to right.
    pub(super) fn add(
        &mut self,
        book: &mut Workbook,
        looks: &Looks,
        cells: impl IntoIterator<Item = Cell>,
    ) -> Result<(), XlsxError> {
        if self.row >= self.most {
            self.complete()?;
            self.begin(book)?;
        }
        let cells: Vec<Cell> = cells.into_iter().collect();
        if self.row <= FITTED {
            self.fit(&cells)?;
        }
        for (column, cell) in (0..).zip(cells) {
            self.write(column, &cell, looks)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Makes the next row as high as its text, as not every program does by itself.
    fn fit(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        let lines = cells
            .iter()
            .zip(&self.titles)
            .map(|(cell, title)| cell.lines(title.1));
        let lines = lines.max().unwrap_or(1).clamp(1, MOST_LINES);
        self.worksheet
            .set_row_height(self.row, LINE_HEIGHT * lines as f64)?;
        Ok(())
    }

    /// Puts the worksheet away, with filters over all of its rows.
    fn complete(&mut self) -> Result<(), XlsxError> {
        let last_row = self.row.saturating_sub(1);
        let last_column = u16::try_from(self.titles.len())
            .unwrap_or(1)
            .saturating_sub(1);
        self.worksheet.autofilter(0, 0, last_row, last_column)?;
        let printed = self.printed.saturating_sub(1);
        self.worksheet.set_print_area(0, 0, last_row, printed)?;
        self.full.push(std::mem::take(&mut self.worksheet));
        Ok(())
    }

    /// The worksheets in order.
    pub(super) fn finish(mut self) -> Result<Vec<Worksheet>, XlsxError> {
        self.complete()?;
        Ok(self.full)
    }

    fn write(&mut self, column: u16, cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
        let row = self.row;
        let sheet = &mut self.worksheet;
        match cell {
            Cell::Empty(paint) => sheet.write_blank(row, column, looks.text(*paint))?,
            Cell::Text(text, paint) => {
                sheet.write_string_with_format(row, column, text, looks.text(*paint))?
            }
            Cell::Number(number) => {
                sheet.write_number_with_format(row, column, *number, &looks.number)?
            }
            Cell::Day(day, paint) => {
                let format = looks.day(*paint);
                let year = day.year().unsigned_abs();
                let month = day.month();
                let of = day.day();
                let cell = ExcelDateTime::from_ymd(year, month.unsigned_abs(), of.unsigned_abs());
                match cell {
                    Ok(cell) => sheet.write_datetime_with_format(row, column, &cell, format)?,
                    // Excel counts from 1900.
                    Err(_) => {
                        sheet.write_string_with_format(row, column, day.to_string(), format)?
                    }
                }
            }
            Cell::Link(text, Some(link)) if self.links < LINKS => {
                self.links += 1;
                let url = Url::new(link).set_text(text);
                sheet.write_url_with_format(row, column, url, &looks.link)?
            }
            Cell::Link(text, _) => {
                sheet.write_string_with_format(row, column, text, looks.text(Paint::None))?
            }
        };
        Ok(())
    }
}

/// What a cell says and how.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Empty(Paint),
    /// Text.
    Text(String, Paint),
    /// A quantity.
    Number(f64),
    /// A day.
    Day(Date, Paint),
    /// Text that leads to a file.
    Link(String, Option<String>),
}

impl Cell {
    /// Text.
    pub(super) fn plain(text: &str) -> Self {
        Self::painted(text, Paint::None)
    }

    /// Text in a colour.
    pub(super) fn painted(text: &str, paint: Paint) -> Self {
        if text.is_empty() {
            return Self::Empty(paint);
        }
        Self::Text(shown(text), paint)
    }

    /// Text that leads to a file.
    pub(super) fn linked(text: &str, link: Option<&str>) -> Self {
        Self::Link(shown(text), link.map(str::to_owned))
    }

    /// A day; what is none stays text.
    pub(super) fn day(text: &str, paint: Paint) -> Self {
        match text.parse() {
            Ok(day) => Self::Day(day, paint),
            Err(_) => Self::painted(text, paint),
        }
    }

    /// About how many lines it takes in a column of this many characters.
    fn lines(&self, width: f64) -> usize {
        let text = match self {
            Self::Text(text, _) | Self::Link(text, _) => text,
            _ => return 1,
        };
        // The width counts digits; letters are narrower, but words are not cut.
        let held = (width * 1.1).max(1.0);
        (text.chars().count() as f64 / held).ceil() as usize
    }

    /// A count.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

fn shown(text: &str) -> String {
    sanitize::line(text).chars().take(CELL_CHARS).collect()
}

/// In the order of their values.
const PAINTS: [Paint; 4] = [Paint::None, Paint::Review, Paint::Missing, Paint::Failed];

/// The formats of cells, made once.
pub(super) struct Looks {
    texts: [Format; 4],
    days: [Format; 4],
    number: Format,
    link: Format,
}

impl Looks {
    /// Makes the formats. `@` keeps a program from guessing when a cell of text is edited.
    pub(super) fn new() -> Self {
        let rule = Color::RGB(0xD9_D9_D9);
        let base = || {
            let top = Format::new().set_align(FormatAlign::Top);
            top.set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(rule)
        };
        let painted = |format: Format, paint| match paint {
            Paint::None => format,
            Paint::Review => format.set_background_color(Color::RGB(0xFF_EB_9C)),
            Paint::Missing => format.set_background_color(Color::RGB(0xF8_CB_AD)),
            Paint::Failed => format.set_background_color(Color::RGB(0xFF_A7_A7)),
        };
        let text = |paint| painted(base().set_num_format("@").set_text_wrap(), paint);
        let day = |paint| {
            let format = base()
                .set_num_format("mm/dd/yyyy")
                .set_align(FormatAlign::Left);
            painted(format, paint)
        };
        Self {
            texts: PAINTS.map(text),
            days: PAINTS.map(day),
            number: base().set_align(FormatAlign::Left),
            link: base()
                .set_text_wrap()
                .set_font_color(Color::RGB(0x05_63_C1))
                .set_underline(FormatUnderline::Single),
        }
    }

    fn text(&self, paint: Paint) -> &Format {
        &self.texts[paint as usize]
    }

    fn day(&self, paint: Paint) -> &Format {
        &self.days[paint as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_beyond_a_sheet_go_on_in_the_next() {
        let mut book = Workbook::new();
        let looks = Looks::new();
        let sheet = Sheet::new(&mut book, "Findings", vec![("A", 9.0)], 0, 1).unwrap();
        let mut sheet = sheet.with_most(3);
        for row in 0..5 {
            sheet.add(&mut book, &looks, [Cell::count(row)]).unwrap();
        }
        let sheets = sheet.finish().unwrap();
        let names: Vec<String> = sheets.iter().map(Worksheet::name).collect();
        assert_eq!(names, ["Findings", "Findings 2", "Findings 3"]);
    }
}
