@NullMarked
package dev.broadsheet.ingest.feed;

import org.jspecify.annotations.NullMarked;
