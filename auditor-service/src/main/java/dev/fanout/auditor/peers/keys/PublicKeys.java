package dev.fanout.auditor.peers.keys;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the other auditors. The first one that is laid out for a name is pinned: for the life of this
 * process, and beyond it in a folder that only this auditor writes. Who replaces the file later is refused, and
 * reported.
 */
public final class PublicKeys {
    private static final Logger log = LoggerFactory.getLogger(PublicKeys.class);

    private final Path laidOut;
    private final Path pinned;
    private final MeterRegistry meters;
    private final Map<String, Known> known = new TreeMap<>();

    /**
     * @param laidOut where each auditor has a folder with its own key
     * @param pinned where this auditor keeps those that it has seen
     */
    public PublicKeys(Path laidOut, Path pinned, MeterRegistry meters) {
        this.laidOut = laidOut;
        this.pinned = pinned;
        this.meters = meters;
    }

    /** @param refused another key than the pinned one, that is laid out now */
    private record Known(@Nullable FileTime changed, @Nullable PublicKey pinned, @Nullable PublicKey refused) {}

    PemFile laidOut(String name) {
        return new PemFile(laidOut.resolve(name, name + ".pub"));
    }

    /** Empty as long as no key was ever laid out. */
    synchronized Optional<PublicKey> of(String name) {
        var before = known.containsKey(name) ? known.get(name) : new Known(null, pinned(name), null);
        var now = look(name, before);
        known.put(name, now);
        return Optional.ofNullable(now.pinned);
    }

    /** Whose key is another one than at first. */
    public synchronized SortedSet<String> refused() {
        var names = new TreeSet<String>();
        known.forEach((name, key) -> {
            if (key.refused != null) names.add(name);
        });
        return names;
    }

    private Known look(String name, Known before) {
        var file = laidOut(name);
        try {
            var changed = Files.getLastModifiedTime(file.path());
            return changed.equals(before.changed) ? before : read(name, file, before, changed);
        } catch (IOException _) {
            return new Known(null, before.pinned, before.refused);
        }
    }

    /** One that is no key makes its auditor a stranger, and must not keep the others from their work. */
    private Known read(String name, PemFile file, Known before, FileTime changed) throws IOException {
        try {
            var key = file.publicKey();
            if (before.pinned == null) return new Known(changed, pin(name, key), null);
            if (key.equals(before.pinned)) return new Known(changed, key, null);
            if (!key.equals(before.refused)) report(name, file);
            return new Known(changed, before.pinned, key);
        } catch (IllegalArgumentException e) {
            log.warn("{} is no public key, and is passed over: {}", file.path(), e.getMessage());
            return new Known(changed, before.pinned, before.refused);
        }
    }

    /** Counted each time; one line says what to do. */
    private void report(String name, PemFile file) {
        var refused = meters.counter("fanout.auditor.keys.refused", "auditor", name);
        if (refused.count() == 0)
            log.error("{} is another key than the first one of {}, and is refused; if it was changed on purpose, "
                    + "remove {} and start again", file.path(), name, pin(name).path());
        refused.increment();
    }

    private PublicKey pin(String name, PublicKey key) {
        try {
            pin(name).writePublic(key);
        } catch (IOException e) {
            log.warn("{} cannot be kept: after the next start, another key would be believed: {}",
                    pin(name).path(), e.toString());
        }
        return key;
    }

    private @Nullable PublicKey pinned(String name) {
        try {
            return pin(name).isThere() ? pin(name).publicKey() : null;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%s should be the key that was there first: %s".formatted(pin(name).path(), e), e);
        }
    }

    private PemFile pin(String name) {
        return new PemFile(pinned.resolve(name + ".pub"));
    }
}
