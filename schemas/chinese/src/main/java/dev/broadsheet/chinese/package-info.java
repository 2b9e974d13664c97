/** Chinese text as every service needs it: words, numerals and administrative divisions. No Kafka, no Avro. */
@NullMarked
package dev.broadsheet.chinese;

import org.jspecify.annotations.NullMarked;
