package dev.broadsheet.enrich.extract;

import java.util.List;

/**
 * What was found in a sentence.
 *
 * @param sentence with its words where it has figures; else without, since an article may be long
 * @param periods where times stand
 */
record ReadSentence(Sentence sentence, List<Candidate> names, List<Span> periods, List<Figure> figures) {}
