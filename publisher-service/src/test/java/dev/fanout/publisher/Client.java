package dev.fanout.publisher;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Speaks HTTP as curl does. */
@TestComponent
public class Client {
    // Not the default: Apache's client, which is on the class path, repeats by itself what a 503 refuses.
    private final ClientHttpRequestFactory connections = new JdkClientHttpRequestFactory();
    private final Environment environment;

    Client(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {
        public <T> T at(String path) {
            return JsonPath.read(body, path);
        }

        public List<String> fields() {
            return at("$.errors[*].field");
        }

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    public Answer post(String path, String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send(HttpMethod.PATCH, path, body, headers);
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, "");
    }

    /** @return the new order's id */
    public String ordered(String body) {
        return post("/orders", body).at("$.order_id");
    }

    public Answer send(HttpMethod method, String path, String body, String... headers) {
        var request = http().method(method).uri(uri(path)).headers(all -> {
            if (!body.isEmpty()) all.setContentType(MediaType.APPLICATION_JSON);
            for (int i = 0; i < headers.length; i += 2) put(all, headers[i], headers[i + 1]);
        });
        if (!body.isEmpty()) request.body(body.getBytes(StandardCharsets.UTF_8));
        var result = request.exchange().expectBody(byte[].class).returnResult();
        var bytes = result.getResponseBody();
        var text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), text);
    }

    /** A header that is named twice is sent twice. */
    private static void put(HttpHeaders all, String name, String value) {
        if (name.equals(HttpHeaders.CONTENT_TYPE)) all.set(name, value);
        else all.add(name, value);
    }

    private RestTestClient http() {
        return RestTestClient.bindToServer(connections).build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path);
    }

    public static Map<String, Object> json(String text) {
        return JsonPath.read(text, "$");
    }
}
