package dev.fanout.publisher.views;

import dev.fanout.web.FieldError;
import java.util.List;

/**
 * The views of one request.
 *
 * @param isBatch whether they stood in a list, so that a field is named by its place in it
 */
record ViewsRequest(List<NewView> views, boolean isBatch) {
    static ViewsRequest of(NewView view) {
        return new ViewsRequest(List.of(view), false);
    }

    static ViewsRequest of(List<NewView> views) {
        return new ViewsRequest(views, true);
    }

    FieldError error(int index, String field, String message) {
        return new FieldError(isBatch ? "views[%d].%s".formatted(index, field) : field, message);
    }
}
