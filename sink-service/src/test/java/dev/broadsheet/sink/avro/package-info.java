@NullMarked
package dev.broadsheet.sink.avro;

import org.jspecify.annotations.NullMarked;
