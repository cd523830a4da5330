package dev.fanout.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** A service with one of everything that a client can get wrong. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(Cupboard.Shelf.class)
class Cupboard {
    enum Colour {
        RED,
        GREEN
    }

    record Line(@NotNull @Pattern(regexp = "[a-z]+", message = "must be lower case") @Nullable String skuName,
            @NotNull @Min(1) @Nullable Integer quantity) {}

    record Cup(
            @NotNull @Nullable Long userId,
            @Nullable BigDecimal total,
            @Nullable Colour colour,
            @Nullable UUID eventId,
            @Nullable Instant timestamp,
            @Nullable Boolean full,
            @Nullable List<@NotNull @Valid Line> items,
            @Size(max = 3, message = "must have at most {max} names") @Nullable List<@NotNull String> names) {}

    @Bean
    OncePerRequestFilter brokenFilter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest q, HttpServletResponse a, FilterChain chain)
                    throws IOException, ServletException {
                if (q.getRequestURI().equals("/filtered")) a.sendError(403, "secret.Class");
                else chain.doFilter(q, a);
            }
        };
    }

    @RestController
    static class Shelf {
        private final AtomicInteger taken = new AtomicInteger();
        private final Semaphore mayStop = new Semaphore(0);

        @PostMapping("/cups")
        Cup take(@Valid @RequestBody Cup cup) {
            taken.incrementAndGet();
            return cup;
        }

        /** How often something was done. */
        int cupsTaken() {
            return taken.get();
        }

        @PutMapping("/cups/{cup_id}")
        Cup put(@PathVariable("cup_id") UUID id, @Valid @RequestBody Cup cup) {
            return take(cup);
        }

        @PostMapping(path = "/frames", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
        int frame(@RequestBody byte[] frame) {
            return frame.length;
        }

        @GetMapping(path = "/table", produces = MediaType.TEXT_PLAIN_VALUE)
        String table() {
            return "CUP\n";
        }

        @GetMapping("/table")
        List<String> list(@RequestParam(defaultValue = "PT1M") Duration window,
                @RequestParam(defaultValue = "false") boolean full) {
            return List.of(window.toString(), String.valueOf(full));
        }

        @GetMapping("/cups/{cup_id}")
        String cup(@PathVariable("cup_id") UUID id) {
            return id.toString();
        }

        @GetMapping("/cups")
        String cups(@RequestParam("user_id") long userId, @RequestParam(defaultValue = "5") @Max(10) int limit) {
            return userId + " " + limit;
        }

        /** Works until it may stop. */
        @GetMapping("/slow")
        String slow() {
            mayStop.acquireUninterruptibly();
            return "done";
        }

        boolean isSlowAtWork() {
            return mayStop.hasQueuedThreads();
        }

        void stopSlow() {
            mayStop.release();
        }

        @GetMapping("/keyed")
        String keyed(@RequestHeader("Cup-Key") String key) {
            return key;
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret.Class knows");
        }

        @GetMapping("/taken")
        String taken() {
            throw ProblemException.of(HttpStatus.CONFLICT, "colour", "is taken")
                    .with("by", "you")
                    .withHeader("Retry-After", "3");
        }
    }
}
