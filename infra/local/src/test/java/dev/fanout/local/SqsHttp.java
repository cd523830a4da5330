package dev.fanout.local;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** SQS as the wire has it, in the words of today's clients and of older ones. */
final class SqsHttp {
    private SqsHttp() {}

    static HttpResponse<String> json(String target, String body) {
        return send(HttpRequest.newBuilder(Aws.endpoint())
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The fields of a form, name and value in turn. */
    static HttpResponse<String> form(String action, String... fields) {
        var form = new ArrayList<>(List.of("Action=" + action, "Version=2012-11-05"));
        for (int i = 0; i < fields.length; i += 2)
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(Aws.endpoint())
                .header("Authorization", "AWS4 Credential=any/20261122/eu-west-1/sqs/aws4_request")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(String.join("&", form))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
