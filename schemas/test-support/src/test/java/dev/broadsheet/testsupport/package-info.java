@NullMarked
package dev.broadsheet.testsupport;

import org.jspecify.annotations.NullMarked;
