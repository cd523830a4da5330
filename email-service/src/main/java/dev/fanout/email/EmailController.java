package dev.fanout.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Fanout;
import dev.fanout.web.Cursor;
import dev.fanout.web.Limit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at what was sent. */
@RestController
class EmailController {
    private static final String EMAILS = "emails";

    private final StateStore state;

    EmailController(StateStore state) {
        this.state = state;
    }

    /** In the order of the order's versions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Emails(List<SentMail> emails, @Nullable String next) {}

    @GetMapping("/emails")
    Emails emails(
            @RequestParam("order_id") @NotBlank String orderId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var span = Span.ALL.goingOn(Cursor.after(EMAILS, after));
        var page = state.page(Fanout.EMAILS, SentMail.partition(orderId), span, limit, SentMail.class);
        return new Emails(page.items(), Cursor.next(EMAILS, page.next()));
    }
}
