package dev.broadsheet.sink.operations;

import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.repair.Installation;
import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The part of the API for operators, below /operations. */
public final class OperationsEndpoints implements Endpoints {
    private static final String STORE = "postgresql";

    private final Overview overview;
    private final ReceiptList receipts;
    private final LetterList letters;
    private final Repairs repairs;
    private final FeedActions feeds;

    /** {@code storeReady}: whether the store takes what is written to it. */
    public OperationsEndpoints(ReadDatabase database, CommonSettings common, BooleanSupplier storeReady, Clock clock) {
        Installation where = new ServiceInstallation(common);
        this.overview = new Overview(database, STORE, storeReady, clock);
        this.receipts = new ReceiptList(database);
        this.letters = new LetterList(database);
        this.repairs = new Repairs(where, clock);
        this.feeds = new FeedActions(database, where, clock);
    }

    @Override
    public void register(Routes routes) {
        routes.get("/operations/overview", Role.READER, Set.of(), request -> Answer.ok(overview.read()));
        routes.get("/operations/receipts", Role.READER, ReceiptList.PARAMETERS, receipts::answer);
        routes.get("/operations/dead-letters", Role.READER, LetterList.PARAMETERS, letters::list);
        routes.get("/operations/dead-letters/{id}", Role.READER, Set.of(), letters::one);
        routes.post("/operations/dead-letters/replay", Role.OPERATOR, repairs::replay);
        routes.post("/operations/dead-letters/discard", Role.OPERATOR, repairs::discard);
        routes.post("/operations/reprocess", Role.OPERATOR, repairs::reprocess);
        routes.post("/operations/feeds/{feed}/pause", Role.OPERATOR, feeds::pause);
        routes.post("/operations/feeds/{feed}/resume", Role.OPERATOR, feeds::resume);
    }
}
