package dev.fanout.local.sns.publish;

import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.message.MessageSize;
import dev.fanout.local.sns.message.Receipt;
import dev.fanout.local.sns.protocol.Parameters;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.protocol.Xml;
import dev.fanout.local.sns.registry.Topic;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The entries of one PublishBatch, by their ids: each succeeds or fails for itself.
 *
 * @param good can be published
 * @param bad cannot, and why
 */
public record Batch(Map<String, Message> good, Map<String, SnsException> bad) {
    private static final int MOST = 10;
    private static final int LONGEST_ID = 80;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    public static Batch read(List<Parameters> entries, Topic topic) {
        check(entries.stream().map(entry -> entry.require("Id")).toList());
        entries.forEach(entry -> MessageReader.checkForm(entry, topic));
        refuseIf(
                entries.stream().mapToInt(MessageSize::of).sum() > MessageSize.LIMIT,
                "BatchRequestTooLong",
                "The length of all the messages put together is more than the limit.");
        var batch = new Batch(new LinkedHashMap<>(), new LinkedHashMap<>());
        entries.forEach(entry -> batch.add(entry, topic));
        return batch;
    }

    public List<Message> messages() {
        return List.copyOf(good.values());
    }

    /** @param receipts of the good ones, in their order */
    public String xml(List<Receipt> receipts) {
        var each = receipts.iterator();
        return Xml.list("Successful", good.keySet(), id -> Xml.text("Id", id) + each.next().xml())
                + Xml.list("Failed", bad.entrySet(), e -> Xml.text("Id", e.getKey()) + reason(e.getValue()));
    }

    private void add(Parameters entry, Topic topic) {
        var id = entry.require("Id");
        try {
            good.put(id, MessageReader.read(entry, topic));
        } catch (SnsException e) {
            bad.put(id, e);
        }
    }

    private static void check(List<String> ids) {
        refuseIf(ids.isEmpty(), "EmptyBatchRequest", "The batch request doesn't contain any entries.");
        refuseIf(
                ids.size() > MOST,
                "TooManyEntriesInBatchRequest",
                "The batch request contains more entries than permissible.");
        refuseIf(
                new HashSet<>(ids).size() < ids.size(),
                "BatchEntryIdsNotDistinct",
                "Two or more batch entries in the request have the same Id.");
        ids.forEach(Batch::checkId);
    }

    private static void checkId(String id) {
        var code = "InvalidBatchEntryId";
        refuseIf(
                id.length() > LONGEST_ID, code, "The Id of a batch entry in the batch request is too long: " + id);
        refuseIf(
                !ID.matcher(id).matches(),
                code,
                "The Id of a batch entry in the batch request contains an impermissible character: " + id);
    }

    private static void refuseIf(boolean wrong, String code, String message) {
        if (wrong) throw SnsException.refused(code, message);
    }

    private static String reason(SnsException refusal) {
        return Xml.text("Code", refusal.code())
                + Xml.text("Message", refusal.getMessage())
                + Xml.text("SenderFault", Boolean.toString(refusal.senderFault()));
    }
}
