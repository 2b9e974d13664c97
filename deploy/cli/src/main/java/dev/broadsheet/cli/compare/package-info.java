/** How articles that stand differ from what the present splitter and extractors make of their page. No Kafka. */
@NullMarked
package dev.broadsheet.cli.compare;

import org.jspecify.annotations.NullMarked;
