package shop.kontor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the contract with the address that it is fetched from as its server URL, so that clients can use it as is. */
@Controller
class ContractFile {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final Pattern SERVER = Pattern.compile("(?<=\nservers:\n  - url: )\\S+");

    /** Hosts that need no quotes in YAML. */
    private static final Pattern HOST = Pattern.compile("([\\w.-]+|\\[[\\da-fA-F:.]+])(:\\d+)?");

    private final EntityTags entityTags;
    private final String contract;

    ContractFile(EntityTags entityTags) throws IOException {
        this.entityTags = entityTags;
        contract = new ClassPathResource("static/openapi.yaml").getContentAsString(UTF_8);
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        var copy = copy(request.getScheme(), request.getHeader(HttpHeaders.HOST));
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.noCache())
                .eTag(entityTags.of(copy))
                .body(copy.getBytes(UTF_8));
    }

    /**
     * The contract for a client that reached this server at an address.
     *
     * @param host with its port, if any; the contract is unchanged if it is null or not a host
     */
    String copy(String scheme, @Nullable String host) {
        return host != null && HOST.matcher(host).matches()
                ? SERVER.matcher(contract).replaceFirst(scheme + "://" + host)
                : contract;
    }
}
