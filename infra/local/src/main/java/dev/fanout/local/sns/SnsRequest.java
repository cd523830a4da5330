package dev.fanout.local.sns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * One call.
 *
 * @param region as the client signed it: it becomes part of the names that are made
 */
record SnsRequest(String region, Parameters parameters) {
    private static final Pattern REGION = Pattern.compile("Credential=[^/,]+/\\d{8}/([^/]+)/");

    static SnsRequest read(Request http) throws IOException {
        var form = Content.Source.asString(http, StandardCharsets.UTF_8);
        return new SnsRequest(region(http), Parameters.parse(form));
    }

    String action() {
        return parameters.values().getOrDefault("Action", "");
    }

    String require(String parameter) {
        return parameters.require(parameter);
    }

    private static String region(Request http) {
        var scope = REGION.matcher(String.valueOf(http.getHeaders().get(HttpHeader.AUTHORIZATION)));
        return scope.find() ? scope.group(1) : "us-east-1";
    }
}
