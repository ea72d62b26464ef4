//! A database that is gone when the demo ends.

use std::io;
use std::path::{Path, PathBuf};

/// A folder of its own for a database; removed, with everything in it, when this goes out of
/// scope. Close the store first.
#[derive(Debug)]
pub struct Throwaway {
    folder: PathBuf,
}

impl Throwaway {
    /// Makes the folder below `root`, the system's folder for temporary files; only this user
    /// can look into it.
    ///
    /// # Errors
    /// What the system said when the folder could not be made.
    pub fn below(root: &Path) -> io::Result<Self> {
        let mut number = 0_u32;
        loop {
            let folder = root.join(format!("planwright-demo-{}-{number}", std::process::id()));
            match make_private(&folder) {
                Ok(()) => return Ok(Self { folder }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Where the database goes.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.folder.join("demo.db")
    }
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    std::fs::create_dir(folder)
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        // nothing sensible is left to do when the system keeps the folder
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
