@NullMarked
package dev.broadsheet.enrich;

import org.jspecify.annotations.NullMarked;
