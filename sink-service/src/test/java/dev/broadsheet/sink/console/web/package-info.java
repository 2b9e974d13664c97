@NullMarked
package dev.broadsheet.sink.console.web;

import org.jspecify.annotations.NullMarked;
