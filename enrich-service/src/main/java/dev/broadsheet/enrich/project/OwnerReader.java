package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Span;
import dev.broadsheet.enrich.link.LinkedEntity;

/** Whether a body invests in or builds the projects of a scope. Stateless. */
final class OwnerReader {
    /** The body's name opens the project's. */
    static final int NAMED = 0;

    private static final int INVESTS = 1;
    private static final int BUILDS = 2;
    /** 由某公司与其子公司共同投资 would be more; 由某公司全额投资建设 is less. */
    private static final int REACH = 8;

    private OwnerReader() {}

    /** @param body where the body's name stands in the scope's flat text */
    static void read(Scope scope, LinkedEntity entity, Span body) {
        String text = scope.block().text();
        boolean by = body.start() > 0 && text.charAt(body.start() - 1) == '由';
        boolean acts = scope.holdsNames()
                && body.end() <= scope.group().start()
                && scope.block().clauseStart(scope.group().start(), scope.sentence()) <= body.start();
        if (!by && !acts) {
            return;
        }
        int limit = Math.min(scope.block().clauseEnd(body.end(), scope.to()), body.end() + (by ? REACH : REACH / 2));
        int invests = ProjectWords.indexOf(ProjectWords.INVEST, text, body.end(), limit);
        int builds = ProjectWords.indexOf(ProjectWords.BUILD, text, body.end(), limit);
        if (invests >= 0 || builds >= 0) {
            int rank = invests >= 0 ? INVESTS : BUILDS;
            scope.group().projects().forEach(project -> project.ownedBy(entity, rank));
        }
    }
}
