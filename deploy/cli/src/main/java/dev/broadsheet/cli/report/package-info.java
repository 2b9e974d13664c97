/** The issue report: what splitting and extraction make of one page, as one JSON document. */
@NullMarked
package dev.broadsheet.cli.report;

import org.jspecify.annotations.NullMarked;
