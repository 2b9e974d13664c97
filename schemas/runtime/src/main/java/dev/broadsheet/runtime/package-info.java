/** How a service runs: settings, lifecycle, health, telemetry, dead letters. */
@NullMarked
package dev.broadsheet.runtime;

import org.jspecify.annotations.NullMarked;
