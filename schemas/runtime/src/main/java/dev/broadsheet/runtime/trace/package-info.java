/** Traces of pages, for OpenTelemetry collectors; off unless a setting turns them on. */
@NullMarked
package dev.broadsheet.runtime.trace;

import org.jspecify.annotations.NullMarked;
