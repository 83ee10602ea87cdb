package org.genjin.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.genjin.connectors.Needs;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser that talks to nobody but us. Without one on the machine, the test that asks for it is skipped, and says so. */
final class RealBrowser implements AutoCloseable {

    final WebDriver page;
    final WebDriverWait wait;

    private RealBrowser(WebDriver page) {
        this.page = page;
        this.wait = new WebDriverWait(page, Duration.ofSeconds(20));
    }

    /** @param folder for what it keeps */
    static RealBrowser open(Path folder) {
        Path browser = Needs.tool("chromium", "chromium-browser", "google-chrome");
        Path driver = Needs.tool("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1200,900", "--user-data-dir=" + folder.resolve("browser"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new RealBrowser(new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build(), options));
    }

    /** What it warned of, but for answers that say that something was not accepted. */
    List<LogEntry> complaints() {
        return page.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(it -> it.getLevel().intValue() >= Level.WARNING.intValue() && !it.getMessage().contains("422"))
                .toList();
    }

    @Override
    public void close() {
        page.quit();
    }
}
