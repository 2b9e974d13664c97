/** From an article's text to its entities, figures, region and keywords: plain functions, no Kafka, no clock. */
@NullMarked
package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.NullMarked;
