/** What the services and subscribers share: Avro records, topics, identities and serdes. */
@NullMarked
package dev.broadsheet.contracts;

import org.jspecify.annotations.NullMarked;
