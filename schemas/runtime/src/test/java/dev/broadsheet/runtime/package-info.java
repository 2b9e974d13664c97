/** Tests of how a service runs. */
@NullMarked
package dev.broadsheet.runtime;

import org.jspecify.annotations.NullMarked;
