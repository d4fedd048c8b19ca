//! `extract schema`: the committed schema is the one printed, and real records keep to it.

use serde_json::Value;

use crate::program::{all_notices, extract};

/// Checks a value against the part of JSON Schema that records use. Keys that the schema does not
/// name are refused, so that it is complete.
struct Checker<'a> {
    root: &'a Value,
}

impl Checker<'_> {
    fn check(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        if schema == &Value::Bool(true) {
            return Ok(());
        }
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let target = self.root.pointer(name.trim_start_matches('#'));
            let target = target.ok_or_else(|| format!("{at}: {name} leads nowhere"))?;
            return self.check(target, value, at);
        }
        for key in ["anyOf", "oneOf"] {
            if let Some(ways) = schema.get(key).and_then(Value::as_array) {
                let fits = ways.iter().any(|way| self.check(way, value, at).is_ok());
                return fits
                    .then_some(())
                    .ok_or(format!("{at}: none of {key} fits {value}"));
            }
        }
        if let Some(only) = schema.get("const") {
            return (only == value)
                .then_some(())
                .ok_or(format!("{at}: {value} is not {only}"));
        }
        if let Some(list) = schema.get("enum").and_then(Value::as_array) {
            let known = list.contains(value);
            return known
                .then_some(())
                .ok_or(format!("{at}: {value} is not listed"));
        }
        self.kind(schema, value, at)?;
        match value {
            Value::Object(object) => self.object(schema, object, at),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .try_for_each(|(i, item)| match schema.get("items") {
                    Some(kind) => self.check(kind, item, &format!("{at}[{i}]")),
                    None => Ok(()),
                }),
            _ => Ok(()),
        }
    }

    fn kind(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        let is = |name: &str| match name {
            "null" => value.is_null(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_u64() || value.is_i64(),
            "number" => value.is_number(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => false,
        };
        let fits = match schema.get("type") {
            Some(Value::String(name)) => is(name),
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
            _ => true,
        };
        fits.then_some(())
            .ok_or(format!("{at}: {value} is of another type"))
    }

    fn object(
        &self,
        schema: &Value,
        object: &serde_json::Map<String, Value>,
        at: &str,
    ) -> Result<(), String> {
        for key in schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let key = key.as_str().unwrap_or_default();
            if !object.contains_key(key) {
                return Err(format!("{at}: {key} is missing"));
            }
        }
        for (key, value) in object {
            let kind = schema.get("properties").and_then(|p| p.get(key));
            let kind = kind.ok_or_else(|| format!("{at}: {key} is not in the schema"))?;
            self.check(kind, value, &format!("{at}.{key}"))?;
        }
        Ok(())
    }
}

#[test]
fn the_committed_schema_is_the_one_printed() {
    let run = extract(&["schema"]);
    let printed = run.text();
    assert_eq!(include_str!("../../docs/schema.json"), printed);
}

#[test]
fn real_records_keep_to_the_schema() {
    let root: Value = serde_json::from_str(extract(&["schema"]).text()).expect("it is JSON");
    let checker = Checker { root: &root };
    let mut fields = 0;
    let (run, _) = all_notices();
    let report: Value = serde_json::from_str(run.text()).expect("the report is JSON");
    for record in report["documents"].as_array().expect("there are documents") {
        let path = record["path"].as_str().unwrap_or_default().to_owned();
        checker
            .check(&root, record, &path)
            .expect("the record keeps to the schema");
        let notices = record["notices"].as_array().into_iter().flatten();
        fields += notices.filter(|n| n.get("fields").is_some()).count();
    }
    assert!(fields > 0, "some notice has fields");
}

#[test]
fn the_checker_refuses_what_the_schema_does_not_name() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"],
        "properties": {"a": {"type": ["integer", "null"]}, "b": {"enum": ["x"]}},
    });
    let checker = Checker { root: &schema };
    let check = |text: &str| {
        let value: Value = serde_json::from_str(text).expect("it is JSON");
        checker.check(&schema, &value, "record").is_ok()
    };
    assert!(check(r#"{"a":1,"b":"x"}"#) && check(r#"{"a":null}"#));
    assert!(!check(r#"{"b":"x"}"#) && !check(r#"{"a":"1"}"#));
    assert!(!check(r#"{"a":1,"b":"y"}"#) && !check(r#"{"a":1,"c":1}"#));
}
