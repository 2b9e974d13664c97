/** What the tests of several modules share. Never on a class path that ships. */
@NullMarked
package dev.broadsheet.testsupport;

import org.jspecify.annotations.NullMarked;
