package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;

/**
 * A page that stands.
 *
 * @param imprint hash of what the splitter said of the page as a whole, to compare it with another
 */
public record StandingPage(String pageId, PageVersion version, Delivery delivery, String imprint) {
    public static StandingPage of(Page page) {
        return new StandingPage(page.getPageId(), page.getVersion(), page.getDelivery(), imprint(page));
    }

    public String issueId() {
        return version.getIssueId();
    }

    public String fileName() {
        return delivery.getFileName();
    }

    /** Versions of page and splitter left out: they always differ. */
    public static String imprint(Page page) {
        return Fingerprint.of(
                page.getPublication(),
                page.getIssueDate(),
                page.getEdition(),
                page.getPage(),
                page.getLines(),
                page.getFurniture(),
                page.getConfidence());
    }
}
