package dev.fanout.local.sns;

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
record Batch(Map<String, Message> good, Map<String, SnsException> bad) {
    private static final int MOST = 10;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    static Batch read(List<Parameters> entries, Topic topic) {
        check(entries.stream().map(entry -> entry.require("Id")).toList());
        var batch = new Batch(new LinkedHashMap<>(), new LinkedHashMap<>());
        entries.forEach(entry -> batch.add(entry, topic));
        return batch;
    }

    int size() {
        return good.values().stream().mapToInt(Message::size).sum();
    }

    String xml(Map<String, Receipt> receipts) {
        return Xml.list("Successful", receipts.entrySet(), e -> id(e.getKey()) + e.getValue().xml())
                + Xml.list("Failed", bad.entrySet(), e -> id(e.getKey()) + reason(e.getValue()));
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
        refuseIf(
                !ids.stream().allMatch(id -> ID.matcher(id).matches()),
                "InvalidBatchEntryId",
                "The Id of a batch entry in a batch request doesn't abide by the specification.");
    }

    private static void refuseIf(boolean wrong, String code, String message) {
        if (wrong) throw SnsException.refused(code, message);
    }

    private static String id(String id) {
        return Xml.text("Id", id);
    }

    private static String reason(SnsException refusal) {
        return Xml.text("Code", refusal.code())
                + Xml.text("Message", refusal.getMessage())
                + Xml.text("SenderFault", Boolean.toString(refusal.senderFault()));
    }
}
