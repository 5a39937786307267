package io.undercurrent.bench.journal;

import io.undercurrent.journal.JournalOptions;

/** One way to write a journal, and what the tables call it. */
record Setup(String name, JournalOptions options) {
}
