package dev.fanout.publisher.views;

import dev.fanout.events.ViewRecorded;
import dev.fanout.publisher.aws.Traceparent;
import dev.fanout.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
    private final ViewSettings settings;
    private final Clock clock;

    ViewController(Views views, ViewSettings settings, Clock clock) {
        this.views = views;
        this.settings = settings;
        this.clock = clock;
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
        var recorded = Recording.of(view, clock.instant());
        publish(List.of(recorded), traceparent);
        return new Accepted(recorded.eventId());
    }

    @PostMapping("/batch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Publishes several; a host's keep their order")
    @ApiResponse(responseCode = "202", description = "All published")
    AllAccepted recordAll(
            @Valid @RequestBody NewViews batch,
            @Parameter(hidden = true) @RequestHeader(name = Traceparent.HEADER, required = false)
                    @Nullable String traceparent) {
        var recorded = Recording.of(Objects.requireNonNull(batch.views()), clock.instant());
        publish(recorded, traceparent);
        return new AllAccepted(
                recorded.size(), recorded.stream().map(ViewRecorded::eventId).toList());
    }

    private void publish(List<ViewRecorded> recorded, @Nullable String traceparent) {
        switch (views.publish(recorded, Traceparent.of(traceparent))) {
            case Views.Outcome.Published _ -> {}
            case Views.Outcome.Full _ ->
                throw unavailable("Too many views are in hand; none of these was taken");
            case Views.Outcome.NotTaken some ->
                throw unavailable("Not all views were taken; send those again, with the same event_ids")
                        .with("not_taken", some.eventIds());
        }
    }

    private ProblemException unavailable(String detail) {
        var seconds = Math.max(1, settings.retryAfter().toSeconds());
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
