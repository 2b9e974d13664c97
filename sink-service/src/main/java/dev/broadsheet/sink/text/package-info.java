/** Chinese full text without a dictionary: plain functions of text. */
@NullMarked
package dev.broadsheet.sink.text;

import org.jspecify.annotations.NullMarked;
