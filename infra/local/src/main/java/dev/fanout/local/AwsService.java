package dev.fanout.local;

import dev.fanout.local.sns.protocol.SnsLinks;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What a request is for. All services share one port, so the request itself has to say. */
enum AwsService {
    SNS,
    SQS,
    DYNAMODB,
    UNKNOWN;

    // Credential=AKID/20261122/us-east-1/sns/aws4_request, in the header or in a presigned query
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/,]+/\\d{8}/[^/]+/([a-z0-9]+)/");

    /** The target header names the service of the JSON protocols; the query protocol leaves the signature. */
    static AwsService of(Request request) {
        var headers = request.getHeaders();
        var target = headers.get("X-Amz-Target");
        if (target != null) return byTarget(target);
        return SnsLinks.is(request) ? SNS : byScope(headers.get(HttpHeader.AUTHORIZATION));
    }

    private static AwsService byTarget(String target) {
        if (target.startsWith("AmazonSQS.")) return SQS;
        return target.startsWith("DynamoDB") ? DYNAMODB : UNKNOWN;
    }

    private static AwsService byScope(@Nullable String authorization) {
        if (authorization == null) return UNKNOWN;
        var scope = SCOPE.matcher(authorization);
        if (!scope.find()) return UNKNOWN;
        return switch (scope.group(1)) {
            case "sns" -> SNS;
            case "sqs" -> SQS;
            case "dynamodb" -> DYNAMODB;
            default -> UNKNOWN;
        };
    }
}
