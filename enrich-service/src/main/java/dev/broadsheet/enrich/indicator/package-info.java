/** What figures measure, under one name. Pure: words in, words out. */
@NullMarked
package dev.broadsheet.enrich.indicator;

import org.jspecify.annotations.NullMarked;
