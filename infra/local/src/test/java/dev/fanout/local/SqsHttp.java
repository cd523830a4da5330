package dev.fanout.local;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** SQS as older clients speak with it. */
final class SqsHttp {
    private SqsHttp() {}

    /** The fields of a form, name and value in turn. */
    static HttpResponse<String> form(String action, String... fields) {
        var form = new ArrayList<>(List.of("Action=" + action, "Version=2012-11-05"));
        for (int i = 0; i < fields.length; i += 2)
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return Aws.query("sqs", String.join("&", form));
    }
}
