@NullMarked
package dev.broadsheet.enrich.link;

import org.jspecify.annotations.NullMarked;
