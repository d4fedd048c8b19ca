//! The model's weights: the named tensors of the ONNX file that training writes.
//!
//! The format is ONNX because every tool can open and run it. The few protocol buffer fields that
//! are needed here don't justify a crate.

use std::collections::HashMap;

use crate::model::error::SetupError;

/// A tensor of the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tensor {
    /// Its dimensions, outermost first.
    pub dims: Vec<usize>,
    /// Its values in row-major order.
    pub values: Vec<f32>,
}

/// The tensors of a model by name.
#[derive(Debug)]
pub(super) struct Weights(HashMap<String, Tensor>);

/// Field numbers of `onnx.proto`.
const MODEL_GRAPH: u64 = 7;
const GRAPH_INITIALIZER: u64 = 5;
const TENSOR_DIMS: u64 = 1;
const TENSOR_TYPE: u64 = 2;
const TENSOR_NAME: u64 = 8;
const TENSOR_RAW: u64 = 9;
const TYPE_FLOAT: u64 = 1;

/// One field of a message.
enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

/// The fields of a message, in order, up to the first invalid one.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = (u64, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.varint()?;
        let value = match key & 7 {
            0 => Value::Number(self.varint()?),
            1 => Value::Bytes(self.bytes(8)?),
            2 => {
                let count = usize::try_from(self.varint()?).ok()?;
                Value::Bytes(self.bytes(count)?)
            }
            5 => Value::Bytes(self.bytes(4)?),
            _ => return None,
        };
        Some((key >> 3, value))
    }
}

/// The messages in a repeated field.
fn messages(message: &[u8], field: u64) -> impl Iterator<Item = &[u8]> {
    Fields(message).filter_map(move |(number, value)| match value {
        Value::Bytes(bytes) if number == field => Some(bytes),
        _ => None,
    })
}

/// A named tensor of floats; `None` for other types.
fn tensor(message: &[u8]) -> Option<(String, Tensor)> {
    let mut dims = Vec::new();
    let mut name = None;
    let mut raw = None;
    let mut float = false;
    for (field, value) in Fields(message) {
        match (field, value) {
            (TENSOR_DIMS, Value::Number(n)) => dims.push(usize::try_from(n).ok()?),
            // Repeated numbers may be packed.
            (TENSOR_DIMS, Value::Bytes(packed)) => {
                let mut packed = Fields(packed);
                while let Some(n) = packed.varint() {
                    dims.push(usize::try_from(n).ok()?);
                }
            }
            (TENSOR_TYPE, Value::Number(n)) => float = n == TYPE_FLOAT,
            (TENSOR_NAME, Value::Bytes(bytes)) => name = String::from_utf8(bytes.to_vec()).ok(),
            (TENSOR_RAW, Value::Bytes(bytes)) => raw = Some(bytes),
            _ => {}
        }
    }
    let values: Vec<f32> = raw?
        .as_chunks()
        .0
        .iter()
        .map(|b| f32::from_le_bytes(*b))
        .collect();
    let count = dims.iter().try_fold(1usize, |n, d| n.checked_mul(*d));
    (float && count == Some(values.len())).then_some((name?, Tensor { dims, values }))
}

impl Weights {
    /// Reads the float tensors of an ONNX file.
    pub(super) fn read(onnx: &[u8]) -> Self {
        Self(
            messages(onnx, MODEL_GRAPH)
                .flat_map(|graph| messages(graph, GRAPH_INITIALIZER))
                .filter_map(tensor)
                .collect(),
        )
    }

    /// The tensor with a name, if it has `N` dimensions.
    pub(super) fn get<const N: usize>(
        &self,
        name: &str,
    ) -> Result<([usize; N], &[f32]), SetupError> {
        let tensor = self.0.get(name);
        tensor
            .and_then(|t| Some((t.dims.as_slice().try_into().ok()?, t.values.as_slice())))
            .ok_or_else(|| SetupError::Engine(format!("recognizer: missing weights `{name}`")))
    }

    /// Whether there is a tensor with a name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_files_have_no_tensors() {
        for bytes in [
            &b""[..],
            b"no model",
            &[0x3a, 0xff, 0xff, 0xff, 0xff, 0x0f],
            &[0xff; 64],
        ] {
            let weights = Weights::read(bytes);
            assert!(!weights.has("stem0.w"));
            assert!(weights.get::<1>("stem0.w").is_err());
        }
    }

    #[test]
    fn a_tensor_is_found_by_name() {
        let tensor = [
            &[0x08, 2, 0x10, 1, 0x42, 1, b'w', 0x4a, 8][..],
            &1.5f32.to_le_bytes(),
            &(-2.0f32).to_le_bytes(),
        ]
        .concat();
        let graph = [&[0x2a, tensor.len() as u8][..], &tensor].concat();
        let model = [&[0x3a, graph.len() as u8][..], &graph].concat();
        assert_eq!(
            Weights::read(&model).get::<1>("w").unwrap(),
            ([2], &[1.5, -2.0][..])
        );
    }
}
