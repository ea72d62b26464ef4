//! German and English text folding, tokens, number words, the message catalogue, and the sanitiser with the newtype for text that may be shown.
