package dev.fanout.web.request;

import jakarta.servlet.http.HttpServletRequest;

/** Which paths are the operators'. */
final class ManagementPaths {
    private ManagementPaths() {}

    static boolean has(String base, HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(base) || path.startsWith(base + "/");
    }
}
