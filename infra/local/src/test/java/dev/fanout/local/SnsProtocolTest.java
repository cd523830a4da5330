package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the wire, beneath the SDK. */
@Tag("deep")
class SnsProtocolTest {
    private static final String NAMESPACE = " xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"";

    @Test
    void an_answer_has_a_result_and_a_request_id_in_body_and_header() {
        var name = Aws.unique("t");
        var answer = Aws.query("sns", "Action=CreateTopic&Name=" + name);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/xml");
        assertThat(answer.body()).isEqualTo("<CreateTopicResponse" + NAMESPACE + "><CreateTopicResult><TopicArn>"
                + "arn:aws:sns:eu-west-1:000000000000:" + name + "</TopicArn></CreateTopicResult>"
                + "<ResponseMetadata><RequestId>" + requestId(answer)
                + "</RequestId></ResponseMetadata></CreateTopicResponse>");
    }

    @Test
    void what_has_no_result_has_no_result_element() {
        var answer = Aws.query("sns", "Action=DeleteTopic&TopicArn=" + arn());
        assertThat(answer.body()).isEqualTo("<DeleteTopicResponse" + NAMESPACE + "><ResponseMetadata><RequestId>"
                + requestId(answer) + "</RequestId></ResponseMetadata></DeleteTopicResponse>");
    }

    @Test
    void an_empty_result_is_there_all_the_same() {
        Aws.query("sns", "Action=CreateTopic&Name=tagged");
        var form = "Action=TagResource&ResourceArn=arn:aws:sns:eu-west-1:000000000000:tagged"
                + "&Tags.member.1.Key=k&Tags.member.1.Value=v";
        assertThat(Aws.query("sns", form).body()).contains("<TagResourceResult></TagResourceResult>");
    }

    @Test
    void an_error_says_whose_fault_it_is() {
        var answer = Aws.query("sns", "Action=GetTopicAttributes&TopicArn=" + arn());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("<ErrorResponse" + NAMESPACE + "><Error><Type>Sender</Type>"
                + "<Code>NotFound</Code><Message>Topic does not exist</Message></Error><RequestId>"
                + requestId(answer) + "</RequestId></ErrorResponse>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ConfirmSubscription", "AddPermission", "RemovePermission", "CreatePlatformApplication",
        "ListPhoneNumbersOptedOut", "SetSMSAttributes", "GetDataProtectionPolicy", "Nonsense"
    })
    void an_action_that_is_not_served_is_invalid(String action) {
        var answer = Aws.query("sns", "Action=" + action + "&TopicArn=" + arn());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<Code>InvalidAction</Code>")
                .contains("The action " + action + " is not valid for this endpoint.")
                .contains("<RequestId>" + requestId(answer) + "</RequestId>");
    }

    @Test
    void a_call_without_action_or_parameter_is_told_what_is_missing() {
        assertThat(Aws.query("sns", "Name=t").body()).contains("<Code>MissingAction</Code>");
        assertThat(Aws.query("sns", "Action=CreateTopic").body())
                .contains("<Code>InvalidParameter</Code>")
                .contains("Name Reason: no value for required parameter");
    }

    @Test
    void a_form_that_cannot_be_read_is_told_so() {
        assertThat(Aws.query("sns", "Action=%zz").body()).contains("<Code>MalformedQueryString</Code>");
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
    }

    private static String arn() {
        return URLEncoder.encode("arn:aws:sns:eu-west-1:000000000000:not-there", StandardCharsets.UTF_8);
    }
}
