/** The PostgreSQL store: tables by Flyway, one transaction per batch, an outbox for what it has to say. */
@NullMarked
package dev.broadsheet.sink.postgresql;

import org.jspecify.annotations.NullMarked;
