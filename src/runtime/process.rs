//! Names processes in claims on jobs, and tells whether one of this machine is gone.

use std::path::Path;

/// The name of this process: its number and the machine's name.
#[must_use]
pub(super) fn name() -> String {
    format!("{}@{}", std::process::id(), machine())
}

/// Whether the process of this name is known to have ended. Processes of other machines, and of
/// systems without `/proc`, are never known to; their claims run out instead.
#[must_use]
pub(super) fn is_gone(name: &str) -> bool {
    let Some((number, of)) = name.split_once('@') else { return false };
    let here = of == machine() && Path::new("/proc/self").exists();
    here && number
        .parse::<u32>()
        .is_ok_and(|number| !Path::new(&format!("/proc/{number}")).exists())
}

fn machine() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname")
        .map(|name| name.trim().to_owned())
        .unwrap_or_default()
}
