package shop.kontor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at the root: whoever has only the server's address finds all there is from here. */
@Controller
class FrontPage {

    private static final Pattern DOWNLOAD = Pattern.compile("href=\"(/\\S+)\" download");

    private final String page;
    private final String entityTag;

    FrontPage(EntityTags tags) throws IOException {
        page = new ClassPathResource("front-page.html", FrontPage.class)
                .getContentAsString(UTF_8)
                .lines()
                .filter(FrontPage::isThere)
                .collect(Collectors.joining("\n"));
        entityTag = tags.of(page);
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(entityTag)
                .body(page);
    }

    /** Whether the build made all that a line of the page offers; without Node there is no TypeScript SDK. */
    static boolean isThere(String line) {
        return DOWNLOAD.matcher(line)
                .results()
                .allMatch(link -> new ClassPathResource("static" + link.group(1)).exists());
    }
}
