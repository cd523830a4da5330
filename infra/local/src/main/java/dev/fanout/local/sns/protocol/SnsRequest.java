package dev.fanout.local.sns.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param region as the client signed it: it becomes part of the names that are made
 * @param origin how the client reaches us: links in what we send begin with it
 */
public record SnsRequest(String region, String origin, Parameters parameters) {
    private static final Pattern REGION = Pattern.compile("Credential=[^/,]+/\\d{8}/([^/]+)/");

    public static SnsRequest read(Request http) throws IOException {
        var uri = http.getHttpURI();
        return new SnsRequest(
                region(http), uri.getScheme() + "://" + uri.getAuthority(), Parameters.parse(form(http)));
    }

    public String action() {
        var action = parameters.find("Action");
        if (action != null) return action;
        throw SnsException.refused("MissingAction", "The request must contain the parameter Action.");
    }

    public String require(String parameter) {
        return parameters.require(parameter);
    }

    public @Nullable String nextToken() {
        var token = parameters.find("NextToken");
        return token == null || token.isEmpty() ? null : token;
    }

    public boolean isOfRegion(String arn) {
        return arn.startsWith(Arns.topics(region));
    }

    /** Links are followed by GET. */
    private static String form(Request http) throws IOException {
        if (!HttpMethod.GET.is(http.getMethod())) return Content.Source.asString(http, StandardCharsets.UTF_8);
        var query = http.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    private static String region(Request http) {
        var scope = REGION.matcher(String.valueOf(http.getHeaders().get(HttpHeader.AUTHORIZATION)));
        return scope.find() ? scope.group(1) : "us-east-1";
    }
}
