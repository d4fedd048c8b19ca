//! Which layers of the copied pages are shown: a layer that is off stays off.

use hayro_syntax::object::{Array, Dict, MaybeRef, Object};
use pdf_writer::{Name, Ref};

use super::write::Copier;

/// Writes the states of those layers that were copied; `None` where there is none.
pub(super) fn write<'a>(copier: &mut Copier<'a>, root: &Dict<'a>) -> Option<Ref> {
    let layers = root.get::<Dict<'a>>(b"OCProperties".as_slice())?;
    let all = copied(copier, &layers, b"OCGs");
    if all.is_empty() {
        return None;
    }
    let shown = layers.get::<Dict<'a>>(b"D".as_slice()).unwrap_or_default();
    let states: Vec<(Name<'_>, Vec<Ref>)> = [Name(b"ON"), Name(b"OFF")]
        .into_iter()
        .map(|key| (key, copied(copier, &shown, key.0)))
        .collect();
    let number = copier.number();
    let mut chunk = copier.take();
    {
        let mut to = chunk.indirect(number).dict();
        to.insert(Name(b"OCGs")).array().items(all);
        let mut to = to.insert(Name(b"D")).dict();
        copier.entries(&mut to, &shown, 1, &|key| key == b"BaseState");
        for (key, layers) in states {
            to.insert(key).array().items(layers);
        }
    }
    copier.chunk = chunk;
    Some(number)
}

/// The copies of the layers in a list.
fn copied(copier: &Copier<'_>, dict: &Dict<'_>, key: &[u8]) -> Vec<Ref> {
    let list = dict.get::<Array<'_>>(key);
    let items = list.iter().flat_map(Array::raw_iter);
    let copy = |item: MaybeRef<Object<'_>>| copier.copy_of(item.as_obj_ref()?.into());
    items.filter_map(copy).collect()
}
