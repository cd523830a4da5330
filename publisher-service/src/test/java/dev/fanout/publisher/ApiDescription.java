package dev.fanout.publisher;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the description says beyond the controllers: the shape of every refusal. */
@TestConfiguration(proxyBeanMethods = false)
class ApiDescription {
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        var problem = new ApiResponse()
                .description("Refused; errors name the fields")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        return new OpenAPI()
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("Fanout publisher")
                        .description("Takes orders and views, and publishes them"))
                .components(new Components().addSchemas(PROBLEM, problem()).addResponses(PROBLEM, problem));
    }

    /** It reads our records with a Jackson of its own, which does not know how we name things. */
    @Bean
    ModelResolver namesAsOnTheWire(ObjectMapperProvider mappers) {
        var json = mappers.jsonMapper().copy();
        return new ModelResolver(json.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Bean
    OperationCustomizer everyRequestCanBeRefused() {
        return (operation, _) -> {
            for (var status : new String[] {"400", "500", "503"})
                operation.getResponses().addApiResponse(status, new ApiResponse().$ref(PROBLEM));
            if (operation.getRequestBody() != null)
                for (var status : new String[] {"413", "415"})
                    operation.getResponses().addApiResponse(status, new ApiResponse().$ref(PROBLEM));
            return operation;
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem detail (RFC 9457)")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema().example("items[3].quantity must be at least 1"))
                .addProperty("instance", new StringSchema().example("/orders"))
                .addProperty("errors", new ArraySchema().items(error()));
    }

    private static Schema<?> error() {
        return new ObjectSchema()
                .addProperty("field", new StringSchema().example("items[3].quantity"))
                .addProperty("message", new StringSchema().example("must be at least 1"));
    }
}
