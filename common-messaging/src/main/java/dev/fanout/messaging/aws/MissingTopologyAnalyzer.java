package dev.fanout.messaging.aws;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start what to do about a missing queue, topic or table. */
final class MissingTopologyAnalyzer extends AbstractFailureAnalyzer<MissingTopology> {
    @Override
    protected FailureAnalysis analyze(Throwable root, MissingTopology missing) {
        return new FailureAnalysis(
                missing.getMessage(),
                """
                Check fanout.prefix, AWS_REGION and AWS_ENDPOINT_URL. On AWS, deploy the topology first; \
                against a local stack, start with fanout.provision=true, which creates it.""",
                root);
    }
}
