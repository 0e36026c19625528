package shop.kontor.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends JSON with its length. Spring writes to the response as it goes, whose last, empty chunk then is a system call, and a
 * packet, of its own.
 */
class JsonConverter extends JacksonJsonHttpMessageConverter {

    private final EntityTags entityTags;

    JsonConverter(JsonMapper json, EntityTags entityTags) {
        super(json);
        this.entityTags = entityTags;
    }

    @Override
    protected void writeInternal(
            Object answer, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var bytes = entityTags.json(answer);
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
    }
}
