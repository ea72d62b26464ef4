//! Hashes and ids of a plan: the same profile, library and seed give the same ids, and a week's ids
//! depend on its index alone.

use sha2::{Digest, Sha256};

use crate::domain::{IdSource, Profile};

/// Content hash of a profile, in hex.
pub(crate) fn profile_hash(profile: &Profile) -> String {
    let bytes = serde_json::to_vec(profile).unwrap_or_default();
    Sha256::digest(&bytes)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// A number that depends on every bit of `seed` and `text` (FNV-1a, then a final mix).
pub(crate) fn mix(seed: u64, text: &str) -> u64 {
    let mut hash = seed ^ 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// The ids of one week; index 0 is the program's own.
pub(crate) fn ids(profile_hash: &str, library_hash: &str, seed: u64, week: u16) -> IdSource {
    IdSource::new(mix(mix(mix(seed, profile_hash), library_hash), &week.to_string()))
}
