@NullMarked
package dev.broadsheet.cli.status;

import org.jspecify.annotations.NullMarked;
