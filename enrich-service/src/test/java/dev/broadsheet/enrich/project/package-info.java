@NullMarked
package dev.broadsheet.enrich.project;

import org.jspecify.annotations.NullMarked;
