//! A courtesy copy in Spanish, some with the English label under or beside the Spanish one.
use super::kit::{Desk, Own, bars, dollars, stack, write_in};
use super::words::CENTERS;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A row: Spanish label, English label, value.
type Row = (&'static str, &'static str, String);

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 31, 0.46, 0.14);
    let family = rng.pick(&[
        Family::FreeSans,
        Family::LiberationSans,
        Family::LiberationSerif,
    ]);
    let mut desk = Desk::new(rng, case, "I-797C");
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, &mut desk, family);
    let rows = rows(&mut desk, own);
    let y = if desk.rng.chance(0.5) {
        ladder(&mut sheet, &mut desk, family, &rows)
    } else {
        blocks(&mut sheet, family, &rows)
    };
    prose(&mut sheet, &mut desk, family, y + 14.0);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// Agency, title, addressee.
fn head(sheet: &mut Sheet, desk: &mut Desk, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    sheet.write(
        bold,
        11.0,
        50.0,
        42.0,
        "Servicio de Ciudadanía e Inmigración de EE. UU. (USCIS)",
    );
    sheet.write(plain, 8.5, 50.0, 54.0, "Departamento de Seguridad Nacional");
    sheet.fill([50.0, 62.0, 562.0, 64.0], 0.0);
    sheet.write(
        bold,
        13.0,
        50.0,
        84.0,
        "Formulario I-797C, Notificación de Acción",
    );
    let stamp = desk
        .rng
        .pick(&["COPIA DE CORTESÍA", "COPIA DE CORTESÍA / COURTESY COPY"]);
    let size = 8.5;
    let width = plain.width(stamp, size);
    sheet.frame([554.0 - width, 98.0, 562.0, 112.0], 0.8);
    sheet.write(plain, size, 558.0 - width, 108.0, stamp);
    stack(sheet, plain, 10.5, [64.0, 122.0, 13.0], &desk.addressee());
    bars(sheet, Symbology::Code128, desk.case, [396.0, 124.0, 24.0]);
}

/// All rows in their order.
fn rows(desk: &mut Desk, own: Own) -> Vec<Row> {
    desk.truth.fields.notice_type = Some("Receipt Notice".into());
    desk.truth.fields.case_type = Some(desk.case.form_code.into());
    let petition = desk.case.is_petition;
    let (role, english) = if petition {
        ("Peticionario", "Petitioner")
    } else {
        ("Solicitante", "Applicant")
    };
    let mut rows: Vec<Row> = vec![
        (
            "Tipo de notificación",
            "Notice Type",
            "Receipt Notice".into(),
        ),
        ("Número de recibo", "Receipt Number", desk.receipt()),
        ("Tipo de caso", "Case Type", desk.case.form_code.into()),
        (
            "Fecha de la notificación",
            "Notice Date",
            desk.notice_date(),
        ),
        ("Fecha de recibo", "Received Date", desk.received_date()),
        (role, english, desk.filer()),
    ];
    if let Some(name) = desk.beneficiary() {
        rows.push(("Beneficiario", "Beneficiary", name));
    }
    if desk.rng.chance(0.8) {
        let alien = desk.alien(desk.subject());
        rows.push(("Número de extranjero (A#)", "A-Number", alien));
    }
    if desk.rng.chance(0.6) {
        let amount = dollars(desk.rng.between(410, 1440));
        desk.truth.fields.amount = Some(amount.clone());
        rows.push(("Cantidad recibida", "Amount received", amount));
        let rival = desk.rival();
        rows.push((
            "Número de rastreo del pago",
            "Payment tracking number",
            rival,
        ));
    }
    if own != Own::Absent {
        let (spanish, english) = own_label(desk);
        let account = desk.account(own);
        let at = 2 + desk.rng.below(rows.len() - 1);
        rows.insert(at, (spanish, english, account));
    } else if desk.rng.chance(0.4) {
        let account = desk.attorney_account();
        rows.push((
            "Cuenta USCIS en línea del abogado",
            "Attorney's USCIS online account",
            account,
        ));
    }
    rows
}

/// The two labels of the account.
fn own_label(desk: &mut Desk) -> (&'static str, &'static str) {
    let petition = desk.case.is_petition;
    let owner = if petition {
        (
            "Cuenta de USCIS en línea del peticionario",
            "Petitioner's USCIS online account",
        )
    } else {
        (
            "Cuenta de USCIS en línea del solicitante",
            "Applicant's USCIS online account",
        )
    };
    desk.rng.pick(&[
        (
            "Número de cuenta en línea de USCIS",
            "USCIS Online Account Number",
        ),
        (
            "N.º de cuenta en línea de USCIS",
            "USCIS Online Account No.",
        ),
        (
            "Su número de cuenta en línea (USCIS)",
            "Your USCIS online account number",
        ),
        owner,
    ])
}

/// One row under the other: Spanish, English in italics behind it, value at the right.
fn ladder(sheet: &mut Sheet, desk: &mut Desk, family: Family, rows: &[Row]) -> f32 {
    let english_too = desk.rng.chance(0.65);
    let ruled = desk.rng.chance(0.5);
    let mut y = 186.0;
    for (spanish, english, value) in rows {
        let x = sheet.write(Face::bold(family), 9.0, 50.0, y, spanish);
        if english_too {
            let text = format!(" / {english}");
            write_in(sheet, Face::italic(family), 8.0, [x, y, 372.0 - x], &text);
        }
        write_in(sheet, Face::regular(family), 10.0, [380.0, y, 180.0], value);
        if ruled {
            sheet.rule(50.0, 562.0, y + 4.5, 0.3);
        }
        y += 17.5;
    }
    y
}

/// Three columns of blocks: Spanish label, English label, value under both.
fn blocks(sheet: &mut Sheet, family: Family, rows: &[Row]) -> f32 {
    let mut y = 176.0;
    for three in rows.chunks(3) {
        for (at, (spanish, english, value)) in three.iter().enumerate() {
            let left = 50.0 + at as f32 * 170.7;
            sheet.frame([left, y, left + 170.7, y + 42.0], 0.6);
            let x = left + 4.0;
            write_in(
                sheet,
                Face::bold(family),
                7.5,
                [x, y + 10.0, 162.0],
                spanish,
            );
            write_in(
                sheet,
                Face::italic(family),
                6.5,
                [x, y + 19.0, 162.0],
                english,
            );
            write_in(
                sheet,
                Face::regular(family),
                10.0,
                [x, y + 34.0, 162.0],
                value,
            );
        }
        y += 42.0;
    }
    y + 12.0
}

/// Body text in Spanish, and the office.
fn prose(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let face = Face::regular(family);
    let example = format!(
        "El número de cuenta en línea de USCIS tiene 12 dígitos (por ejemplo, 0{}) y no es lo \
         mismo que el número de extranjero. Si usted no tiene una cuenta, no escriba nada.",
        desk.rng.digits(11)
    );
    let extra = [
        example.as_str(),
        "Puede crear una cuenta en línea en my.uscis.gov para ver el estado de su caso. USCIS le \
         dará un número de cuenta.",
        "Llame al Centro de Contacto de USCIS, 800-375-5283 (TTY 800-767-1833), si cambia de \
         dirección.",
    ];
    let said = extra[desk.rng.below(3)];
    let size = desk.rng.uniform(10.0, 11.5);
    let mut y = y;
    for text in [
        "Hemos recibido el formulario indicado arriba. Esta notificación no otorga ningún \
         estatus ni beneficio migratorio.",
        "Revise los datos de esta notificación. Si encuentra un error, comuníquese con nosotros \
         lo antes posible.",
        said,
        "Si necesitamos sus huellas dactilares, una fotografía o más documentos, le \
         escribiremos a la dirección que aparece en esta notificación. No envíe documentos \
         originales a menos que se los pidamos.",
        "Los tiempos de tramitación dependen del formulario y de la oficina. Consulte \
         www.uscis.gov/es/tiempos. Guarde esta copia con sus documentos.",
        "Esta copia en español se envía solo como cortesía. La notificación oficial es la que \
         está escrita en inglés.",
    ] {
        y = sheet.paragraph(face, size, 50.0, y, 510.0, text) + 8.0;
    }
    let (name, street, city) = desk.rng.pick(CENTERS);
    let rows: [String; 3] = [name.into(), street.into(), city.into()];
    stack(sheet, face, 9.0, [50.0, y + 16.0, 12.0], &rows);
    sheet.flush_right(face, 8.0, 562.0, 760.0, "Página 1 de 1");
}
