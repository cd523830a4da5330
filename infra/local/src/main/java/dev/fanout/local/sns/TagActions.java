package dev.fanout.local.sns;

import dev.fanout.local.sns.protocol.Action;
import dev.fanout.local.sns.protocol.SnsRequest;
import dev.fanout.local.sns.registry.Tags;
import dev.fanout.local.sns.registry.Topics;
import java.util.Map;
import java.util.Set;

/** Tags of topics. */
final class TagActions {
    private static final String EMPTY_RESULT = "";

    private final Topics topics;

    TagActions(Topics topics) {
        this.topics = topics;
    }

    Map<String, Action> table() {
        return Map.of("TagResource", this::tag, "UntagResource", this::untag, "ListTagsForResource", this::list);
    }

    private String tag(SnsRequest request) {
        topics.tag(request.require("ResourceArn"), Tags.read(request.parameters()));
        return EMPTY_RESULT;
    }

    private String untag(SnsRequest request) {
        topics.untag(request.require("ResourceArn"), Set.copyOf(request.parameters().texts("TagKeys.member")));
        return EMPTY_RESULT;
    }

    private String list(SnsRequest request) {
        return Tags.xml(topics.resource(request.require("ResourceArn")).tags());
    }
}
