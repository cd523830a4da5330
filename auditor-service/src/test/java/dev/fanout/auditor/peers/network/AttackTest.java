package dev.fanout.auditor.peers.network;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.vote.Voter;
import dev.fanout.testing.OnFanoutStack;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.unit.DataSize;

/** auditor-a, by its real port: the test is auditor-b, or a stranger. */
@OnFanoutStack
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AttackTest {
    private static final String A = "auditor-a";
    private static final String B = "auditor-b";
    private static final TestSigner PEER = new TestSigner();
    private static final TestSigner STRANGER = new TestSigner();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path keys;

    private final MeterRegistry meters;
    private final Environment environment;

    @LocalServerPort
    private int port;

    @Autowired
    AttackTest(MeterRegistry meters, Environment environment) {
        this.meters = meters;
        this.environment = environment;
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry settings) throws IOException {
        PEER.laysOut(keys.resolve(B, B + ".pub"));
        settings.add("fanout.auditor.vote.keys", keys::toString);
        settings.add("fanout.auditor.vote.peers", () -> "localhost:1");
    }

    @AfterAll
    static void end() {
        HTTP.close();
    }

    @BeforeEach
    void auditor_a_votes() {
        eventually(() -> assertThat(post(message(words())).statusCode()).isEqualTo(202));
    }

    @Test
    void what_a_peer_has_signed_is_taken_once() {
        var before = received();
        var frame = message(words());
        assertThat(post(frame)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
        });
        assertThat(post(frame).statusCode()).isEqualTo(409);
        assertThat(received()).isEqualTo(before + 1);
    }

    @Test
    void what_somebody_else_has_signed_is_refused_with_a_problem() {
        var before = received();
        var answer = post(STRANGER.message(B, A, words()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void a_frame_that_was_changed_anywhere_is_refused() {
        var before = received();
        var frame = message(words());
        for (int i = 0; i < frame.length; i++) {
            var changed = frame.clone();
            changed[i] ^= 1;
            assertThat(post(changed).statusCode()).as("byte %d", i).isBetween(400, 499);
        }
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void a_frame_that_ends_early_or_goes_on_is_refused() {
        var before = received();
        var frame = message(words());
        for (int i = 0; i < frame.length; i++)
            assertThat(post(Arrays.copyOf(frame, i)).statusCode()).as("%d bytes", i).isBetween(400, 499);
        assertThat(post(Arrays.copyOf(frame, frame.length + 1)).statusCode()).isEqualTo(403);
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void what_is_no_frame_is_refused_before_anything_is_made_of_it() throws IOException {
        var context = Arrays.copyOf(message(words()), 27);
        Stream.of(serialised(), new byte[1000], hugeLengths(context, (byte) -1), hugeLengths(context, Byte.MAX_VALUE))
                .forEach(bytes -> assertThat(post(bytes).statusCode()).isEqualTo(400));
    }

    @Test
    void the_longest_message_fits_and_a_longer_one_does_not() {
        assertThat(post(message(new byte[Voter.LONGEST_MESSAGE])).statusCode()).isEqualTo(202);
        assertThat(post(new byte[Frame.LONGEST + 1]).statusCode()).isBetween(400, 413);
        assertThat(post(new byte[10 * Frame.LONGEST]).statusCode()).isEqualTo(413);
        assertThat(DataSize.parse(environment.getRequiredProperty("fanout.web.max-body")).toBytes())
                .isBetween((long) Frame.LONGEST, Frame.LONGEST + 1024L);
    }

    @Test
    void who_is_not_a_peer_and_what_is_for_another_is_refused() {
        assertThat(post(STRANGER.message("auditor-d", A, words())).statusCode()).isEqualTo(403);
        assertThat(post(STRANGER.message(A, A, words())).statusCode()).isEqualTo(403);
        assertThat(post(STRANGER.message("auditor-c", A, words())).statusCode()).as("without a key").isEqualTo(403);
        assertThat(post(PEER.message(B, "auditor-c", words())).statusCode()).isEqualTo(421);
    }

    @Test
    void what_was_said_long_ago_or_will_be_is_refused() {
        for (var away : List.of(Duration.ofMinutes(-3), Duration.ofMinutes(3), Duration.ofDays(-1000)))
            assertThat(post(PEER.frame(Frame.Kind.MESSAGES, B, A, Instant.now().plus(away),
                    MessageBatch.bytes(List.of(words())))).statusCode())
                    .isEqualTo(409);
    }

    @Test
    void what_a_peer_has_signed_and_nobody_can_read_is_refused() {
        for (var content : List.of(new byte[] {0, 0, 1}, new byte[] {0, 0, 0, 2, 7}, new byte[] {-1, -1, -1, -1, 7}))
            assertThat(post(PEER.frame(Frame.Kind.MESSAGES, B, A, Instant.now(), content)).statusCode()).isEqualTo(400);
        assertThat(post(PEER.frame(Frame.Kind.WELCOME, B, A, Instant.now(), words())).statusCode()).isEqualTo(400);
        assertThat(post(PEER.frame(Frame.Kind.HELLO, B, A, Instant.now(), words())).statusCode()).isEqualTo(200);
    }

    @Test
    void another_media_type_is_refused() {
        assertThat(exchange(message(words()), "application/json").join().statusCode()).isEqualTo(415);
    }

    @Test
    void two_hundred_forged_frames_at_once_are_refused_and_a_true_one_is_taken() {
        var frame = STRANGER.message(B, A, new byte[Voter.LONGEST_MESSAGE]);
        var answers = IntStream.range(0, 200).mapToObj(_ -> exchange(frame, OCTETS)).toList();
        eventually(() ->
                assertThat(post(message(words())).statusCode()).isEqualTo(202));
        // 408: this machine was too busy to send it in time
        assertThat(answers).extracting(answer -> answer.join().statusCode()).isSubsetOf(403, 408, 503);
        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 503))
                .allMatch(answer -> answer.headers().firstValue("retry-after").isPresent());
    }

    @Test
    void a_hello_is_answered_by_whom_it_was_for() {
        var answer = post(PEER.hello(B, A));
        assertThat(answer.statusCode()).isEqualTo(200);
        var welcome = Frame.read(answer.body());
        assertThat(List.of(welcome.kind(), welcome.from(), welcome.to())).isEqualTo(List.of(Frame.Kind.WELCOME, A, B));
        assertThat(post(STRANGER.hello(B, A)).statusCode()).isEqualTo(403);
    }

    @Test
    void only_an_introduction_by_its_own_author_counts_and_of_these_the_newest() {
        var now = Instant.now();
        var own = PEER.introduces(B, "b.invalid:2", now);
        assertThat(known(PEER.introduces(B, "b.invalid:1", now.minusSeconds(9)))).containsExactly("b.invalid:1");
        assertThat(known(own)).containsExactly("b.invalid:2");
        assertThat(known(PEER.introduces(B, "b.invalid:3", now.minusSeconds(5)))).as("older")
                .containsExactly("b.invalid:2");
        assertThat(known(STRANGER.introduces(B, "b.invalid:4", now.plusSeconds(5)))).as("forged")
                .containsExactly("b.invalid:2");
        assertThat(known(PEER.introduces("auditor-c", "b.invalid:5", now))).as("of another")
                .containsExactly("b.invalid:2");
        assertThat(known(PEER.introduces("auditor-d", "b.invalid:6", now))).as("of nobody")
                .containsExactly("b.invalid:2");
        assertThat(known(PEER.introduces(B, "b.invalid:7", now.plusSeconds(999)))).as("future")
                .containsExactly("b.invalid:2");
    }

    /** Where auditor-a believes auditor-b to be, after it was told so. */
    private List<String> known(Introduction told) {
        var content = ByteBuffer.wrap(Frame.read(post(PEER.hello(B, A, told)).body()).content());
        content.getLong();
        return Introduction.list(content).stream()
                .filter(introduction -> !introduction.name().equals(A))
                .map(introduction -> introduction.address().toString())
                .toList();
    }

    private static final String OCTETS = "application/octet-stream";

    private HttpResponse<byte[]> post(byte[] frame) {
        return exchange(frame, OCTETS).join();
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(byte[] frame, String type) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PeerNetwork.PATH))
                .header("content-type", type)
                .POST(BodyPublishers.ofByteArray(frame));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    private long received() {
        return meters.get("fanout.auditor.vote.messages").tag("way", "received").summary().count();
    }

    private static byte[] message(byte[] content) {
        return PEER.message(B, A, content);
    }

    private static byte[] words() {
        return "what only the vote understands".getBytes();
    }

    private static byte[] hugeLengths(byte[] context, byte length) {
        var bytes = Arrays.copyOf(context, 200);
        Arrays.fill(bytes, context.length + 1, bytes.length, length);
        return bytes;
    }

    /** Sets in sets, whose reading takes twice as long with each of them. */
    private static byte[] serialised() throws IOException {
        var root = new HashSet<Object>();
        var left = root;
        var right = new HashSet<Object>();
        for (int depth = 0; depth < 30; depth++) {
            var nextLeft = new HashSet<Object>(List.of("left"));
            var nextRight = new HashSet<Object>();
            left.addAll(List.of(nextLeft, nextRight));
            right.addAll(List.of(nextLeft, nextRight));
            left = nextLeft;
            right = nextRight;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(root);
        }
        return bytes.toByteArray();
    }
}
