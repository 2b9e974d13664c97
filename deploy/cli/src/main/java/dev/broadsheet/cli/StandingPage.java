package dev.broadsheet.cli;

import dev.broadsheet.cli.compare.ArticleImprint;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;

/**
 * A page that stands.
 *
 * @param imprint hash of what the splitter said of the page as a whole, to compare it with another
 */
record StandingPage(String pageId, PageVersion version, Delivery delivery, String imprint) {
    static StandingPage of(Page page) {
        return new StandingPage(page.getPageId(), page.getVersion(), page.getDelivery(), imprint(page));
    }

    String issueId() {
        return version.getIssueId();
    }

    String fileName() {
        return delivery.getFileName();
    }

    /** Versions of page and splitter left out: they always differ. */
    static String imprint(Page page) {
        return ArticleImprint.hash(
                page.getPublication(),
                page.getIssueDate(),
                page.getEdition(),
                page.getPage(),
                page.getLines(),
                page.getFurniture(),
                page.getConfidence());
    }
}
