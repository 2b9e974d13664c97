/** The proof: everything runs as processes of its own, dies at random, and an independent judge looks at what is left. */
@NullMarked
package dev.broadsheet.system.chaos;

import org.jspecify.annotations.NullMarked;
