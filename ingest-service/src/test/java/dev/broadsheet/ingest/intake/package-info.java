@NullMarked
package dev.broadsheet.ingest.intake;

import org.jspecify.annotations.NullMarked;
