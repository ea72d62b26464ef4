//! A backup comes back, whatever became of the database; what was there is never lost.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::fixture::clubs;
use super::sqlite::open;
use crate::store::{Kept, Store, StoreError};

/// A database with two clubs, and its backup.
async fn backed_up(folder: &Path) -> (PathBuf, PathBuf) {
    let (path, backup) = (folder.join("planwright.db"), folder.join("backup.db"));
    let (store, _) = open(&path).unwrap();
    clubs(&store).await;
    store.backup(&backup).await.unwrap();
    store.close().await;
    (path, backup)
}

#[tokio::test]
async fn a_backup_brings_back_what_was_there() {
    let folder = TempDir::new().unwrap();
    let (path, backup) = backed_up(folder.path()).await;
    let empty = folder.path().join("other.db");
    let (there, _) = open(&empty).unwrap();
    let seen = there.commits_elsewhere().await.unwrap();
    assert_eq!(there.clubs().await.unwrap().len(), 0);

    // an open store goes on with what was restored, and what was there is kept
    let restored = Store::restore(&empty, &backup, "now").unwrap();
    assert_eq!(there.clubs().await.unwrap().len(), 2);
    assert_ne!(there.commits_elsewhere().await.unwrap(), seen);
    there.check().await.unwrap();
    let Kept::Copy(kept) = restored.kept else { panic!("{restored:?}") };
    let (before, _) = open(&kept).unwrap();
    assert_eq!(before.clubs().await.unwrap().len(), 0);

    // where there is no database, the backup becomes one
    fs::remove_file(&path).unwrap();
    assert_eq!(Store::restore(&path, &backup, "now").unwrap().kept, Kept::Nothing);
    assert_eq!(open(&path).unwrap().0.clubs().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_damaged_database_is_moved_aside() {
    let folder = TempDir::new().unwrap();
    let (path, backup) = backed_up(folder.path()).await;
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[4096..middle].fill(0xA5);
    fs::write(&path, &bytes).unwrap();

    let restored = Store::restore(&path, &backup, "now").unwrap();
    let Kept::Damaged(kept) = restored.kept else { panic!("{restored:?}") };
    assert_eq!(fs::read(&kept).unwrap(), bytes, "it is kept as it was");
    let (store, _) = open(&path).unwrap();
    store.check().await.unwrap();
    assert_eq!(store.clubs().await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_is_no_whole_backup_of_ours_is_refused_and_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let (path, backup) = backed_up(folder.path()).await;
    let before = fs::read(&path).unwrap();
    let files = || fs::read_dir(folder.path()).unwrap().count();

    let text = folder.path().join("notes.txt");
    fs::write(&text, "no backup").unwrap();
    let mut broken = fs::read(&backup).unwrap();
    let middle = broken.len() / 2;
    broken[4096..middle].fill(0xA5);
    let damaged = folder.path().join("broken.db");
    fs::write(&damaged, broken).unwrap();
    let count = files();

    let refused = |from: &Path| Store::restore(&path, from, "now").unwrap_err();
    assert!(matches!(refused(&text), StoreError::NotADatabase { .. }));
    assert!(matches!(refused(&damaged), StoreError::Corrupt { .. }));
    assert!(matches!(refused(&folder.path().join("none.db")), StoreError::NoRights { .. }));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(files(), count, "something was left behind");
}
