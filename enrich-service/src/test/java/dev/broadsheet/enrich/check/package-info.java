@NullMarked
package dev.broadsheet.enrich.check;

import org.jspecify.annotations.NullMarked;
