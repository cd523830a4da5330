package dev.fanout.cli.aws;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The tables of an account. */
public final class Tables {
    private final DynamoDbClient dynamoDb;

    Tables(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public Optional<TableDescription> find(String name) {
        try {
            return Optional.of(dynamoDb.describeTable(describe -> describe.tableName(name)).table());
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        }
    }

    /** The attribute by which items expire. */
    public Optional<String> expiry(String name) {
        var now = dynamoDb.describeTimeToLive(describe -> describe.tableName(name)).timeToLiveDescription();
        var on = now.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || now.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        return on ? Optional.of(now.attributeName()) : Optional.empty();
    }

    public void delete(String name) {
        try {
            dynamoDb.deleteTable(delete -> delete.tableName(name));
        } catch (ResourceNotFoundException _) {
            // gone already
        }
    }
}
