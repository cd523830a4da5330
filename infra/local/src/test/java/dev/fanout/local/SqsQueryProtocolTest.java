package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What older clients send and read, the {@code aws} command of Debian among them. */
@Tag("deep")
class SqsQueryProtocolTest {
    private final String name = Aws.unique("q");
    private final String url = Aws.endpoint() + "/000000000000/" + name;

    @Test
    void a_queue_is_made_with_attributes_and_tags_and_shows_them() {
        assertThat(create()).contains("<CreateQueueResult><QueueUrl>" + url + "</QueueUrl></CreateQueueResult>");
        assertThat(SqsHttp.form("GetQueueUrl", "QueueName", name).body()).contains("<QueueUrl>" + url);
        assertThat(SqsHttp.form("ListQueues", "QueueNamePrefix", name).body()).contains("<QueueUrl>" + url);
        assertThat(SqsHttp.form("ListQueueTags", "QueueUrl", url).body())
                .contains("<Tag><Key>team</Key><Value>shop</Value></Tag>");
        assertThat(attribute("MessageRetentionPeriod"))
                .contains("<Attribute><Name>MessageRetentionPeriod</Name><Value>600</Value></Attribute>");
        SqsHttp.form("SetQueueAttributes", "QueueUrl", url,
                "Attribute.1.Name", "MessageRetentionPeriod", "Attribute.1.Value", "700");
        assertThat(attribute("All")).contains("<Value>700</Value>");
        assertThat(SqsHttp.form("CreateQueue", "QueueName", name,
                        "Attribute.1.Name", "MessageRetentionPeriod", "Attribute.1.Value", "600").body())
                .contains("<Code>QueueAlreadyExists</Code>");
    }

    @Test
    void a_message_goes_its_way() {
        create();
        assertThat(SqsHttp.form("SendMessage", "QueueUrl", url, "MessageBody", "a <b> & \"c\"\r\nd",
                        "MessageAttribute.1.Name", "colour",
                        "MessageAttribute.1.Value.DataType", "String",
                        "MessageAttribute.1.Value.StringValue", "red").body())
                .contains("<SendMessageResult>", "<MD5OfMessageBody>", "<MD5OfMessageAttributes>", "<MessageId>");
        var received = SqsHttp.form("ReceiveMessage", "QueueUrl", url, "MaxNumberOfMessages", "10",
                "AttributeName.1", "All", "MessageAttributeName.1", "All").body();
        assertThat(received).contains(
                "<Body>a &lt;b&gt; &amp; &quot;c&quot;&#13;\nd</Body>",
                "<MessageAttribute><Name>colour</Name><Value>",
                "<StringValue>red</StringValue>",
                "<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>");
        var receipt = find("<ReceiptHandle>(.*?)</ReceiptHandle>", received);
        assertThat(SqsHttp.form("ChangeMessageVisibility", "QueueUrl", url, "ReceiptHandle", receipt,
                        "VisibilityTimeout", "60").body())
                .contains("<ChangeMessageVisibilityResponse", "<RequestId>");
        assertThat(SqsHttp.form("DeleteMessage", "QueueUrl", url, "ReceiptHandle", receipt).statusCode()).isEqualTo(200);
        assertThat(attribute("ApproximateNumberOfMessagesNotVisible")).contains("<Value>0</Value>");
    }

    @Test
    void batches_are_told_entry_by_entry() {
        create();
        var sent = SqsHttp.form("SendMessageBatch", "QueueUrl", url,
                "SendMessageBatchRequestEntry.1.Id", "a", "SendMessageBatchRequestEntry.1.MessageBody", "one",
                "SendMessageBatchRequestEntry.2.Id", "b", "SendMessageBatchRequestEntry.2.MessageBody", "two").body();
        assertThat(sent).contains("<SendMessageBatchResultEntry><Id>a</Id>", "<Id>b</Id>");
        var failed = SqsHttp.form("DeleteMessageBatch", "QueueUrl", url,
                "DeleteMessageBatchRequestEntry.1.Id", "a",
                "DeleteMessageBatchRequestEntry.1.ReceiptHandle", "made-up").body();
        assertThat(failed).contains("<BatchResultErrorEntry>", "<Code>ReceiptHandleIsInvalid</Code>");
        SqsHttp.form("PurgeQueue", "QueueUrl", url);
        assertThat(attribute("ApproximateNumberOfMessages")).contains("<Value>0</Value>");
    }

    private String create() {
        return SqsHttp.form("CreateQueue", "QueueName", name,
                        "Attribute.1.Name", "MessageRetentionPeriod", "Attribute.1.Value", "600",
                        "Attribute.2.Name", "VisibilityTimeout", "Attribute.2.Value", "40",
                        "Tag.1.Key", "team", "Tag.1.Value", "shop")
                .body();
    }

    private String attribute(String attribute) {
        return SqsHttp.form("GetQueueAttributes", "QueueUrl", url, "AttributeName.1", attribute).body();
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
