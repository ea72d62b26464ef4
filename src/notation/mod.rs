//! The prescription language one line of text per item, read and written without loss, with spans and errors that point at the column.
