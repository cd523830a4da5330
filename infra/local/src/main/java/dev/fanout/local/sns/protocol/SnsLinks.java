package dev.fanout.local.sns.protocol;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** The links in our notifications, which people follow without a signature. */
public final class SnsLinks {
    private SnsLinks() {}

    public static boolean is(Request http) {
        var query = http.getHttpURI().getQuery();
        return isCertificate(http)
                || HttpMethod.GET.is(http.getMethod()) && query != null && query.startsWith("Action=Unsubscribe&");
    }

    public static boolean isCertificate(Request http) {
        return HttpMethod.GET.is(http.getMethod())
                && Request.getPathInContext(http).startsWith("/SimpleNotificationService-");
    }
}
