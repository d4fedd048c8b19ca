//! The JSON Schema of a record: a line of JSON Lines, and an element of `documents` in JSON.

use schemars::generate::SchemaSettings;

use crate::model::record::DocumentRecord;

/// The schema (draft 2020-12) of what is written, as indented JSON with a line feed at the end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings
        .into_generator()
        .into_root_schema_for::<DocumentRecord>();
    format!("{:#}\n", schema.to_value())
}
