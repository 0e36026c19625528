package shop.kontor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page, which links to everything that the server offers. */
@Controller
class FrontPage {

    private static final Pattern DOWNLOAD = Pattern.compile("href=\"(/\\S+)\" download");
    private static final Pattern REPLACEMENT = Pattern.compile("data-without=\"(/\\S+)\"");

    private final String page;
    private final String entityTag;

    FrontPage(EntityTags tags) throws IOException {
        page = new ClassPathResource("front-page.html", FrontPage.class)
                .getContentAsString(UTF_8)
                .lines()
                .filter(FrontPage::applies)
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

    /** Whether a line of the page applies: its downloads exist, and the one that it replaces does not. */
    static boolean applies(String line) {
        return downloads(DOWNLOAD, line).allMatch(ClassPathResource::exists)
                && downloads(REPLACEMENT, line).noneMatch(ClassPathResource::exists);
    }

    private static Stream<ClassPathResource> downloads(Pattern pattern, String line) {
        return pattern.matcher(line).results().map(link -> new ClassPathResource("static" + link.group(1)));
    }
}
