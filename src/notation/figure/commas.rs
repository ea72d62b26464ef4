//! Which comma is a decimal sign; the rule stands in the text of the notation module.

use super::{Atom, Place, Sign, Unit, Value};

/// Joins two whole numbers around a German decimal comma (the rule stands in the module's text).
pub(super) fn merge_decimals(atoms: &mut Vec<Atom<'_>>, signs: &mut Vec<Sign>, place: Place) {
    let mut at = 0;
    while at < signs.len() {
        let run = signs.iter().skip(at).take_while(|sign| **sign == Sign::Comma).count();
        if run == 1
            && let (Some(whole), Some(part)) = (atoms.get(at), atoms.get(at + 1))
            && is_decimal_comma(whole, part)
            && may_have_fraction(atoms.iter().skip(at + 1).find_map(|atom| atom.unit), place)
            && let Ok(value) = format!("{}.{}", whole.digits, part.digits).parse()
        {
            let merged =
                Atom { value: Value::Number(value), from: whole.from, fraction: true, ..*part };
            atoms.splice(at..at + 2, [merged]);
            signs.remove(at);
        } else {
            at += run.max(1);
        }
    }
}

/// Whether numbers of this unit, the next one written, may have a fraction there.
fn may_have_fraction(unit: Option<Unit>, place: Place) -> bool {
    match place {
        Place::Scheme(_) => unit.is_some_and(Unit::has_fractions),
        Place::Load | Place::Plain => unit.is_none_or(Unit::has_fractions),
    }
}

fn is_decimal_comma(whole: &Atom<'_>, part: &Atom<'_>) -> bool {
    let bare = whole.unit.is_none() && !whole.plus && !whole.fraction && !part.fraction;
    let (before, after) = (whole.digits.len(), part.digits.len());
    bare && before > 0 && (after == 1 || (before == 1 && (2..=3).contains(&after)))
}
