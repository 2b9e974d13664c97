@NullMarked
package dev.broadsheet.cli.view;

import org.jspecify.annotations.NullMarked;
