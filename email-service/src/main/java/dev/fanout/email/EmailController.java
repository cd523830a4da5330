package dev.fanout.email;

import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Fanout;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at what was sent. */
@RestController
class EmailController {
    /** An order changes three times at most. */
    private static final int ENOUGH = 100;

    private final StateStore state;

    EmailController(StateStore state) {
        this.state = state;
    }

    record Emails(List<SentMail> emails) {}

    @GetMapping("/emails")
    Emails emails(@RequestParam("order_id") @NotBlank String orderId) {
        return new Emails(state.list(Fanout.EMAILS, SentMail.partition(orderId), "", ENOUGH, SentMail.class));
    }
}
