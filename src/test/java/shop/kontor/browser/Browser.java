package shop.kontor.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, if this machine has one with its driver: nothing is downloaded. */
public final class Browser implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Optional<File> CHROMIUM = installed(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "Google Chrome");
    private static final Optional<File> DRIVER = installed("chromedriver");

    static {
        if (!isInstalled()) {
            System.err.println(
                    "SKIPPED: all tests in a browser, since there is no chromium (or chrome) with a chromedriver on the PATH.");
        }
    }

    /** Selenium's own modules for each version of Chromium, which it misses, are not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    Browser() {
        SELENIUM.setLevel(Level.SEVERE);
        var logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.orElseThrow());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments("--headless", "--window-size=1280,1024", "--disable-dev-shm-usage");
        // there is none for root or in a container; only our own pages are opened
        options.addArguments("--no-sandbox");
        // whatever it does of its own accord finds nobody
        options.addArguments("--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");
        var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.orElseThrow());
        driver = new ChromeDriver(service.build(), options);
        driver.manage().timeouts().implicitlyWait(LIMIT).scriptTimeout(LIMIT);
    }

    public static boolean isInstalled() {
        return CHROMIUM.isPresent() && DRIVER.isPresent();
    }

    private static Optional<File> installed(String... names) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/Applications/Google Chrome.app/Contents/MacOS"))
                .flatMap(folder -> Stream.of(names)
                        .flatMap(name -> Stream.of(name, name + ".exe"))
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    public void open(String address) {
        driver.get(address);
    }

    /** The first element that fits a CSS selector, as soon as it is there. */
    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** All elements that fit a CSS selector, as soon as one is there. */
    public List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Puts a text into a field at once, in place of what is there, as from the clipboard. */
    public void fill(String selector, String text) {
        driver.executeScript("arguments[0].focus(); arguments[0].select()", find(selector));
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /** What a script in the page hands to its last argument. */
    public Object run(String script) {
        return driver.executeAsyncScript(script);
    }

    /** Shows pages from now on as to somebody with such a screen. */
    public void use(int width, String colorScheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    /** The addresses of all that was requested since this was last asked for. */
    public List<String> requests() {
        return log(LogType.PERFORMANCE)
                .map(entry -> new JsonMapper().readTree(entry.getMessage()).get("message"))
                .filter(event -> event.get("method").asString().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asString())
                .filter(address -> !address.startsWith("data:"))
                .toList();
    }

    /** The errors on the console since this was last asked for. */
    public List<String> errors() {
        return log(LogType.BROWSER)
                .filter(entry -> entry.getLevel() == Level.SEVERE)
                .map(LogEntry::getMessage)
                .toList();
    }

    private Stream<LogEntry> log(String type) {
        return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
