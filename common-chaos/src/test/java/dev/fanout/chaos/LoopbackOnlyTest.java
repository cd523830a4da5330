package dev.fanout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackOnlyTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.1, 200", "127.8.8.8, 200", "0:0:0:0:0:0:0:1, 200", "172.18.0.1, 403", "192.0.2.7, 403"})
    void only_its_own_machine_is_answered(String address, int status) throws Exception {
        var request = new MockHttpServletRequest("POST", "/actuator/chaos/fail");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        new LoopbackOnly().doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(status);
    }
}
