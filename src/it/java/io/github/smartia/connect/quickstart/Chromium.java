package io.github.smartia.connect.quickstart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smartia.connect.stack.NativeProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, on one page. */
final class Chromium implements AutoCloseable {

    /** Says with each start that it does not know this version's tools for developers, which are not used. */
    private static final Logger LOGGER = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        LOGGER.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; skips the test where the path of this process lacks chromium or chromedriver. */
    static Chromium start() {
        Optional<Path> browser = NativeProgram.onPath("chromium");
        Optional<Path> driver = NativeProgram.onPath("chromedriver");
        assumeTrue(browser.isPresent() && driver.isPresent(), "There are no chromium and chromedriver on the path.");
        return start(browser.orElseThrow(), driver.orElseThrow());
    }

    private static Chromium start(Path browser, Path driver) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        // Only the quickstart's own page is opened, and containers often allow no sandbox in themselves.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        // As on a machine without a network.
        options.addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    void open(String address) {
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param scheme {@code dark} or {@code light} */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    Object eval(String expression) {
        return driver.executeScript("return " + expression);
    }

    /** What the page wrote to the console, errors included, since the last call. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
