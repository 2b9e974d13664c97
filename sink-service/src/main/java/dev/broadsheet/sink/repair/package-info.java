/**
 * What operators do with records that went wrong: replay and discard dead letters, have pages read again. The same code under the
 * command line and the console; reads the topics without a consumer group.
 */
@NullMarked
package dev.broadsheet.sink.repair;

import org.jspecify.annotations.NullMarked;
