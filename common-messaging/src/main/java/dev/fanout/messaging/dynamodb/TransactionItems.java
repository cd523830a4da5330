package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.lease.LeaseStore.Lease;
import dev.fanout.messaging.store.MarkerValue;
import dev.fanout.messaging.store.Writes;
import dev.fanout.messaging.store.Writes.Write;
import dev.fanout.topology.Fanout;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The writes of a group as DynamoDB's API wants them. */
final class TransactionItems {
    /** In a marker: the hash of the event; in a business marker: the marker of the event that did it. */
    static final String DONE_AS = "done_as";

    /** In a marker: the message that brought the event; "" where there is none to be told. */
    private static final String DONE_BY = "done_by";

    private static final String ID = Fanout.MESSAGE_COMPLETED.keys().partition();

    private final StateTables tables;
    private final StatusTable status;
    private final CounterShard shard;
    private final Clock clock;
    private final Duration markerTtl;
    private final String completed;

    TransactionItems(
            StateTables tables, StatusTable status, Naming naming, CounterShard shard, Clock clock,
                    Duration markerTtl) {
        this.tables = tables;
        this.status = status;
        this.shard = shard;
        this.clock = clock;
        this.markerTtl = markerTtl;
        this.completed = naming.physical(Fanout.MESSAGE_COMPLETED.name());
    }

    /** Empty where the item is no marker. */
    static Optional<MarkerValue> doneBy(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(DONE_AS))
                .map(hash -> new MarkerValue(hash.s(), item.getOrDefault(DONE_BY, AttributeValue.fromS("")).s()));
    }

    List<TransactWriteItem> of(Writes writes) {
        return writes.all().stream().map(this::item).toList();
    }

    private TransactWriteItem item(Write write) {
        return switch (write) {
            case Writes.Marker marker -> put(marker(marker.id(), marker.by()));
            case Writes.RowMarker row -> put(row(row));
            case Writes.BusinessMarker fact -> put(marker(fact.id(), new MarkerValue(fact.markerId(), "")));
            case Writes.Put put -> put(state(put));
            case Writes.LeaseEnd end -> update(lastOf(end.lease()));
            case Writes.Add add -> update(sum(add));
        };
    }

    private Update lastOf(Lease lease) {
        return status.transactional(lease.markerId(), DynamoDbLeaseStore.end(lease));
    }

    private static TransactWriteItem update(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    private Put marker(String id, MarkerValue by) {
        var now = clock.instant();
        return Put.builder()
                .tableName(completed)
                .item(Map.of(
                        ID, AttributeValue.fromS(id),
                        DONE_AS, AttributeValue.fromS(by.hash()),
                        DONE_BY, AttributeValue.fromS(by.message()),
                        "completed_at", AttributeValue.fromS(now.toString()),
                        "expires_at", AttributeValue.fromN("" + now.plus(markerTtl).getEpochSecond())))
                .conditionExpression("attribute_not_exists(" + ID + ")")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private Put row(Writes.RowMarker marker) {
        var key = marker.row().key();
        var item = new HashMap<>(tables.item(key, marker.row().item(), 0));
        item.put(DONE_AS, AttributeValue.fromS(marker.by().hash()));
        item.put(DONE_BY, AttributeValue.fromS(marker.by().message()));
        return Condition.stillAt(0, key.table())
                .on(Put.builder().tableName(tables.name(key.table())).item(item))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private Put state(Writes.Put put) {
        var key = put.key();
        var write = Put.builder()
                .tableName(tables.name(key.table()))
                .item(tables.item(key, put.item(), put.loadedVersion()));
        return Condition.stillAt(put.loadedVersion(), key.table()).on(write).build();
    }

    private Update sum(Writes.Add add) {
        var counter = add.counter();
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var fields = new LinkedHashMap<String, BigDecimal>(add.amounts());
        fields.forEach((field, amount) -> {
            names.put("#f" + names.size(), field);
            values.put(":f" + values.size(), AttributeValue.fromN(amount.toPlainString()));
        });
        var additions = names.keySet().stream()
                .map(name -> name + " " + name.replace('#', ':'))
                .collect(Collectors.joining(", ", "ADD ", ""));
        return Update.builder()
                .tableName(tables.name(counter.table()))
                .key(StateTables.key(counter.table(), counter.partition(), shard.of(counter.sort())))
                .updateExpression(additions)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
