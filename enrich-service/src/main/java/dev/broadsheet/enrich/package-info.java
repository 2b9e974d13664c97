/** Entities, metrics and regions of articles: the service around the pure core in {@code extract}. */
@NullMarked
package dev.broadsheet.enrich;

import org.jspecify.annotations.NullMarked;
