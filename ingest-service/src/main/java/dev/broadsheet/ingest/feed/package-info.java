/** Where issues come from, as feeds.yaml tells it, and what a file's name tells of it. No Kafka. */
@NullMarked
package dev.broadsheet.ingest.feed;

import org.jspecify.annotations.NullMarked;
