@NullMarked
package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.NullMarked;
