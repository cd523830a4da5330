package dev.fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SdkSettingsTest {
    @Test
    void where_the_environment_says_nothing_dummies_do() {
        assertThat(SdkSettings.of(Map.of()).dummies())
                .containsOnlyKeys("aws.region", "aws.accessKeyId", "aws.secretAccessKey");
    }

    @Test
    void region_and_credentials_of_the_environment_are_left_alone() {
        assertThat(SdkSettings.of(Map.of("AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "key")).dummies()).isEmpty();
        assertThat(SdkSettings.of(Map.of("AWS_PROFILE", "mine")).dummies()).isEmpty();
        assertThat(SdkSettings.of(Map.of("AWS_REGION", "eu-west-1")).dummies())
                .containsOnlyKeys("aws.accessKeyId", "aws.secretAccessKey");
    }
}
