package dev.fanout.publisher.views;

import dev.fanout.events.ViewRecorded;
import dev.fanout.publisher.aws.Traceparent;
import dev.fanout.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Views by REST. */
@RestController
@RequestMapping("/views")
@Tag(name = "Views")
class ViewController {
    private final Views views;
    private final ViewValidation validation;
    private final RecentViews recent;
    private final ViewSettings settings;

    ViewController(Views views, ViewValidation validation, RecentViews recent, ViewSettings settings) {
        this.views = views;
        this.validation = validation;
        this.recent = recent;
        this.settings = settings;
    }

    /** One view, published. */
    record Accepted(UUID eventId) {}

    /** All views of a request, published; the ids are in their order. */
    record AllAccepted(int accepted, List<UUID> eventIds) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Publishes view.recorded")
    @ApiResponse(responseCode = "202", description = "Published")
    Accepted record(
            @Valid @RequestBody NewView view,
            @Parameter(hidden = true) @RequestHeader(name = Traceparent.HEADER, required = false)
                    @Nullable String traceparent) {
        return new Accepted(publish(ViewsRequest.of(view), traceparent).getFirst());
    }

    @PostMapping("/batch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Publishes several; a host's keep their order")
    @ApiResponse(responseCode = "202", description = "All published")
    AllAccepted recordAll(
            @Valid @RequestBody NewViews batch,
            @Parameter(hidden = true) @RequestHeader(name = Traceparent.HEADER, required = false)
                    @Nullable String traceparent) {
        var ids = publish(ViewsRequest.of(Objects.requireNonNull(batch.views())), traceparent);
        return new AllAccepted(ids.size(), ids);
    }

    /** @return the ids, in the order of the views */
    private List<UUID> publish(ViewsRequest request, @Nullable String traceparent) {
        var recorded = validation.of(request);
        var ids = recorded.stream().map(ViewRecorded::eventId).toList();
        var added = recent.remember(request);
        switch (views.publish(recorded, Traceparent.of(traceparent))) {
            case Views.Outcome.Published _ -> {}
            case Views.Outcome.Full _ -> {
                recent.forget(added);
                throw unavailable("Too many views are in hand; none of these was taken");
            }
            case Views.Outcome.NotTaken some ->
                throw unavailable("Not all views were taken; send those again, with the same event_ids")
                        .with("not_taken", NotTaken.of(ids, Set.copyOf(some.eventIds())));
        }
        return ids;
    }

    /**
     * A view that was not taken.
     *
     * @param index its place in the request, from 0
     */
    record NotTaken(int index, UUID eventId) {
        static List<NotTaken> of(List<UUID> all, Set<UUID> notTaken) {
            return IntStream.range(0, all.size())
                    .filter(i -> notTaken.contains(all.get(i)))
                    .mapToObj(i -> new NotTaken(i, all.get(i)))
                    .toList();
        }
    }

    private ProblemException unavailable(String detail) {
        var seconds = Math.max(1, settings.retryAfter().toSeconds());
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
