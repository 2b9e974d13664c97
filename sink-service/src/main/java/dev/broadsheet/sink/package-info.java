/** Keeps stores in step with the topics: settings, wiring, the loop that reads, and the relay that reports. */
@NullMarked
package dev.broadsheet.sink;

import org.jspecify.annotations.NullMarked;
