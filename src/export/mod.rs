//! A plan as Markdown, JSON or a printable sheet.
