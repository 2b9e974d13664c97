/** Annotations of the generated records. */
@NullMarked
package dev.broadsheet.contracts.generated;

import org.jspecify.annotations.NullMarked;
