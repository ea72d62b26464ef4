//! Runs of numbers with their units: `3-4`, `12,10,8,6`, `5/3/1+`, `30/24 cal`, `20s:10s`. What a
//! run means is decided by who asked for it; what its commas mean is decided here.

mod commas;
mod number;
mod unit;

pub(super) use unit::Unit;

use super::cursor::Cursor;
use super::lexer::Kind;
use super::words::Word;
use crate::domain::Span;

/// One number, or `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Atom<'a> {
    pub value: Value,
    /// Digits before the decimal sign, as written; empty unless the number is written in digits.
    digits: &'a str,
    /// Whether it has a point and decimals already.
    fraction: bool,
    /// `5+`.
    pub plus: bool,
    pub unit: Option<Unit>,
    pub from: usize,
    pub to: usize,
}

/// What an [`Atom`] holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    Number(f64),
    /// Seconds, from `m:ss` or `h:mm:ss`.
    Clock(u32),
    Max,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Comma,
    CommaSpace,
    Slash,
    Dash,
    Colon,
}

/// One entry of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Entry<'a> {
    One(Atom<'a>),
    Range(Atom<'a>, Atom<'a>),
    Pair(Atom<'a>, Atom<'a>),
}

impl<'a> Entry<'a> {
    pub(super) const fn first(&self) -> &Atom<'a> {
        match self {
            Self::One(atom) | Self::Range(atom, _) | Self::Pair(atom, _) => atom,
        }
    }

    const fn atoms_mut(&mut self) -> (&mut Atom<'a>, Option<&mut Atom<'a>>) {
        match self {
            Self::One(atom) => (atom, None),
            Self::Range(one, other) | Self::Pair(one, other) => (one, Some(other)),
        }
    }

    /// The unit the whole entry is written in.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self {
            Self::One(atom) => atom.unit,
            Self::Range(one, other) | Self::Pair(one, other) => other.unit.or(one.unit),
        }
    }
}

/// How the entries of a run are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    /// There is one entry.
    Alone,
    Commas,
    /// At least two; two of them may be a pair.
    Slashes,
    /// At least three.
    Dashes,
    /// Work and rest.
    Colon,
}

/// A run of numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure<'a> {
    pub entries: Vec<Entry<'a>>,
    pub glue: Glue,
    pub from: usize,
    pub to: usize,
}

/// What a run is read as; decides which commas it may swallow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An amount; with the sets it stands right behind.
    Scheme(Option<Span<u16>>),
    /// A load.
    Load,
    /// A single number or range.
    Plain,
}

/// Reads a run at the cursor; `None` when no number stands there.
pub(super) fn figure<'a>(cursor: &mut Cursor<'a>, place: Place) -> Option<Figure<'a>> {
    let first = atom(cursor, place)?;
    let from = first.from;
    let mut atoms = vec![first];
    let mut signs = Vec::new();
    // where the run ended before its first comma with a space
    let mut cut = None;
    while let Some(last) = atoms.last().copied() {
        let before = cursor.at;
        let next = sign(cursor, last.unit).and_then(|sign| {
            let next = atom(cursor, place)?;
            joins(cursor, &last, sign, &next, place).then_some((sign, next))
        });
        let Some((sign, next)) = next else {
            cursor.at = before;
            break;
        };
        if sign == Sign::CommaSpace && cut.is_none() {
            cut = Some((atoms.len(), before));
        }
        atoms.push(next);
        signs.push(sign);
    }
    if let (Place::Scheme(Some(sets)), Some((length, at))) = (place, cut)
        && atoms.len() != usize::from(sets.min)
    {
        atoms.truncate(length);
        signs.truncate(length - 1);
        cursor.at = at;
    }
    commas::merge_decimals(&mut atoms, &mut signs, place);
    let to = atoms.last().map_or(from, |atom| atom.to);
    let (mut entries, glue) = arrange(atoms, &signs);
    share_units(&mut entries);
    Some(Figure { entries, glue, from, to })
}

/// A number with its unit, or `max`.
fn atom<'a>(cursor: &mut Cursor<'a>, place: Place) -> Option<Atom<'a>> {
    if matches!(place, Place::Scheme(_)) && cursor.word() == Some(Word::Max) {
        let token = cursor.next()?;
        let (from, to) = (token.from, token.to);
        let (digits, fraction, plus, unit) = ("", false, false, None);
        return Some(Atom { value: Value::Max, digits, fraction, plus, unit, from, to });
    }
    let mut atom = number::read(cursor)?;
    if cursor.glued_sign('+') && !cursor.follows_number(1) {
        cursor.at += 1;
        atom.plus = true;
    }
    atom.unit = unit::read(cursor, &mut atom, place);
    atom.to = cursor.behind();
    Some(atom)
}

/// The sign between two numbers; consumed only if a number (or `max`) follows it.
fn sign(cursor: &mut Cursor<'_>, unit: Option<Unit>) -> Option<Sign> {
    let token = cursor.peek(0)?;
    let sign = match token.kind {
        Kind::Sign(',') if cursor.peek(1).is_some_and(|next| next.glued) => Sign::Comma,
        Kind::Sign(',') => Sign::CommaSpace,
        Kind::Sign('/') => Sign::Slash,
        Kind::Sign('-') | Kind::Word(Word::To) => Sign::Dash,
        Kind::Sign(':') if unit.is_some_and(Unit::is_time) => Sign::Colon,
        _ => return None,
    };
    let follows = cursor.follows_number(1)
        || (cursor.word_at(1) == Some(Word::Max) && sign != Sign::Dash && sign != Sign::Colon);
    follows.then(|| {
        cursor.at += 1;
        sign
    })
}

/// Whether `next`, just read, belongs to the run rather than starting the next clause.
fn joins(cursor: &Cursor<'_>, last: &Atom<'_>, sign: Sign, next: &Atom<'_>, place: Place) -> bool {
    let parts = match sign {
        Sign::CommaSpace => true,
        // `4x6,90s rest`; but `1,5 min rest`
        Sign::Comma => next.unit == Some(Unit::Seconds),
        _ => false,
    };
    let clause_of_its_own = match cursor.word() {
        Some(Word::Rest | Word::Off) => parts,
        Some(Word::Times | Word::Sets | Word::Rounds) => parts || sign == Sign::Comma,
        _ => false,
    };
    if clause_of_its_own && matches!(place, Place::Scheme(_) | Place::Load) {
        // a rest that is followed by its own time is none of ours
        let own_time = cursor.word() == Some(Word::Rest) && cursor.follows_number(1);
        if !own_time {
            return false;
        }
    }
    match place {
        Place::Scheme(_) => sign != Sign::CommaSpace || next.unit.is_none_or(Unit::is_work),
        Place::Load => {
            // paces are clock times until the last one says what they are
            let clocks = [last, next].map(|atom| matches!(atom.value, Value::Clock(_)));
            sign != Sign::CommaSpace || next.unit.is_none_or(Unit::is_load) || clocks == [true; 2]
        }
        Place::Plain => matches!(sign, Sign::Dash | Sign::Comma),
    }
}

fn arrange<'a>(atoms: Vec<Atom<'a>>, signs: &[Sign]) -> (Vec<Entry<'a>>, Glue) {
    let has = |wanted: &[Sign]| signs.iter().any(|sign| wanted.contains(sign));
    let commas = has(&[Sign::Comma, Sign::CommaSpace]);
    let (glue, parts): (Glue, &[Sign]) = if commas {
        (Glue::Commas, &[Sign::Comma, Sign::CommaSpace])
    } else if has(&[Sign::Colon]) {
        (Glue::Colon, &[Sign::Colon])
    } else if has(&[Sign::Slash]) {
        (Glue::Slashes, &[Sign::Slash])
    } else if signs.len() > 1 {
        (Glue::Dashes, &[Sign::Dash])
    } else {
        (Glue::Alone, &[])
    };
    let mut entries: Vec<Entry<'a>> = Vec::with_capacity(atoms.len());
    let before = std::iter::once(None).chain(signs.iter().copied().map(Some));
    for (atom, sign) in atoms.into_iter().zip(before) {
        let starts = sign.is_none_or(|sign| parts.contains(&sign));
        let joined = match (entries.last().copied(), sign) {
            (Some(Entry::One(one)), Some(Sign::Dash)) if !starts => Some(Entry::Range(one, atom)),
            (Some(Entry::One(one)), Some(Sign::Slash)) if !starts => Some(Entry::Pair(one, atom)),
            _ => None,
        };
        if let Some(joined) = joined {
            entries.pop();
            entries.push(joined);
        } else {
            entries.push(Entry::One(atom));
        }
    }
    (entries, glue)
}

/// A unit written once counts for every number that has none: those before it, else those behind.
fn share_units(entries: &mut [Entry<'_>]) {
    let mut unit = None;
    for entry in entries.iter_mut().rev() {
        let (one, other) = entry.atoms_mut();
        for atom in other.into_iter().chain(std::iter::once(one)) {
            if atom.unit.is_none() && atom.value != Value::Max {
                atom.unit = unit;
            } else if atom.unit.is_some() {
                unit = atom.unit;
            }
        }
    }
    let mut unit = None;
    for entry in entries {
        let (one, other) = entry.atoms_mut();
        for atom in std::iter::once(one).chain(other) {
            if atom.unit.is_none() && atom.value != Value::Max {
                atom.unit = unit;
            } else {
                unit = atom.unit.or(unit);
            }
        }
    }
}
