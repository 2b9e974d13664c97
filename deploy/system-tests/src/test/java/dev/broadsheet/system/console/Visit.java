package dev.broadsheet.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** One person at the console: a browser window of its own, and all that went wrong in it. One thread. */
final class Visit implements AutoCloseable {
    static final int WIDTH = 1280;

    private static final int HEIGHT = 860;
    static final double SLOWEST_MILLIS = 20_000;

    final Page page;
    private final BrowserContext context;
    private final String home;
    private final List<String> problems = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    Visit(Browser browser, String home) {
        this(browser, home, WIDTH, "zh-CN", ColorScheme.LIGHT);
    }

    Visit(Browser browser, String home, int width, String language, ColorScheme scheme) {
        this.home = home;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale(language)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(SLOWEST_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.onDialog(dialog -> {
            problems.add("a dialog of the browser: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home + "/")) {
                foreign.add(request.url());
            }
        });
    }

    /** Opens a view and waits for it, as a bookmark would. */
    Visit open(String hash) {
        page.navigate(home + "/" + hash);
        return ready();
    }

    /** Waits until the view that the address names is there. */
    Visit ready() {
        assertThat(page.locator("main")).hasAttribute("data-shown", (String) page.evaluate("location.hash"));
        return this;
    }

    /** Whether anything is wider than the window. */
    boolean overflows() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** What a browser does of itself when a session has lasted for 12 hours. */
    void loseCookies() {
        context.clearCookies();
    }

    /** Forgets complaints of the browser that a test has provoked. */
    void expect(String words) {
        assertThat(problems).anyMatch(problem -> problem.contains(words));
        problems.removeIf(problem -> problem.contains(words));
    }

    /** Nothing on the browser's console, no other host asked. */
    void leave() {
        assertThat(problems).isEmpty();
        assertThat(foreign).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
