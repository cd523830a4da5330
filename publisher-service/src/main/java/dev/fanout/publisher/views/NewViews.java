package dev.fanout.publisher.views;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several views in one request: all are taken, or none. */
record NewViews(
        @NotNull
        @Size(min = 1, max = NewViews.MAX, message = "must hold {min} to {max} views")
        @Nullable List<@NotNull @Valid NewView> views) {

    static final int MAX = 500;
}
