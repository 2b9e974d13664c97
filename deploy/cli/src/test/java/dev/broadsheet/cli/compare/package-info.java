@NullMarked
package dev.broadsheet.cli.compare;

import org.jspecify.annotations.NullMarked;
