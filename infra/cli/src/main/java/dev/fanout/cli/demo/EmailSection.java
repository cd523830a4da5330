package dev.fanout.cli.demo;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.rest.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Mails the customers about every change. */
final class EmailSection implements Section {
    private final Rest rest;
    private final Supplier<Map<String, Story.Order>> placed;

    EmailSection(Rest rest, Supplier<Map<String, Story.Order>> placed) {
        this.rest = rest;
        this.placed = placed;
    }

    private record Emails(List<Email> emails) {}

    private record Email(String to, String subject) {}

    @Override
    public String service() {
        return "email";
    }

    @Override
    public List<String> missing() {
        var missing = new ArrayList<String>();
        placed.get().forEach((id, order) -> {
            var sent = emails(id).size();
            if (sent != order.version())
                missing.add("sent %d mails about order %s, not %d".formatted(sent, id, order.version()));
        });
        return missing;
    }

    @Override
    public List<String> report() {
        var table = new Table("to", "subject");
        placed.get().keySet().forEach(id -> emails(id).forEach(mail -> table.row(mail.to(), mail.subject())));
        return table.lines();
    }

    private List<Email> emails(String orderId) {
        return rest.get(service(), "/emails?order_id=" + orderId, Emails.class).emails();
    }
}
