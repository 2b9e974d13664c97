/** What operators see and do in the console: feeds, flow, receipts, dead letters; replay, discard, reprocess, pause. SQL and the repair code under HTTP. */
@NullMarked
package dev.broadsheet.sink.operations;

import org.jspecify.annotations.NullMarked;
