@NullMarked
package dev.broadsheet.cli.doctor;

import org.jspecify.annotations.NullMarked;
